package dev.clew.match.literal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralScannerTest {

    private static Set<String> found(List<String> literals, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<String> found = new TreeSet<>();
        LiteralScanner.of(literals)
                .scan(
                        bytes,
                        0,
                        bytes.length,
                        (literal, position) -> {
                            found.add(literals.get(literal) + "@" + position);
                            return 0;
                        });
        return found;
    }

    private static Set<String> expected(List<String> literals, String text) {
        Set<String> expected = new TreeSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String literal : literals) {
            for (int at = lower.indexOf(literal); at >= 0; at = lower.indexOf(literal, at + 1)) {
                expected.add(literal + "@" + at);
            }
        }
        return expected;
    }

    @Test
    void findsLiteralsWhateverTheirCaseAndPlace() {
        List<String> literals = List.of("native routing cidr", "x509: certificate", "oom", "oomk");
        assertThat(
                        found(
                                List.of("native routing cidr", "oomkilled"),
                                "NATIVE routing CIDR; oomkilled"))
                .containsExactly("native routing cidr@0", "oomkilled@21");
        assertThatThrownBy(() -> LiteralScanner.of(literals)).hasMessageContaining("oom");
    }

    @Test
    void leavesOutWhatLiesOutsideTheRange() {
        byte[] bytes = "xxneedle in hayxx".getBytes(StandardCharsets.UTF_8);
        List<Integer> at = new ArrayList<>();
        LiteralScanner scanner = LiteralScanner.of(List.of("needle in hay"));
        scanner.scan(bytes, 3, bytes.length, (literal, position) -> at.size());
        scanner.scan(
                bytes,
                2,
                14,
                (literal, position) -> {
                    at.add(position);
                    return 0;
                });
        assertThat(at).isEmpty();
        scanner.scan(
                bytes,
                2,
                15,
                (literal, position) -> {
                    at.add(position);
                    return 0;
                });
        assertThat(at).containsExactly(2);
    }

    @Test
    void goesOnWhereTheSinkSays() {
        byte[] bytes =
                "failed to pull\nfailed to pull failed to pull\n".getBytes(StandardCharsets.UTF_8);
        List<Integer> at = new ArrayList<>();
        LiteralScanner.of(List.of("failed to pull"))
                .scan(
                        bytes,
                        0,
                        bytes.length,
                        (literal, position) -> {
                            at.add(position);
                            int end = position;
                            while (bytes[end] != '\n') {
                                end++;
                            }
                            return end;
                        });
        assertThat(at).containsExactly(0, 15);
    }

    /// Few letters and short texts, so that literals overlap, repeat and contain each other.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatIndexOfFinds(long seed) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            Set<String> literals = new TreeSet<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                literals.add(word(random, LiteralScanner.SHORTEST + random.nextInt(14), "ab [é"));
            }
            List<String> list =
                    literals.stream()
                            .filter(literal -> literal.getBytes(StandardCharsets.UTF_8).length >= 4)
                            .toList();
            String text = word(random, random.nextInt(200), "abAB [");
            assertThat(found(list, text))
                    .as("seed %d round %d: %s in %s", seed, round, list, text)
                    .isEqualTo(expected(list, text));
        }
    }

    private static String word(RandomGenerator random, int length, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
