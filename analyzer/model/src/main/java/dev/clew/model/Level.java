package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// The level of a log line, from least to most severe.
public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL;

    /// The word that the field `level` of a record carries, whatever the program itself calls it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level meant by a word as programs write it (`warning`, `ERR`, `Crit`, `E` …), or empty
    /// if it is no level.
    public static Optional<Level> of(String word) {
        return Optional.ofNullable(
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "trace", "trc", "trac" -> TRACE;
                    case "debug", "dbg", "d", "debu" -> DEBUG;
                    case "info",
                            "inf",
                            "i",
                            "information",
                            "informational",
                            "notice",
                            "n",
                            "normal",
                            "log" ->
                            INFO;
                    case "warn", "warning", "wrn", "w" -> WARN;
                    case "error", "err", "e", "eror", "severe" -> ERROR;
                    case "fatal",
                            "fata",
                            "f",
                            "crit",
                            "critical",
                            "c",
                            "panic",
                            "dpanic",
                            "alert",
                            "emerg",
                            "emergency" ->
                            FATAL;
                    default -> null;
                });
    }
}
