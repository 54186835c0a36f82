package dev.clew.cli;

import dev.clew.report.Theme;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;

/// What a command reads from and writes to. Tests give it other ends.
///
/// @param in standard input
/// @param out where results go, and nothing else
/// @param err where messages go
/// @param terminal whether `out` is a terminal
/// @param watched whether `err` is a terminal
/// @param stop tells when the user wants the run to end
public record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        boolean watched,
        Stop stop) {

    /// A console whose messages nobody watches.
    public Console(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
        this(in, out, err, terminal, false, new Stop());
    }

    /// The console of the process.
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintWriter(
                        new java.io.OutputStreamWriter(
                                new java.io.FileOutputStream(java.io.FileDescriptor.out),
                                java.nio.charset.StandardCharsets.UTF_8)),
                new PrintWriter(
                        new java.io.OutputStreamWriter(
                                new java.io.FileOutputStream(java.io.FileDescriptor.err),
                                java.nio.charset.StandardCharsets.UTF_8),
                        true),
                Boolean.getBoolean("clew.terminal"),
                Boolean.getBoolean("clew.watched"),
                new Stop());
    }

    Theme theme(String choice) {
        boolean colour =
                switch (choice.toLowerCase(Locale.ROOT)) {
                    case "always" -> true;
                    case "never" -> false;
                    default ->
                            terminal
                                    && System.getenv("NO_COLOR") == null
                                    && !"dumb".equals(System.getenv("TERM"));
                };
        return colour ? Theme.COLOUR : Theme.PLAIN;
    }

    int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}")
                ? Integer.parseInt(columns)
                : 100;
    }
}
