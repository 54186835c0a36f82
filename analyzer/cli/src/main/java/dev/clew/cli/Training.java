package dev.clew.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs the commands whose start-up is to be fast, while the JVM takes notes for its cache. Part of
/// the build, see `etc/train.sh`; what the commands print is thrown away.
public final class Training {

    private Training() {}

    /// Runs each command once.
    ///
    /// @param arguments the folder of the samples
    public static void main(String[] arguments) {
        String samples = arguments[0];
        List<List<String>> commands =
                List.of(
                        List.of("--help"),
                        List.of("analyze", "--help"),
                        List.of("patterns", "list"),
                        List.of("search", "pods", "stay", "pending"),
                        List.of("analyze", samples),
                        List.of("analyze", samples, "-o", "json"));
        for (List<String> command : commands) {
            int status = Clew.run(console(), command);
            if (status != Exit.DONE) {
                throw new IllegalStateException(command + " ended with status " + status);
            }
        }
    }

    private static Console console() {
        return new Console(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                false);
    }
}
