package dev.clew.bundle.wrapper;

import dev.clew.model.Level;
import org.jspecify.annotations.Nullable;

/// Levels as shippers and loggers write them: as words, or as the numbers of syslog, of
/// OpenTelemetry or of bunyan and pino.
public final class Levels {

    private Levels() {}

    /// The level of a word, or of a severity of syslog (`3`); null if it is none.
    public static @Nullable Level of(String text) {
        String stripped = text.strip();
        if (stripped.length() == 1 && Character.isDigit(stripped.charAt(0))) {
            return syslog(stripped.charAt(0) - '0');
        }
        return Level.of(stripped).orElse(null);
    }

    /// The level of a severity of syslog, 0 to 7; null for other numbers.
    public static @Nullable Level syslog(int severity) {
        return switch (severity) {
            case 0, 1, 2 -> Level.FATAL;
            case 3 -> Level.ERROR;
            case 4 -> Level.WARN;
            case 5, 6 -> Level.INFO;
            case 7 -> Level.DEBUG;
            default -> null;
        };
    }

    /// The level of a severity number of OpenTelemetry, 1 to 24; null for other texts.
    public static @Nullable Level otel(String number) {
        return switch (number) {
            case "1", "2", "3", "4" -> Level.TRACE;
            case "5", "6", "7", "8" -> Level.DEBUG;
            case "9", "10", "11", "12" -> Level.INFO;
            case "13", "14", "15", "16" -> Level.WARN;
            case "17", "18", "19", "20" -> Level.ERROR;
            case "21", "22", "23", "24" -> Level.FATAL;
            default -> null;
        };
    }

    /// The level of a number of bunyan and pino, `10` to `60`; null for other texts.
    public static @Nullable Level pino(String number) {
        return switch (number) {
            case "10" -> Level.TRACE;
            case "20" -> Level.DEBUG;
            case "30" -> Level.INFO;
            case "40" -> Level.WARN;
            case "50" -> Level.ERROR;
            case "60" -> Level.FATAL;
            default -> null;
        };
    }
}
