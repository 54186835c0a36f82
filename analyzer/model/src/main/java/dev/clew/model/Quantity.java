package dev.clew.model;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as Kubernetes and Go print them: plain (`12`, `0.5`), durations in seconds (`4m43s`,
/// `1h2m`, `3d`, `120ms`), amounts (`30Mi`, `1.5Gi`, `250m` read as a duration where a duration is
/// asked for), percentages (`95%`).
public final class Quantity {

    private static final Pattern PART =
            Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|μs|ms|s|m|h|d|w|y)");
    private static final Pattern DURATION = Pattern.compile("-?(?:" + PART.pattern() + ")+");
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(-?\\d+(?:\\.\\d+)?)\\s*(%|Ki|Mi|Gi|Ti|Pi|k|K|M|G|T|P|B|kB|KB|MB|GB|TB)?");

    private Quantity() {}

    /// Seconds of a Go or kubectl duration, or empty if the text is none. A bare number is no
    /// duration.
    public static OptionalDouble seconds(String text) {
        String stripped = text.strip();
        if (!DURATION.matcher(stripped).matches()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        Matcher part = PART.matcher(stripped);
        while (part.find()) {
            sum += Double.parseDouble(part.group(1)) * secondsOf(part.group(2));
        }
        return OptionalDouble.of(stripped.startsWith("-") ? -sum : sum);
    }

    private static double secondsOf(String unit) {
        return switch (unit) {
            case "ns" -> 1e-9;
            case "us", "µs", "μs" -> 1e-6;
            case "ms" -> 1e-3;
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            case "w" -> 7 * 86_400;
            case "y" -> 365 * 86_400;
            default -> 1;
        };
    }

    /// The value of a plain number, percentage or amount of bytes, or empty if the text is none.
    public static OptionalDouble amount(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        double factor =
                switch (unit) {
                    case "Ki" -> 0x1p10;
                    case "Mi" -> 0x1p20;
                    case "Gi" -> 0x1p30;
                    case "Ti" -> 0x1p40;
                    case "Pi" -> 0x1p50;
                    case "k", "K", "kB", "KB" -> 1e3;
                    case "M", "MB" -> 1e6;
                    case "G", "GB" -> 1e9;
                    case "T", "TB" -> 1e12;
                    case "P" -> 1e15;
                    default -> 1;
                };
        return OptionalDouble.of(Double.parseDouble(matcher.group(1)) * factor);
    }

    /// Compares two quantities of the same family: durations if both are, amounts if both are.
    ///
    /// @return negative, 0 or positive, or empty if they can't be compared
    public static OptionalDouble difference(String left, String right) {
        OptionalDouble a = seconds(left);
        OptionalDouble b = seconds(right);
        if (a.isEmpty() || b.isEmpty()) {
            a = amount(left);
            b = amount(right);
        }
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }
}
