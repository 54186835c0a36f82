package dev.clew.author.commands;

import dev.clew.model.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a fence of commands apart into simple commands: those of pipes, lists, loops and `$(…)`
/// too. It follows the shell as far as articles use it; what is no command is left out.
public final class ShellScript {

    private static final Set<String> LEADING =
            Set.of(
                    "do", "then", "else", "elif", "if", "while", "until", "!", "{", "sudo", "time",
                    "watch", "command", "exec", "xargs");
    private static final Set<String> WITHOUT_COMMAND =
            Set.of("for", "case", "done", "fi", "esac", "}");
    private static final Pattern HERE = Pattern.compile("<<-?\\s*['\"]?(\\w+)['\"]?");
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    private final String text;
    private final List<ShellCommand> commands = new ArrayList<>();
    private int at;

    private ShellScript(String text) {
        this.text = text;
    }

    /// The simple commands of a script, in order; those inside `$(…)` before the one around them.
    public static List<ShellCommand> commands(String script) {
        ShellScript reader = new ShellScript(marked(withoutHereDocuments(script)));
        reader.list('\0');
        return reader.commands;
    }

    /// The script with a word in the place of each placeholder, as a shell can read it.
    public static String filled(String script) {
        return Placeholder.IN_TEXT.matcher(script).replaceAll("placeholder");
    }

    private static String marked(String script) {
        return Placeholder.IN_TEXT.matcher(script).replaceAll(OPEN + "$1" + CLOSE);
    }

    private static String withoutHereDocuments(String script) {
        StringBuilder kept = new StringBuilder();
        String end = null;
        for (String line : script.split("\n", -1)) {
            if (end != null) {
                end = line.strip().equals(end) ? null : end;
                continue;
            }
            Matcher here = HERE.matcher(line);
            if (here.find() && !line.contains("<<<")) {
                end = here.group(1);
            }
            kept.append(line.replaceAll(HERE.pattern(), "")).append('\n');
        }
        return kept.toString();
    }

    private void list(char end) {
        List<String> words = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != end) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
            } else if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '#') {
                skipLine();
            } else if (c == '\n' || c == ';' || c == '|' || c == '&' || c == '(' || c == ')') {
                at++;
                command(words);
                words = new ArrayList<>();
            } else if (redirection()) {
                skipBlanks();
                word(end);
            } else {
                words.add(word(end));
            }
        }
        at++;
        command(words);
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /// Moves behind `2>&`, `>>`, `<` and the like; false if none is here.
    private boolean redirection() {
        int i = at;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        if (i >= text.length() || (text.charAt(i) != '>' && text.charAt(i) != '<')) {
            return false;
        }
        while (i < text.length() && (text.charAt(i) == '>' || text.charAt(i) == '<')) {
            i++;
        }
        at = i < text.length() && text.charAt(i) == '&' ? i + 1 : i;
        return true;
    }

    private String word(char end) {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == end || " \t\n;|&()<>".indexOf(c) >= 0) {
                break;
            }
            if (c == '\'') {
                int close = text.indexOf('\'', at + 1);
                close = close < 0 ? text.length() : close;
                word.append(text, at + 1, close);
                at = close + 1;
            } else if (c == '"') {
                at++;
                doubleQuoted(word);
            } else if (c == '$' && next() == '(') {
                substitution(word);
            } else if (c == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else {
                word.append(c);
                at++;
            }
        }
        return word.toString().replace(OPEN, '<').replace(CLOSE, '>');
    }

    private void doubleQuoted(StringBuilder word) {
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (c == '$' && next() == '(') {
                substitution(word);
            } else {
                word.append(c);
                at++;
            }
        }
        at++;
    }

    private void substitution(StringBuilder word) {
        at += 2;
        list(')');
        word.append("$()");
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    private void command(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty()
                && (LEADING.contains(rest.getFirst()) || rest.getFirst().matches("\\w+=.*"))) {
            boolean xargs = rest.removeFirst().equals("xargs");
            while (xargs && !rest.isEmpty() && rest.getFirst().startsWith("-")) {
                String flag = rest.removeFirst();
                if (flag.matches("-[nILPds]") && !rest.isEmpty()) {
                    rest.removeFirst();
                }
            }
        }
        if (!rest.isEmpty() && !WITHOUT_COMMAND.contains(rest.getFirst())) {
            commands.add(new ShellCommand(rest));
        }
    }
}
