package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.Clew;
import dev.clew.cli.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where results go: whole, or not at all and with a word why.
class OutputTest {

    private static final String SAMPLE = Run.sample("helm-name-in-use");

    @TempDir Path folder = Path.of("");

    @Test
    void aFileThatCannotBeWrittenIsOneLine() {
        for (Path out : List.of(folder, folder.resolve("none/report.html"))) {
            Run run = Run.clew("analyze", SAMPLE, "-o", "html", "--out", out.toString());
            assertThat(run.status()).isEqualTo(4);
            assertThat(run.err().lines()).singleElement().asString().contains("--out: ");
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html", "sarif"})
    void aFullDeviceIsOneLineWhateverTheFormat(String format) {
        if (!Files.exists(Path.of("/dev/full"))) {
            return;
        }
        Run run = Run.clew("analyze", SAMPLE, "-o", format, "--out", "/dev/full");
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err().lines()).singleElement().asString().contains("/dev/full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "search", "patterns"})
    void standardOutputThatCannotBeWrittenEndsWithFour(String command) {
        String[] arguments =
                switch (command) {
                    case "analyze" -> new String[] {"analyze", SAMPLE};
                    case "search" -> new String[] {"search", "cidr"};
                    default -> new String[] {"patterns", "list"};
                };
        StringWriter err = new StringWriter();
        int status =
                Clew.run(
                        new Console(
                                InputStream.nullInputStream(),
                                new PrintWriter(new Full()),
                                new PrintWriter(err),
                                false),
                        List.of(arguments));
        assertThat(status).isEqualTo(4);
        assertThat(err.toString().lines())
                .singleElement()
                .isEqualTo("clew: standard output could not be written");
    }

    @Test
    void aReportTakesThePlaceOfTheOneBeforeInOneStep() throws IOException {
        Path out = Files.writeString(folder.resolve("report.json"), "old");
        assertThat(Run.clew("analyze", SAMPLE, "-o", "json", "--out", out.toString()).status())
                .isZero();
        assertThat(out).content().startsWith("{").endsWith("}\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void redactPrintsASingleTextToStandardOutput() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "password=hunter2-and-more\nfine\n");
        Run run = Run.clew("redact", log.toString(), "-o", "-");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("fine").doesNotContain("hunter2");
        assertThat(Path.of("-")).doesNotExist();
        assertThat(Run.clew("redact", folder.toString(), "-o", "-").status()).isEqualTo(2);
    }

    @Test
    void redactReplacesOnlyWhenForced() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "fine\n");
        Path out = Files.writeString(folder.resolve("b.log"), "mine\n");
        assertThat(Run.clew("redact", log.toString(), "--out", out.toString()).status())
                .isEqualTo(2);
        assertThat(out).content().isEqualTo("mine\n");
        assertThat(Run.clew("redact", log.toString(), "--out", out.toString(), "--force").status())
                .isZero();
        assertThat(out).content().isEqualTo("fine\n");
    }

    /// A disk that is full.
    private static final class Full extends Writer {
        @Override
        public void write(char[] text, int from, int count) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {
            // nothing was kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
