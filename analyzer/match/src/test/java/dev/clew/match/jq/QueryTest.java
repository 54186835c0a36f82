package dev.clew.match.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final String DISK =
            """
            {"level":"error","code":507,"tags":["disk","full"],"disk":{"name":"sda1","free":0,"note":null},\
            "parts":[{"id":1,"ok":true},{"id":2,"ok":false}]}\
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".level == \"error\"",
                ".code >= 500 and .code < 600",
                ".code == 200 or .disk.free == 0",
                ".disk[\"name\"] | startswith(\"sd\")",
                ".[\"disk\"].name | endswith(\"1\")",
                "select(.level == \"error\")",
                "select(.disk.name | test(\"^sd[a-z]\\\\d$\"))",
                ".level | test(\"ERR\"; \"i\")",
                ".tags | any(. == \"full\")",
                ".tags | contains([\"disk\"])",
                ".tags[0] == \"disk\" and .tags[-1] == \"full\"",
                ".parts[] | select(.ok | not) | .id == 2",
                ".parts | map(.id) | add == 3",
                "(.disk.quota // 5) == 5",
                ".disk.note == null",
                ".disk | has(\"free\")",
                ".missing.deep == null",
                ".tags | length == 2",
                "if .code > 500 then .level == \"error\" else false end",
                ".level | ascii_upcase == \"ERROR\"",
                ".code | tostring == \"507\"",
                "(.level + \"-\" + .disk.name) == \"error-sda1\"",
                "[.parts[].id] == [1, 2]",
                ".code % 10 == 7 # the last digit",
                ".level[]? , true",
            })
    void aQueryIsMet(String query) {
        assertThat(Query.of(query).matches(DISK)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".level == \"info\"",
                ".disk.quota",
                ".tags | all(. == \"full\")",
                ".level.name == \"x\"",
                "empty",
                ".disk.free > 0",
                ".parts[] | select(.id == 3)",
                ".tags | test(\"disk\")",
            })
    void aQueryIsNotMet(String query) {
        assertThat(Query.of(query).matches(DISK)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"level=error", "{\"level\":\"error\"", "{\"level\":\"error\"} x", ""})
    void whatIsNoJsonMeetsNothing(String text) {
        assertThat(Query.of("true").matches(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".level ==",
                "def f: f; f",
                ". as $x | $x",
                ".level | nosuch",
                ".a |= 1",
                "(.a",
                "\"\\(.a)\"",
                ".a | test(.b)",
                "{a: 1}"
            })
    void whatIsNotUnderstoodIsRefused(String query) {
        assertThatThrownBy(() -> Query.of(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQueryThatTakesTooLongIsNotMet() {
        String many = "{\"a\":[" + "1,".repeat(600) + "1]}";
        assertThat(Query.of("[.a[] | 1]").matches(many)).isTrue();
        String query = ".a[] == .a[] and (.a[] == .a[])";
        assertThat(Query.of(query).matches(many)).isFalse();
    }

    @Test
    void deepTextsAreNoTrouble() {
        assertThat(Query.of("true").matches("[".repeat(100_000))).isFalse();
        assertThatThrownBy(() -> Query.of("(".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMustBeInTheTextIsKnown() {
        assertThat(Query.of(".kind == \"Volume\" and .n > 3").texts()).contains(List.of("Volume"));
        assertThat(Query.of(".a == \"one\" or .b == \"other\"").texts())
                .contains(List.of("one", "other"));
        assertThat(Query.of(".spec.server != null").texts()).contains(List.of("server"));
        assertThat(Query.of("(.a == \"one\") | not").texts()).isEmpty();
        assertThat(Query.of(".a // \"one\"").texts()).isEmpty();
        assertThat(Query.of(".a != \"one\"").texts()).isEmpty();
    }
}
