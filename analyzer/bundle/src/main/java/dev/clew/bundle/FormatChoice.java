package dev.clew.bundle;

import dev.clew.bundle.format.LineFormat;
import dev.clew.bundle.log.LogRecords;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds which format of the user's own a source is in, by its first lines.
final class FormatChoice {

    private static final int LINES_LOOKED_AT = 50;

    private final List<LineFormat> formats;

    /// @param formats those for sources of certain paths are preferred, and the first ones
    FormatChoice(List<LineFormat> formats) {
        this.formats =
                formats.stream()
                        .sorted(
                                Comparator.comparing(
                                        (LineFormat each) -> !each.isForPaths()))
                        .toList();
    }

    /// The source with the format that most of its first lines are in, if there is one.
    ///
    /// @param length how many bytes of `head` are filled
    Source refine(Source source, byte[] head, int length) {
        if (formats.isEmpty()) {
            return source;
        }
        List<String> lines =
                new String(head, 0, length, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(LINES_LOOKED_AT)
                        .toList();
        @Nullable LineFormat best = null;
        long most = 0;
        for (LineFormat format : formats) {
            long hits = format.takes(source.path()) ? hits(source.in(format), lines) : 0;
            if (hits > most) {
                best = format;
                most = hits;
            }
        }
        return source.in(best);
    }

    private static long hits(Source source, List<String> lines) {
        LogRecords records = new LogRecords(source);
        return lines.stream().filter(line -> records.parse(line).isInFormat()).count();
    }
}
