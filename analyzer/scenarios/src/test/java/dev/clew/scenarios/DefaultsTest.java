package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.Clew;
import dev.clew.cli.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Options by configuration file and environment.
class DefaultsTest {

    private static final String SAMPLE = Run.sample("helm-name-in-use");

    @TempDir Path folder = Path.of("");

    private Run clew(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> all = new HashMap<>(environment);
        all.put("XDG_CONFIG_HOME", folder.toString());
        int status =
                Clew.run(
                        new Console(
                                InputStream.nullInputStream(),
                                new PrintWriter(out),
                                new PrintWriter(err),
                                false),
                        List.of(arguments),
                        all);
        return new Run(status, out.toString(), err.toString());
    }

    private Path configure(String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("clew")).resolve("config.yaml"), text);
    }

    @Test
    void theFileSaysWhatOptionsAreWithoutSayingThem() throws IOException {
        configure("output: json\nfail-on: error\n");
        Run run = clew(Map.of(), "analyze", SAMPLE);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.json().path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(clew(Map.of(), "search", "cidr").out()).doesNotStartWith("{");
    }

    @Test
    void theEnvironmentComesBeforeTheFileAndTheCommandLineBeforeBoth() throws IOException {
        configure("output: json\n");
        Map<String, String> environment = Map.of("CLEW_OUTPUT", "markdown");
        assertThat(clew(environment, "analyze", SAMPLE).out()).startsWith("# ");
        assertThat(clew(environment, "analyze", "-o", "yaml", SAMPLE).out())
                .contains("schemaVersion: 1");
    }

    @Test
    void aFlagThatIsTypedTooStaysOn() throws IOException {
        Path empty = Files.writeString(folder.resolve("odd.txt"), "qqq\n");
        configure("strict: true\n");
        assertThat(clew(Map.of(), "analyze", empty.toString()).status()).isEqualTo(3);
        assertThat(clew(Map.of(), "analyze", "--strict", empty.toString()).status()).isEqualTo(3);
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws IOException {
        Path file = configure("output: json\nfailon: error\n");
        Run unknown = clew(Map.of(), "analyze", SAMPLE);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains(file + ":2:").contains("fail-on");
        assertThat(clew(Map.of(), "help", "analyze").status()).isZero();
        configure("\ncolor: sometimes\n");
        Run wrong = clew(Map.of(), "analyze", SAMPLE);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("sometimes").contains("(from " + file + ":2)");
        assertThat(clew(Map.of("CLEW_COLOR", "blue"), "analyze", SAMPLE).err())
                .contains("(from CLEW_COLOR)");
        assertThat(clew(Map.of(), "analyze", "--color", "blue", SAMPLE).err())
                .doesNotContain("(from");
    }

    @Test
    void pathsMayBeBesideTheFile() throws IOException {
        Path file = configure("baseline: known.yaml\n");
        Files.writeString(file.resolveSibling("known.yaml"), "known: []\n");
        Run run = clew(Map.of(), "analyze", SAMPLE);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("known.yaml");
    }
}
