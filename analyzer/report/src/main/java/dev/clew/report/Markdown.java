package dev.clew.report;

/// Text put into Markdown.
public final class Markdown {

    private Markdown() {}

    /// Text that Markdown must take as it is.
    public static String words(String text) {
        return Terminal.safe(text).replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }

    /// Words of an article, in which pairs of backticks mark code.
    public static String prose(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('`', at);
            int close = open < 0 ? -1 : text.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            out.append(words(text.substring(at, open)));
            out.append(code(text.substring(open + 1, close)));
            at = close + 1;
        }
        return out.append(words(text.substring(at))).toString();
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
