package dev.clew.author.commands;

import dev.clew.packs.vocabulary.KubectlGrammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes a call of kubectl apart.
public final class Kubectl {

    /// May stand without a value; the word behind them is none.
    private static final Set<String> VALUE_BEHIND_EQUALS =
            Set.of("--dry-run", "--cascade", "--validate");

    private final KubectlGrammar grammar;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, List<String>> flags = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private String command = "";

    private Kubectl(KubectlGrammar grammar) {
        this.grammar = grammar;
    }

    /// What a command calls, or empty if it is no call of kubectl. Its command is empty if kubectl
    /// has none of that name.
    public static Optional<Invocation> of(ShellCommand command, KubectlGrammar grammar) {
        return command.program().equals("kubectl")
                ? Optional.of(new Kubectl(grammar).read(command.words()))
                : Optional.empty();
    }

    private Invocation read(List<String> words) {
        command = commandOf(words);
        int named = 0;
        int ofCommand = command.isEmpty() ? 1 : command.split(" ", -1).length;
        int at = 1;
        while (at < words.size() && !words.get(at).equals("--")) {
            String word = words.get(at);
            if (word.startsWith("--") || (word.startsWith("-") && word.length() > 1)) {
                at += flag(word, at + 1 < words.size() ? words.get(at + 1) : "");
            } else if (named < ofCommand) {
                named++;
                at++;
            } else {
                arguments.add(word);
                at++;
            }
        }
        List<String> behind = at < words.size() ? words.subList(at + 1, words.size()) : List.of();
        return new Invocation(command, arguments, flags, unknown, behind);
    }

    /// The longest command that the words without flags begin with.
    private String commandOf(List<String> words) {
        String found = "";
        String soFar = "";
        for (int i = 1; i < words.size() && !words.get(i).equals("--"); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                boolean alone = word.contains("=") || word.matches("-\\w.+");
                if (!alone && grammar.takesValue("*", word).orElse(false)) {
                    i++;
                } else if (!soFar.isEmpty() && !alone && takesValue(soFar, word)) {
                    i++;
                }
                continue;
            }
            soFar = soFar.isEmpty() ? word : soFar + " " + word;
            if (grammar.knows(soFar)) {
                found = soFar;
            }
            if (!grammar.continues(soFar)) {
                break;
            }
        }
        return found;
    }

    private boolean takesValue(String soFar, String flag) {
        return grammar.takesValue(soFar, flag).orElse(false);
    }

    /// Puts a flag down; gives how many words it takes.
    private int flag(String word, String next) {
        int equals = word.indexOf('=');
        String name = equals > 0 ? word.substring(0, equals) : word;
        Optional<Boolean> valued = grammar.takesValue(command, name);
        if (valued.isPresent()) {
            boolean behind = valued.get() && equals < 0 && !VALUE_BEHIND_EQUALS.contains(name);
            put(name, equals > 0 ? word.substring(equals + 1) : behind ? next : "");
            return behind ? 2 : 1;
        }
        if (word.startsWith("--") || word.length() < 3) {
            unknown.add(name);
            put(name, equals > 0 ? word.substring(equals + 1) : "");
            return 1;
        }
        return shorts(word, next);
    }

    /// `-it`, `-nshop`, `-ojson`.
    private int shorts(String word, String next) {
        for (int i = 1; i < word.length(); i++) {
            String name = "-" + word.charAt(i);
            Optional<Boolean> valued = grammar.takesValue(command, name);
            if (valued.isEmpty()) {
                unknown.add(name);
                return 1;
            }
            if (valued.get()) {
                String rest = word.substring(i + 1).replaceFirst("^=", "");
                put(name, rest.isEmpty() ? next : rest);
                return rest.isEmpty() ? 2 : 1;
            }
            put(name, "");
        }
        return 1;
    }

    private void put(String name, String value) {
        flags.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
}
