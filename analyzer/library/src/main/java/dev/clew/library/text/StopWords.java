package dev.clew.library.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Words of a question that say nothing of its subject. Read from `stopwords.txt`.
public final class StopWords {

    private static final Set<String> WORDS = read();

    private StopWords() {}

    public static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /// All of them.
    public static Set<String> all() {
        return WORDS;
    }

    private static Set<String> read() {
        try (InputStream in = StopWords.class.getResourceAsStream("stopwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("stopwords.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
