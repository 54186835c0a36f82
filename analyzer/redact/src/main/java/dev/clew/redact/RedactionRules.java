package dev.clew.redact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What secrets look like and what they are called, read from files. Immutable.
public final class RedactionRules {

    /// Words of lines that open or close something in the lines below.
    private static final List<String> OPENING =
            List.of("value", "kind", "apiversion", "---", "private key", "private-lines");

    /// No rules, and no names.
    public static final RedactionRules NONE =
            new RedactionRules(List.of(), new Names(Set.of(), Set.of(), Set.of(), Set.of()));

    private final List<RedactionRule> rules;
    private final Names names;
    private final HintTable table;
    private final int[] nameLengths;
    private final BitSet weak = new BitSet();
    private final List<BitSet> hinted;
    private final BitSet ofRuns = new BitSet();
    private final BitSet always = new BitSet();

    RedactionRules(List<RedactionRule> rules, Names names) {
        this.rules = List.copyOf(rules);
        this.names = names;
        Map<String, BitSet> byHint = new LinkedHashMap<>();
        for (int i = 0; i < this.rules.size(); i++) {
            if (this.rules.get(i).hints().isEmpty()) {
                ofRuns.set(i);
            }
            if (this.rules.get(i).hints().contains("")) {
                always.set(i);
                continue;
            }
            for (String hint : this.rules.get(i).hints()) {
                byHint.computeIfAbsent(hint, key -> new BitSet()).set(i);
            }
        }
        List<String> words = new ArrayList<>(names.hints());
        nameLengths = words.stream().mapToInt(String::length).toArray();
        for (int i = 0; i < words.size(); i++) {
            weak.set(i, names.weak().contains(words.get(i)));
        }
        words.addAll(byHint.keySet());
        hinted = List.copyOf(byHint.values());
        words.addAll(OPENING);
        table = HintTable.of(words);
    }

    /// The shipped ones, from the folder the program was installed to, which the system property
    /// `clew.home` names. They are read once; an incomplete installation is an error.
    public static RedactionRules shipped() {
        return Shipped.RULES;
    }

    /// Read when first asked for.
    private static final class Shipped {
        static final RedactionRules RULES = read();

        private static RedactionRules read() {
            Path folder = Path.of(System.getProperty("clew.home", ""), "pack", "redaction");
            try {
                return RedactionRules.read(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the installation is incomplete: " + folder + " is missing", e);
            }
        }
    }

    /// Reads the files of a folder.
    ///
    /// @throws IOException if it can't be read
    /// @throws IllegalArgumentException with the file and the reason, if one is wrong
    public static RedactionRules read(Path folder) throws IOException {
        RuleFileReader reader = new RuleFileReader();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
                reader.read(file.getFileName().toString(), Files.readString(file));
            }
        }
        return reader.rules();
    }

    /// These rules and those of a file of a user: one like ours, or a specification of redactors of
    /// troubleshoot.sh.
    ///
    /// @throws IOException if it can't be read
    /// @throws IllegalArgumentException with the file and the reason, if it is wrong
    public RedactionRules and(Path file) throws IOException {
        RuleFileReader reader = new RuleFileReader();
        reader.read(file.toString(), Files.readString(file));
        List<RedactionRule> all = new ArrayList<>();
        reader.rules().list().forEach(rule -> all.add(rule.everywhere()));
        all.addAll(rules);
        return new RedactionRules(all, names);
    }

    /// All rules.
    public List<RedactionRule> list() {
        return rules;
    }

    Names names() {
        return names;
    }

    HintTable table() {
        return table;
    }

    /// Length of a word of the table that may be in a name, or 0 if it is a hint of rules.
    int nameLength(int word) {
        return word < nameLengths.length ? nameLengths[word] : 0;
    }

    /// Whether a word of the table only counts as a whole word of a name.
    boolean isWeak(int word) {
        return weak.get(word);
    }

    /// Whether a word of the table is one of a line that opens or closes something.
    boolean isOpening(int word) {
        return word >= nameLengths.length + hinted.size();
    }

    /// Rules with that hint, a word of the table.
    BitSet ofHint(int word) {
        return hinted.get(word - nameLengths.length);
    }

    /// Rules that are tried on every line.
    BitSet always() {
        return always;
    }

    /// Rules without a hint.
    BitSet ofRuns() {
        return ofRuns;
    }
}
