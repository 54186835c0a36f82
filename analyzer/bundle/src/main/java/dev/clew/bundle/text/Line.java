package dev.clew.bundle.text;

/// A line of a page as a reader sees it.
///
/// @param number of its first physical line in the source
/// @param raw the unmodified physical lines, joined by line ends: more than one where a terminal
///   had wrapped it
/// @param text without colours, frames, and trailing blanks; still with its indent
record Line(long number, String raw, String text) {

    private static final int LONGEST_ROW = 8000;

    int indent() {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) <= ' ') {
            indent++;
        }
        return indent;
    }

    /// Whether it is too long to be anything but a log line, text or JSON: rows and keys of pages
    /// are short, and looking for them takes time that grows faster than the length.
    boolean isLong() {
        return text.length() > LONGEST_ROW;
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    /// The text without its indent.
    String words() {
        return text.strip();
    }
}
