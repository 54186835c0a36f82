package dev.clew.report;

/// Text put into Markdown.
final class Markdown {

    private Markdown() {}

    /// Text that Markdown must take as it is.
    static String words(String text) {
        return Terminal.safe(text).replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
