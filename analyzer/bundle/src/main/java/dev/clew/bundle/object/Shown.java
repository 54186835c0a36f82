package dev.clew.bundle.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members of an object that a record was made of, as `status.phase: Pending`: what a report
/// shows of an object in place of all of its text. Members are named by their path from the object
/// on; items of lists by what names them, `status.conditions[Ready].message`.
final class Shown {

    private final String path;
    private final List<String> lines = new ArrayList<>();
    private int line;

    /// @param path of the tree below which the members stand, empty for the object itself
    Shown(String path) {
        this.path = path;
    }

    /// Adds the scalar or the list of scalars at the end of a path; nothing where there is none.
    Shown add(Tree tree, String... names) {
        Tree value = tree.at(names);
        String text = text(value);
        if (!text.isEmpty()) {
            line(
                    path + (path.isEmpty() ? "" : ".") + String.join(".", names) + ": " + text,
                    value.line());
        }
        return this;
    }

    private static String text(Tree value) {
        return value.isArray()
                ? String.join(" ", value.items().stream().map(Tree::orEmpty).toList()).strip()
                : value.orEmpty().strip();
    }

    /// Adds what stands on a line of the document, in words of one's own.
    void line(String words, int number) {
        line = lines.isEmpty() ? number : line;
        lines.add(words);
    }

    /// The members one on a line; null if none was there.
    @Nullable String text() {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /// Line of the document on which the first of them stands.
    int line() {
        return line;
    }
}
