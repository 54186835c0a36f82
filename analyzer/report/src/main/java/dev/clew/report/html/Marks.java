package dev.clew.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Marks in a proof what the signature took out of it.
final class Marks {

    private static final int SHORTEST = 3;
    private static final int MOST = 24;

    private Marks() {}

    /// A stretch of text that is marked.
    private record Range(int start, int end) {}

    /// Writes a text with those values in it marked; where values overlap, the longest counts.
    static void write(String text, Collection<String> values, Markup out) {
        int at = 0;
        for (Range each : ranges(text, values)) {
            out.text(text.substring(at, each.start()));
            out.element("mark", text.substring(each.start(), each.end()));
            at = each.end();
        }
        out.text(text.substring(at));
    }

    private static List<Range> ranges(String text, Collection<String> values) {
        List<String> longestFirst =
                values.stream()
                        .map(String::strip)
                        .filter(value -> value.length() >= SHORTEST)
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(String::length)
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        List<Range> ranges = new ArrayList<>();
        for (String value : longestFirst) {
            int at = text.indexOf(value);
            while (at >= 0 && ranges.size() < MOST) {
                Range found = new Range(at, at + value.length());
                if (ranges.stream()
                        .noneMatch(
                                each -> each.start() < found.end() && found.start() < each.end())) {
                    ranges.add(found);
                }
                at = text.indexOf(value, found.end());
            }
        }
        ranges.sort(Comparator.comparingInt(Range::start));
        return ranges;
    }
}
