package dev.clew.library.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into its smallest words: Chinese characters one by one, and the parts of compounds
/// such as `--ipv4-native-routing-cidr`, `ipv4NativeRoutingCIDR`, `socketLB.hostNamespaceOnly`.
final class Subwords {

    private final String text;
    private final List<Unit> units = new ArrayList<>();
    private int compounds;

    private Subwords(String text) {
        this.text = text;
    }

    /// A smallest word.
    ///
    /// @param compound those with the same number stand in one compound
    record Unit(int from, int to, int compound, boolean han) {}

    static List<Unit> of(String text) {
        Subwords units = new Subwords(text);
        units.run();
        return units.units;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isHan(c)) {
                units.add(new Unit(at, at + 1, compounds, true));
                at++;
                if (at == text.length() || !isHan(text.charAt(at))) {
                    compounds++;
                }
            } else if (isWord(c)) {
                at = compound(at);
            } else {
                at++;
            }
        }
    }

    private int compound(int from) {
        int end = from;
        while (end < text.length()
                && (isWord(text.charAt(end)) || (end + 1 < text.length() && joins(end)))) {
            end++;
        }
        if (isNumber(from, end)) {
            units.add(new Unit(from, end, compounds, false));
        } else {
            parts(from, end);
        }
        compounds++;
        return end;
    }

    private boolean joins(int at) {
        char c = text.charAt(at);
        return (c == '-' || c == '_' || c == '.')
                && isWord(text.charAt(at + 1))
                && isWord(text.charAt(at - 1));
    }

    private boolean isNumber(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    private void parts(int from, int end) {
        int start = from;
        for (int i = from; i <= end; i++) {
            boolean joint = i < end && !isWord(text.charAt(i));
            if (i == end || joint || (i > start && isHump(i, end))) {
                if (i > start) {
                    units.add(new Unit(start, i, compounds, false));
                }
                start = joint ? i + 1 : i;
            }
        }
    }

    /// Whether a part begins at a capital letter: `nativeRouting`, `OOMKilled`, but not `IPs`.
    private boolean isHump(int at, int end) {
        char c = text.charAt(at);
        if (!Character.isUpperCase(c)) {
            return false;
        }
        char before = text.charAt(at - 1);
        return Character.isLowerCase(before)
                || Character.isDigit(before)
                || (at + 2 < end
                        && Character.isLowerCase(text.charAt(at + 1))
                        && Character.isLowerCase(text.charAt(at + 2)));
    }

    static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && !isHan(c);
    }
}
