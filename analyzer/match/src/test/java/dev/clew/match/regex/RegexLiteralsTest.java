package dev.clew.match.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexLiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain text                          ~ plain text",
                "option (?<option>--ipv[46]-native)  ~ option --ipv4-native",
                "failed to (pull|push) image         ~ failed to pull image",
                "[Ff]ailed to                        ~ failed to",
                "x(?:abc|abcd)y?                     ~ xabc",
                "a+bcd                               ~ abcd",
                "abc+d                               ~ abc",
                "(?i)Address already in use          ~ address already in use",
                "no such file.*directory             ~ no such file",
                "x{2,3}yyyy                          ~ xyyyy",
                "(?:abcd){0,2}efgh                   ~ efgh",
                "\\Qa.b\\Ecd                         ~ a.bcd",
                "foo\\.bar\\d+                       ~ foo.bar",
                "^level=fatal\\b                     ~ level=fatal",
            })
    void namesATextThatIsInEveryMatch(String regex, String literal) {
        assertThat(RegexLiterals.of(regex).orElseThrow().getFirst().strip()).isEqualTo(literal);
    }

    @Test
    void namesOneTextForEachAlternative() {
        assertThat(RegexLiterals.of("connection refused|no route to host|i/o timeout"))
                .contains(List.of("connection refused", "no route to host", "i/o timeout"));
        assertThat(RegexLiterals.of("dial tcp .*: (?:connect: connection refused|i/o timeout)"))
                .hasValueSatisfying(cover ->
                        assertThat(cover)
                                .containsExactly(": connect: connection refused", ": i/o timeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "[a-z]+", "abc|.*", "(abc)?", "a*", "\\d+/\\d+ ?"})
    void saysNothingWhereNothingIsSure(String regex) {
        Optional<List<String>> cover = RegexLiterals.of(regex);
        assertThat(cover.map(List::getFirst).filter(text -> text.length() > 2)).isEmpty();
    }

    @Test
    void namesTextsOfEveryPart() {
        assertThat(RegexLiterals.all("(?:pod|node) \\S+ is (?:not )?gone.*for (?:ever|good)"))
                .extracting(java.util.Set::copyOf)
                .containsExactlyInAnyOrder(
                        java.util.Set.of("pod ", "node "),
                        java.util.Set.of(" is "),
                        java.util.Set.of("gone"),
                        java.util.Set.of(" is gone", " is not gone"),
                        java.util.Set.of("for "),
                        java.util.Set.of("for ever", "for good"));
    }

    @Test
    void neverNamesATextThatAMatchLacks() {
        List<List<String>> samples =
                List.of(
                        List.of("(?:foo)?bar(?:baz|qux)+end", "barbazend", "foobarquxbazend"),
                        List.of("a(?:b|c)d{0,1}e", "abe", "acde"),
                        List.of("(?<x>one|two)? three\\s+four", " three  four", "one three\tfour"),
                        List.of("[^]]+\\] done(?: in \\d+s)?\\.", "x] done.", "y] done in 5s."),
                        List.of(
                                "pull(?:ing)? image \"[^\"]*\": (?:.*not found|manifest unknown)",
                                "pull image \"a\": x not found",
                                "pulling image \"\": manifest unknown"));
        for (List<String> sample : samples) {
            List<List<String>> covers = RegexLiterals.all(sample.getFirst());
            for (String text : sample.subList(1, sample.size())) {
                assertThat(Expression.of(sample.getFirst()).find(text, new java.util.HashMap<>()))
                        .as(text)
                        .isTrue();
                assertThat(covers)
                        .as(text)
                        .allMatch(cover -> cover.stream().anyMatch(text::contains));
            }
        }
    }
}
