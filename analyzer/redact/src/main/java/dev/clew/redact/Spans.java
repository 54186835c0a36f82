package dev.clew.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Stretches of a text that are to be replaced.
final class Spans {

    /// A stretch.
    ///
    /// @param instead what stands in its place
    record Span(int from, int to, Kind kind, String instead) {}

    private final List<Span> all = new ArrayList<>();

    void add(int from, int to, Kind kind) {
        add(from, to, kind, kind.mark());
    }

    void add(int from, int to, Kind kind, String instead) {
        if (to > from) {
            all.add(new Span(from, to, kind, instead));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// The sort of the first one.
    Kind kind() {
        return all.getFirst().kind();
    }

    /// The text with every stretch replaced; of stretches that overlap, the one that begins first
    /// names the sort.
    String apply(String text, Consumer<Kind> count) {
        all.sort(
                Comparator.comparingInt(Span::from)
                        .thenComparing(Span::to, Comparator.reverseOrder()));
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Span span : all) {
            if (span.from() >= at) {
                out.append(text, at, span.from()).append(span.instead());
                count.accept(span.kind());
            }
            at = Math.max(at, span.to());
        }
        return out.append(text, at, text.length()).toString();
    }
}
