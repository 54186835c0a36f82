package dev.clew.report;

/// Text put into Markdown.
public final class Markdown {

    private Markdown() {}

    /// Text that Markdown must take as it is.
    public static String words(String text) {
        return Terminal.safe(text).replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }

    /// A word or two as code.
    public static String code(String text) {
        String safe = Terminal.safe(text);
        return safe.contains("`") ? "`` " + safe + " ``" : "`" + safe + "`";
    }

    /// A block of code, between fences longer than any run of backticks inside, so that a log line
    /// can't end it.
    public static String block(String language, String text) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        StringBuilder block = new StringBuilder(fence).append(language).append('\n');
        text.lines().map(Terminal::safe).forEach(line -> block.append(line).append('\n'));
        return block.append(fence).append('\n').toString();
    }
}
