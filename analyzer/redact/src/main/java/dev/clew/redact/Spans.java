package dev.clew.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Stretches of a text that are to be replaced.
final class Spans {

    /// A stretch.
    ///
    /// @param instead what stands in its place; empty for the mark of its sort
    record Span(int from, int to, Kind kind, String instead) {}

    private static final int LONG = 30;

    private final List<Span> all = new ArrayList<>();

    void add(int from, int to, Kind kind) {
        add(from, to, kind, "");
    }

    void add(int from, int to, Kind kind, String instead) {
        if (to > from) {
            all.add(new Span(from, to, kind, instead));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whether one of them, of a length that lines are cut within, ends where the line does.
    boolean reaches(String line) {
        return all.stream()
                .anyMatch(span ->
                        span.to() == line.length()
                                && (span.to() - span.from() >= LONG || line.indexOf(" P ") > 0));
    }

    /// Moves them from a cleaned line to the line as it stands.
    ///
    /// @param places where each character of the cleaned line stands
    void move(int[] places) {
        all.replaceAll(span ->
                new Span(places[span.from()], places[span.to()], span.kind(), span.instead()));
    }

    /// The text with every stretch replaced; of stretches that overlap, the one that begins first
    /// names the sort.
    ///
    /// @param mark the mark of a sort and a value
    String apply(String text, Consumer<Kind> count, BiFunction<Kind, String, String> mark) {
        all.sort(
                Comparator.comparingInt(Span::from)
                        .thenComparing(Span::to, Comparator.reverseOrder()));
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Span span : all) {
            if (span.from() >= at) {
                out.append(text, at, span.from());
                out.append(
                        span.instead().isEmpty()
                                ? mark.apply(span.kind(), text.substring(span.from(), span.to()))
                                : span.instead());
                count.accept(span.kind());
            }
            at = Math.max(at, span.to());
        }
        return out.append(text, at, text.length()).toString();
    }
}
