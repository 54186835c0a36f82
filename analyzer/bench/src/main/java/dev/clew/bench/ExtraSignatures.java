package dev.clew.bench;

import dev.clew.match.index.PackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes a pack of as many signatures as wanted out of the words that the shipped one looks for, so
/// that they are as hard to tell from ordinary lines as real ones are.
///
/// `ExtraSignatures COMPILED-PACK OUT COUNT` writes one file for each signature. The same arguments
/// make the same files.
public final class ExtraSignatures {

    private static final long SEED = 20261122;

    private ExtraSignatures() {}

    /// Writes what the arguments say.
    public static void main(String[] arguments) throws IOException {
        List<String> words = words(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]).resolve("generated");
        int count = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < count; i++) {
            Files.writeString(
                    folder.resolve("generated-" + i + ".yaml"), signature(i, words, random));
        }
    }

    private static List<String> words(Path pack) throws IOException {
        try (PackIndex index = PackIndex.open(pack)) {
            TreeSet<String> words = new TreeSet<>();
            for (String literal : Literals.of(index)) {
                for (String word : literal.split("[^a-z]+")) {
                    if (word.length() >= 3) {
                        words.add(word);
                    }
                }
            }
            return new ArrayList<>(words);
        }
    }

    private static String signature(int number, List<String> words, SplittableRandom random) {
        String first = phrase(words, 2 + random.nextInt(3), random);
        String second = phrase(words, 2 + random.nextInt(3), random);
        return """
        title: Generated signature %d
        severity: error
        role: symptom
        reach: pod
        article: generated
        match:
          any:
            - %s
            - regex: '%s (?<what>[\\w./-]+) %s'
        """
                .formatted(number, phrase(words, 3 + random.nextInt(3), random), first, second);
    }

    private static String phrase(List<String> words, int length, SplittableRandom random) {
        return IntStream.range(0, length)
                .mapToObj(i -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }
}
