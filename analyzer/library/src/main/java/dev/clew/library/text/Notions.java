package dev.clew.library.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Notions of the field and the forms they are written in: `oom`, `out of memory`, `内存不足` are one.
/// Read from `synonyms.txt`, one notion a line.
public final class Notions {

    /// What the terms of notions begin with; no other term does.
    public static final char MARK = '=';

    private static final Notions SHIPPED = read("synonyms.txt");

    private final Node root = new Node();
    private final Map<String, List<String>> forms = new HashMap<>();

    private Notions() {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final Set<String> notions = new TreeSet<>();
    }

    /// The notions that come with the program.
    public static Notions shipped() {
        return SHIPPED;
    }

    /// The forms of a notion, the first one first.
    ///
    /// @param term as it stands in the index, with [#MARK]
    public List<String> forms(String term) {
        return forms.getOrDefault(term, List.of());
    }

    /// All forms of all notions, each as its smallest words joined by blanks, with the terms it
    /// stands for.
    public Map<String, List<String>> phrases() {
        Map<String, List<String>> phrases = new TreeMap<>();
        collect(root, "", phrases);
        return phrases;
    }

    private static void collect(Node node, String words, Map<String, List<String>> phrases) {
        if (!node.notions.isEmpty()) {
            phrases.put(words, List.copyOf(node.notions));
        }
        node.next.forEach((word, next) ->
                collect(next, words.isEmpty() ? word : words + " " + word, phrases));
    }

    private static Notions read(String resource) {
        Notions notions = new Notions();
        try (InputStream in = Notions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(notions::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return notions;
    }

    private void add(String line) {
        List<String> all = Arrays.stream(line.split(",")).map(String::strip).toList();
        String term = MARK + all.getFirst().toLowerCase(Locale.ROOT).replace(' ', '-');
        forms.put(term, all);
        for (String form : all) {
            List<String> words = new ArrayList<>();
            for (Subwords.Unit unit : Subwords.of(form)) {
                words.add(word(form, unit));
            }
            put(words, term);
            if (words.size() > 1) {
                put(List.of(String.join("", words)), term);
            }
        }
    }

    private void put(List<String> words, String term) {
        Node node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, key -> new Node());
        }
        node.notions.add(term);
    }

    static String word(String text, Subwords.Unit unit) {
        return text.substring(unit.from(), unit.to()).toLowerCase(Locale.ROOT);
    }

    /// Receives notions that are named.
    interface Sink {
        /// Takes note of a notion.
        ///
        /// @param last index of the last unit of the form
        void named(String term, int last);
    }

    /// The notions named by the units that begin at an index, however long their forms are.
    void namedAt(String text, List<Subwords.Unit> units, int first, Sink sink) {
        @Nullable Node node = root;
        for (int i = first; i < units.size() && node != null; i++) {
            node = step(node, word(text, units.get(i)));
            if (node != null) {
                for (String term : node.notions) {
                    sink.named(term, i);
                }
            }
        }
    }

    /// The notions that a compound names when it is written as one.
    Set<String> namedBy(String joined) {
        Node node = root.next.get(joined);
        return node == null ? Set.of() : node.notions;
    }

    private static @Nullable Node step(Node node, String word) {
        Node exact = node.next.get(word);
        return exact == null && word.length() > 3 && word.endsWith("s")
                ? node.next.get(word.substring(0, word.length() - 1))
                : exact;
    }
}
