package dev.clew.bundle.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a page, and how far they have been read.
final class Page {

    private final List<Line> lines;
    private int at;

    Page(List<Line> lines) {
        this.lines = lines;
    }

    boolean hasNext() {
        return at < lines.size();
    }

    /// The next line, which stays the next one.
    Line peek() {
        return lines.get(at);
    }

    /// The line so many after the next one, or null after the end.
    @Nullable Line peek(int ahead) {
        return at + ahead < lines.size() ? lines.get(at + ahead) : null;
    }

    Line take() {
        return lines.get(at++);
    }

    int position() {
        return at;
    }

    /// Goes back to a place that [#position()] gave.
    void back(int position) {
        at = position;
    }

    /// Leaves only this of the text of the next line: what stood before it has been read.
    void leave(String rest) {
        Line next = lines.get(at);
        lines.set(at, new Line(next.number(), next.raw(), rest));
    }
}
