package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Level;
import java.time.Year;

/// `E0805 12:00:01.123456 1234 file.go:56] …` of Kubernetes' own components, with the pairs that
/// follow a message in quotes.
///
/// @param year for the stamps, which leave it out
record KlogFrame(Year year) implements Frame {

    @Override
    public Found read(LogLine line, String text, int start) {
        Stamp stamp = Stamps.klog(text, start + 1, year);
        if (stamp == null) {
            return Found.NOTHING;
        }
        line.level = level(text.charAt(start));
        line.at(stamp.instant(), stamp.assumed());
        int words = place(line, text, stamp.end());
        line.passed(LogLine.Layer.KLOG);
        if (Scan.isAt(text, words, '"')) {
            Logfmt.read(text, Logfmt.endOfQuotes(text, words), line.fields);
            CommonFields.error(line);
        }
        line.message = Escapes.resolve(text.substring(words));
        return Found.WORDS;
    }

    private static Level level(char letter) {
        return switch (letter) {
            case 'W' -> Level.WARN;
            case 'E' -> Level.ERROR;
            case 'F' -> Level.FATAL;
            default -> Level.INFO;
        };
    }

    /// Reads the thread and the place in the source, ` 1234 file.go:56] `.
    ///
    /// @return where the words begin: after it, or where it would begin
    private static int place(LogLine line, String text, int from) {
        int thread = Scan.spaces(text, from);
        int threadEnd = Scan.digits(text, thread);
        if (thread == from || threadEnd == thread || !Scan.isAt(text, threadEnd, ' ')) {
            return from;
        }
        int file = threadEnd + 1;
        int fileEnd = Scan.words(text, file, "./@-");
        if (fileEnd == file || !Scan.isAt(text, fileEnd, ':')) {
            return from;
        }
        int end = Scan.digits(text, fileEnd + 1);
        if (end == fileEnd + 1 || !Scan.isAt(text, end, ']')) {
            return from;
        }
        line.fields.putIfAbsent("caller", text.substring(file, end));
        if (line.component.isEmpty()) {
            line.component = Components.ofSourceFile(text.substring(file, fileEnd));
        }
        return Scan.afterSpace(text, end + 1);
    }
}
