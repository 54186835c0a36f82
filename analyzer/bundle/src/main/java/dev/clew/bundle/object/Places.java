package dev.clew.bundle.object;

import java.util.Arrays;

/// Where in a document something stands. Parsers have their own notions of line ends and of
/// positions; a line here ends with a line feed, as it does for everything else that is read.
final class Places {

    private final int[] lineStarts;
    private final int[] charsBefore;

    /// @param codePoints whether positions count code points, not `char`s
    Places(String text, boolean codePoints) {
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        lineStarts = new int[lines];
        for (int i = 0, line = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts[line++] = i + 1;
            }
        }
        charsBefore =
                codePoints && text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                        ? charsBefore(text)
                        : new int[0];
    }

    private static int[] charsBefore(String text) {
        int[] before = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, at = 0; at < text.length(); i++) {
            at += Character.charCount(text.codePointAt(at));
            before[i + 1] = at;
        }
        return before;
    }

    /// The `char` at a position.
    int at(int position) {
        return charsBefore.length == 0
                ? position
                : charsBefore[Math.min(position, charsBefore.length - 1)];
    }

    /// The line that a `char` is on, counted from 1.
    int line(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
