package dev.clew.report.html;

import dev.clew.model.Severity;
import dev.clew.report.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A box of the tree of causes, with what hangs on it.
final class CauseNode {

    private static final int COLUMNS = 36;
    private static final int MOST_TITLE_LINES = 2;
    private static final int MOST_NOTES = 2;

    /// A line of a box and the class that styles it.
    record Line(String text, String style) {}

    private final String edge;
    private final List<Line> lines = new ArrayList<>();
    private final List<CauseNode> children = new ArrayList<>();
    private @Nullable Severity severity;
    private int notes;

    /// A box with nothing on it.
    ///
    /// @param edge what joins it to the box it hangs on; may be empty
    CauseNode(String edge, String head, String title) {
        this.edge = edge;
        lines.add(new Line(Terminal.cut(head, COLUMNS), "head"));
        List<String> wrapped = Terminal.wrap(title, COLUMNS);
        for (int i = 0; i < Math.min(MOST_TITLE_LINES, wrapped.size()); i++) {
            boolean last = i == MOST_TITLE_LINES - 1 && wrapped.size() > MOST_TITLE_LINES;
            lines.add(
                    new Line(
                            last ? Terminal.cut(wrapped.get(i) + " …", COLUMNS) : wrapped.get(i),
                            "name"));
        }
    }

    /// Adds a line in small print; of many only the first ones and `…` stay.
    CauseNode note(String text) {
        notes++;
        if (notes <= MOST_NOTES) {
            lines.add(new Line(Terminal.cut(text, COLUMNS), "note"));
        } else if (notes == MOST_NOTES + 1) {
            lines.add(new Line("…", "note"));
        }
        return this;
    }

    /// Colours the box; the worst severity counts.
    CauseNode as(Severity found) {
        if (severity == null || found.compareTo(severity) > 0) {
            severity = found;
        }
        return this;
    }

    void add(CauseNode child) {
        children.add(child);
    }

    String edge() {
        return edge;
    }

    List<Line> lines() {
        return lines;
    }

    List<CauseNode> children() {
        return children;
    }

    /// The class that colours the box.
    String style() {
        return severity == null ? "none" : severity.word();
    }
}
