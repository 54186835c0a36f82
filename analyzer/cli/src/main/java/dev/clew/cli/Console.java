package dev.clew.cli;

import dev.clew.report.Theme;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;

/// What a command reads from and writes to. Tests give it other ends.
///
/// @param in standard input
/// @param out where results go, and nothing else
/// @param err where messages go
/// @param terminal whether `out` is a terminal
/// @param watched whether `err` is a terminal
/// @param typed whether `in` is a terminal, so that nobody has given anything to read
/// @param stop tells when the user wants the run to end
public record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        boolean watched,
        boolean typed,
        Stop stop) {

    /// A console whose messages nobody watches.
    public Console(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
        this(in, out, err, terminal, false, true, new Stop());
    }

    /// The console of the process.
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintWriter(
                        new java.io.OutputStreamWriter(
                                new StandardOutput(), java.nio.charset.StandardCharsets.UTF_8)),
                new PrintWriter(
                        new java.io.OutputStreamWriter(
                                new java.io.FileOutputStream(java.io.FileDescriptor.err),
                                java.nio.charset.StandardCharsets.UTF_8),
                        true),
                Boolean.getBoolean("clew.terminal"),
                Boolean.getBoolean("clew.watched"),
                Boolean.getBoolean("clew.typed"),
                new Stop());
    }

    Theme theme(When choice) {
        boolean colour =
                switch (choice) {
                    case always -> true;
                    case never -> false;
                    case auto ->
                            terminal
                                    && System.getenv("NO_COLOR") == null
                                    && !"dumb".equals(System.getenv("TERM"));
                };
        return colour ? Theme.COLOUR : Theme.PLAIN;
    }

    int width() {
        for (String columns :
                List.of(
                        Objects.requireNonNullElse(System.getenv("COLUMNS"), ""),
                        System.getProperty("clew.columns", ""))) {
            if (columns.matches("[1-9]\\d{1,3}")) {
                return Integer.parseInt(columns);
            }
        }
        return 100;
    }
}
