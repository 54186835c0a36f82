package dev.clew.bundle.log;

import dev.clew.bundle.format.LineFormat;
import dev.clew.bundle.wrapper.Shipped;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks through whatever stands in front of a program's own words, container runtime, syslog,
/// `kubectl --timestamps`, and then reads those in the format they are in. Which frames a place may
/// begin, its first character tells.
final class LineParser {

    private static final int LAYERS = 8;
    private static final List<Frame> OBJECT = List.of(JsonFrame::read);
    private static final List<Frame> BRACKET =
            List.of(
                    EnvoyFrame::read,
                    ShipperFrame::read,
                    CloudFrame::labels,
                    LevelFrame::bracket,
                    KernelFrame::read);
    private static final List<Frame> ANGLE = List.of(ShipperFrame::read, KernelFrame::read);
    private static final List<Frame> DIGIT =
            List.of(StampFrame::read, ShipperFrame::read, NameFrame::read);

    private final @Nullable Frame own;
    private final List<Frame> letter;
    private final List<Frame> other;

    /// A parser for the forms that programs use.
    LineParser(Year year) {
        this(year, null);
    }

    /// A parser that looks for a format of the user's own first.
    ///
    /// @param year for stamps that leave it out
    /// @param format null if there is none
    LineParser(Year year, @Nullable LineFormat format) {
        own = format == null ? null : new FormatFrame(format, year);
        Frame syslog = new SyslogFrame(year);
        other =
                List.of(
                        syslog,
                        CloudFrame::level,
                        ShipperFrame::read,
                        NameFrame::read,
                        LogfmtFrame::read,
                        LevelFrame::word);
        letter =
                List.of(
                        new KlogFrame(year),
                        syslog,
                        CloudFrame::level,
                        ShipperFrame::read,
                        NameFrame::read,
                        LogfmtFrame::read,
                        LevelFrame::word);
    }

    /// Reads a line without its line end.
    LogLine parse(String text) {
        return parse(new LogLine(text));
    }

    /// Reads a line that a shipper gave out.
    ///
    /// @param raw the text that holds it
    LogLine parse(Shipped shipped, String raw) {
        LogLine line = new LogLine(raw);
        line.shipped(shipped);
        if (shipped.line() != null) {
            return parse(line);
        }
        JsonFrame.members(line, shipped.members());
        StringBuilder words = new StringBuilder();
        shipped.members()
                .forEach((name, value) ->
                        words.append(words.isEmpty() ? "" : "; ")
                                .append(name)
                                .append(": ")
                                .append(value));
        line.goOn(words.toString(), 0);
        return finish(line);
    }

    private LogLine parse(LogLine line) {
        Frame.Found found = Frame.Found.WRAPPER;
        for (int i = 0; i < LAYERS && found == Frame.Found.WRAPPER; i++) {
            found = read(line);
        }
        return finish(line);
    }

    private static LogLine finish(LogLine line) {
        LevelWords.Found told =
                line.level == null && line.message.isEmpty() && line.isFramed()
                        ? LevelWords.in(line.text(), line.at())
                        : null;
        if (told != null) {
            line.level = told.level();
            line.message = line.text().substring(told.end());
        }
        if (line.message.isEmpty()) {
            line.message = line.rest();
        }
        if (line.level == null || line.time == null) {
            ProgramForms.look(line);
        }
        line.level = line.level == null ? line.shippedLevel : line.level;
        return line;
    }

    /// The line as it was before the container runtime cut it off, if that put its tags in front:
    /// only its own layer is taken off. The line itself if it has none.
    static LogLine runtime(String text) {
        LogLine line = new LogLine(text);
        return StampFrame.read(line, text, 0) == Frame.Found.WRAPPER
                        && line.innermost == LogLine.Layer.CONTAINER_RUNTIME
                ? line
                : new LogLine(text);
    }

    private Frame.Found read(LogLine line) {
        String text = line.text();
        int at = line.at();
        if (own != null && own.read(line, text, at) == Frame.Found.WORDS) {
            return Frame.Found.WORDS;
        }
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at == text.length()) {
            return Frame.Found.NOTHING;
        }
        for (Frame frame : frames(text.charAt(at))) {
            Frame.Found found = frame.read(line, text, at);
            if (found != Frame.Found.NOTHING) {
                return found;
            }
        }
        return Frame.Found.NOTHING;
    }

    private List<Frame> frames(char first) {
        return switch (first) {
            case '{' -> OBJECT;
            case '[' -> BRACKET;
            case '<' -> ANGLE;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> DIGIT;
            case 'I', 'W', 'E', 'F' -> letter;
            default -> other;
        };
    }
}
