package dev.clew.bundle.text;

import org.jspecify.annotations.Nullable;

/// Tells where a large page may be cut, and what has to be repeated above what follows the cut.
public final class PageCuts {

    private static final int LINES_LOOKED_AT = 200;

    private enum Form {
        /// Comma-separated values: their first line names the columns.
        VALUES,
        /// Entries of the journal, a field a line.
        JOURNAL,
        /// Tables and descriptions, as `kubectl` prints them.
        TABLES
    }

    private final Form form;
    private String head = "";
    private boolean first = true;
    private boolean quoted;
    private boolean afterBlank = true;

    private PageCuts(Form form) {
        this.form = form;
    }

    /// How to cut the page that begins so; null where its lines can be read one by one.
    ///
    /// @param text the beginning of the page
    public static @Nullable PageCuts of(String text) {
        String begin = text.lines().findFirst().orElse("");
        if (CsvShape.isHead(begin)) {
            return new PageCuts(Form.VALUES);
        }
        if (JournalShape.isHead(begin)) {
            return new PageCuts(Form.JOURNAL);
        }
        return text.lines().limit(LINES_LOOKED_AT).anyMatch(PageCuts::isOfTables)
                ? new PageCuts(Form.TABLES)
                : null;
    }

    private static boolean isOfTables(String line) {
        return line.startsWith("Name: ") || isTableHead(line);
    }

    private static boolean isTableHead(String line) {
        String text = line.stripTrailing();
        return text.length() < 2000 && Columns.of(text) != null;
    }

    /// Whether the page may be cut before this line, which comes next.
    public boolean mayCutBefore(String line) {
        return switch (form) {
            case VALUES -> !quoted;
            case JOURNAL -> line.isBlank() || JournalShape.isHead(line);
            case TABLES -> !head.isEmpty() || (afterBlank && line.startsWith("Name:"));
        };
    }

    /// Takes the next line.
    public void add(String line) {
        switch (form) {
            case VALUES -> {
                if (first) {
                    head = line;
                } else if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
                    quoted = !quoted;
                }
            }
            case TABLES -> {
                if (line.isBlank()) {
                    head = "";
                } else if (isTableHead(line)) {
                    head = line;
                }
            }
            case JOURNAL -> {
                // nothing is repeated
            }
        }
        first = false;
        afterBlank = line.isBlank();
    }

    /// The line to repeat above what comes next, or empty.
    public String head() {
        return head;
    }
}
