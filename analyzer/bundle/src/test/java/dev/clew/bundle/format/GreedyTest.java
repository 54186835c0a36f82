package dev.clew.bundle.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreedyTest {

    @ParameterizedTest
    @CsvSource({
        "'a++b*+c?+', 'a+b*c?'",
        "'\\d{4}+-\\d{1,2}+', '\\d{4}-\\d{1,2}'",
        "'(?>ab|a)c', '(?:ab|a)c'",
        "'a+?b\\++[*+]+', 'a+?b\\++[*+]+'",
        "'[]*+]+[^]?+]', '[]*+]+[^]?+]'",
        "'[[:alpha:]*+]++', '[[:alpha:]*+]+'",
        "'\\Qa*+\\E++{x}+', '\\Qa*+\\E+{x}+'",
        "'(?<n>+)', '(?<n>+)'",
        "'\\', '\\'",
        "'[a', '[a'",
    })
    void onlyPossessionIsTakenAway(String pattern, String written) {
        assertThat(Greedy.of(pattern)).isEqualTo(written);
    }
}
