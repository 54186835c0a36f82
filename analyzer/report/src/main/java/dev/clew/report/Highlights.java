package dev.clew.report;

import dev.clew.diagnose.Finding;

/// Marks in the proof what the signature took out of it.
final class Highlights {

    private static final int SHORTEST = 3;

    private Highlights() {}

    /// The text with the longest captured value that stands in it marked.
    static String in(String text, Finding finding, Theme theme) {
        String longest =
                finding.values().values().stream()
                        .map(Terminal::safe)
                        .filter(value -> value.length() >= SHORTEST && text.contains(value))
                        .reduce("", (one, other) -> other.length() > one.length() ? other : one);
        if (longest.isEmpty()) {
            return text;
        }
        int at = text.indexOf(longest);
        return text.substring(0, at) + theme.found(longest) + text.substring(at + longest.length());
    }
}
