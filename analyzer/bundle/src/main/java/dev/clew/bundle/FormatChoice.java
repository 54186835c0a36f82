package dev.clew.bundle;

import dev.clew.bundle.format.LineFormat;
import dev.clew.bundle.log.LogLine;
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
                        .sorted(Comparator.comparing((LineFormat each) -> !each.isForPaths()))
                        .toList();
    }

    /// The source with the format that most of its first lines are in, if there is one; of several,
    /// the one that sets most apart.
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
        Fit most = Fit.NONE;
        for (LineFormat format : formats) {
            Fit fit = format.takes(source.path()) ? fit(source.in(format), lines) : Fit.NONE;
            if (fit.compareTo(most) > 0) {
                best = format;
                most = fit;
            }
        }
        return source.in(best);
    }

    /// How well a format fits.
    ///
    /// @param lines how many are in it
    /// @param setApart how much it sets apart of them
    private record Fit(int lines, int setApart) implements Comparable<Fit> {
        static final Fit NONE = new Fit(0, 0);

        @Override
        public int compareTo(Fit other) {
            return lines == other.lines
                    ? Integer.compare(setApart, other.setApart)
                    : Integer.compare(lines, other.lines);
        }
    }

    private static Fit fit(Source source, List<String> lines) {
        LogRecords records = new LogRecords(source);
        int hits = 0;
        int setApart = 0;
        for (String each : lines) {
            LogLine line = records.parse(each);
            hits += line.isInFormat() ? 1 : 0;
            setApart += line.setApart();
        }
        return new Fit(hits, setApart);
    }
}
