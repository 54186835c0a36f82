package dev.clew.report;

import dev.clew.report.words.Phrases;
import java.util.List;

/// The lines of a report, as wide as the terminal.
final class Screen {

    /// One step to the right.
    static final String INDENT = "  ";

    private final Theme theme;
    private final int width;
    private final boolean verbose;
    private final Phrases words;
    private final StringBuilder out = new StringBuilder();

    /// An empty screen.
    ///
    /// @param width columns of the terminal
    /// @param verbose whether all is told
    Screen(Theme theme, int width, boolean verbose, Phrases words) {
        this.words = words;
        this.theme = theme;
        this.width = Math.clamp(width, 40, 200);
        this.verbose = verbose;
    }

    Theme theme() {
        return theme;
    }

    int width() {
        return width;
    }

    boolean verbose() {
        return verbose;
    }

    Phrases words() {
        return words;
    }

    /// The lines so far.
    String lines() {
        return out.toString();
    }

    /// A paragraph of the whole screen that stands out.
    void strong(String words) {
        Terminal.wrap(words, width).forEach(each -> line(theme.strong(each)));
    }

    /// A paragraph of the whole screen that stands back.
    void faint(String words) {
        Terminal.wrap(words, width).forEach(each -> line(theme.faint(each)));
    }

    /// Tells that a list goes on.
    void more(int left) {
        line(INDENT + theme.faint(words.say("text.more", left)));
    }

    /// A headline of the whole screen, after an empty line.
    void heading(String words) {
        line("");
        line(theme.strong(words));
    }

    /// The title of a part of an incident.
    void section(String title) {
        line(INDENT + theme.strong(title));
    }

    /// An item of a list below a step.
    void bullet(String words) {
        List<String> lines = Terminal.wrap(words, width - 10);
        for (int i = 0; i < lines.size(); i++) {
            line(INDENT + INDENT + "    " + (i == 0 ? "- " : "  ") + lines.get(i));
        }
    }

    /// A remark below a step.
    void note(String words) {
        Terminal.wrap(Terminal.safe(words), width - 8)
                .forEach(each -> line(INDENT + INDENT + "    " + theme.faint(each)));
    }

    /// A paragraph below the title of a section.
    void text(String text) {
        Terminal.wrap(text, width - 4).forEach(line -> line(INDENT + INDENT + line));
    }

    /// A line as it stands.
    void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
