package dev.clew.bundle.log;

import dev.clew.bundle.format.LineFormat;
import java.time.Year;

/// The format that a user described for the lines of a source.
final class FormatFrame implements Frame {

    private final LineFormat format;
    private final Year year;

    /// @param year for stamps that leave it out
    FormatFrame(LineFormat format, Year year) {
        this.format = format;
        this.year = year;
    }

    @Override
    public Found read(LogLine line, String text, int at) {
        LineFormat.Reading reading = format.read(text.substring(at), year);
        if (reading == null) {
            return Found.NOTHING;
        }
        reading.fields().forEach(line.fields::putIfAbsent);
        CommonFields.error(line);
        if (reading.time() != null) {
            line.at(reading.time().instant(), reading.time().assumed());
        }
        line.level = reading.level();
        line.message = Escapes.resolve(reading.message());
        line.setApart =
                (reading.time() == null ? 0 : 1)
                        + (reading.level() == null ? 0 : 1)
                        + (reading.message().isEmpty() ? 0 : 1);
        line.passed(LogLine.Layer.FORMAT);
        return Found.WORDS;
    }
}
