package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Format files of a user on the command line.
class FormatFilesTest {

    private static final String FORMAT =
            """
            {"mill_log": {
              "regex": {"std": {"pattern": "^<<(?<timestamp>[^>]+)>> (?<level>\\\\w+) (?<unit>\\\\w+) (?<body>.*)$"},
                        "never": {"pattern": "^(?=a)b"}},
              "timestamp-format": ["%d.%m.%Y %H-%M-%S"],
              "level": {"error": "^bad$"}}}
            """;

    private static final String LOG =
            """
            <<06.05.2023 07-08-09>> good wheel turns
            <<06.05.2023 07-08-10>> bad wheel spindle sheared off
            """;

    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("mill.json"), FORMAT);
        Files.writeString(folder.resolve("a.log"), LOG);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void recordsShowWhatAFormatReads() {
        Run run = Run.clew("patterns", "records", "--fields", "--formats", path(""), path("a.log"));
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("2 log error 2023-05-06T07:08:10Z")
                .contains("(message) = spindle sheared off")
                .contains("unit = wheel");
        assertThat(run.err()).contains("expression 'never' left out").contains("mill.json:3");
    }

    @Test
    void aDiagnosisKnowsTheLevels() {
        Run plain = Run.clew("analyze", path("a.log"), "-o", "json");
        Run run = Run.clew("analyze", path("a.log"), "-o", "json", "--formats", path("mill.json"));
        assertThat(plain.out()).doesNotContain("spindle sheared off");
        assertThat(run.out()).contains("spindle sheared off");
        assertThat(run.err()).contains("expression 'never' left out");
    }

    @Test
    void aFileThatCanNotBeReadIsAMistakeOfUse() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"a_log\": {\n\"regex\": ");
        Run run = Run.clew("analyze", path("a.log"), "--formats", path("broken.json"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("--formats: ")
                .contains("broken.json:2: can't be read as JSON");
        assertThat(run.err()).doesNotContain("Exception");
    }
}
