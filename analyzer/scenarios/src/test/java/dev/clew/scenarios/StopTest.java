package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Ctrl-C on a run whose input does not end.
class StopTest {

    @Test
    void aRunThatIsInterruptedPrintsWhatItHasFound() throws IOException, InterruptedException {
        Path home = Run.ROOT.resolve("analyzer/dist/target/clew");
        Process clew =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.util.logging.config.file="
                                        + home.resolve("logging.properties"),
                                "-Dclew.home=" + home,
                                "-Dclew.watched=true",
                                "-cp",
                                home.resolve("lib") + "/*",
                                "dev.clew.cli.Clew",
                                "analyze",
                                "-")
                        .start();
        try (OutputStream in = clew.getOutputStream();
                BufferedReader err = clew.errorReader(StandardCharsets.UTF_8)) {
            in.write(
                    Files.readAllBytes(
                            Path.of(Run.sample("native-routing-cidr/cilium-7hq4w.log"))));
            // Ordinary lines push the others out of every buffer on the way
            byte[] ordinary =
                    "level=info msg=\"Node updated\" subsys=nodemanager\n"
                            .repeat(200_000)
                            .getBytes(StandardCharsets.UTF_8);
            in.write(ordinary);
            in.flush();
            StringBuilder progress = new StringBuilder();
            for (int c = err.read(); c >= 0; c = err.read()) {
                progress.append((char) c);
                if (progress.toString().endsWith(" kinds of findings so far")
                        && !progress.toString().endsWith(" 0 kinds of findings so far")) {
                    break;
                }
            }
            assertThat(progress).contains("1 file");
            new ProcessBuilder("kill", "-INT", String.valueOf(clew.pid())).start().waitFor();
            String out = new String(clew.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(clew.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(clew.exitValue()).isEqualTo(130);
            assertThat(out)
                    .contains("cilium-native-routing-cidr-missing")
                    .contains("stopped by the user");
        } finally {
            clew.destroyForcibly();
        }
    }
}
