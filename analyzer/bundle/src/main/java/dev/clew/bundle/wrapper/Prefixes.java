package dev.clew.bundle.wrapper;

import org.jspecify.annotations.Nullable;

/// Takes off what tools put in front of a line when they print it as text.
public final class Prefixes {

    private Prefixes() {}

    /// What stands in front of a line, and the line; null if nothing known does.
    ///
    /// @param text without blanks at its beginning, not empty
    public static @Nullable Shipped of(String text) {
        char first = text.charAt(0);
        if (first == '[') {
            return first(
                    StreamPrefixes.bracketed(text),
                    PodPrefixes.bracketed(text),
                    HostPrefixes.bracketed(text));
        }
        if (first == '<') {
            return HostPrefixes.priority(text);
        }
        if (first == '{' || first == '"') {
            return null;
        }
        if (first >= '0' && first <= '9') {
            Shipped digits = HostPrefixes.digits(text);
            return digits != null
                    ? digits
                    : first(StreamPrefixes.plain(text), PodPrefixes.plain(text));
        }
        Shipped stream = StreamPrefixes.plain(text);
        if (stream != null) {
            return stream;
        }
        Shipped host = HostPrefixes.plain(text);
        return host != null ? host : PodPrefixes.plain(text);
    }

    /// What stands between the time that a store or collector prints first, and the line; null if
    /// nothing known does.
    ///
    /// @param at where it stands
    public static @Nullable Shipped afterTime(String text, int at) {
        if (at == text.length()) {
            return null;
        }
        char first = text.charAt(at);
        boolean tag = first == '{' || first >= 'a' && first <= 'z' || first >= '0' && first <= '9';
        boolean pairs = text.startsWith("level=", at) || text.startsWith("time=", at);
        return tag && !pairs ? StreamPrefixes.afterTime(text.substring(at)) : null;
    }

    private static @Nullable Shipped first(@Nullable Shipped... found) {
        for (Shipped shipped : found) {
            if (shipped != null) {
                return shipped;
            }
        }
        return null;
    }
}
