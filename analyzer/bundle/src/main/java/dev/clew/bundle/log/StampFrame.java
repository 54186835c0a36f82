package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.bundle.wrapper.Prefixes;
import dev.clew.bundle.wrapper.Shipped;

/// `2023-01-09T12:57:28.766132542Z stderr F …` of a container runtime (CRI), the stamp with a host
/// and a program (`journalctl -o short-iso`, rsyslog), or the stamp alone.
final class StampFrame {

    private static final int STREAM = " stdout ".length();

    private StampFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        Stamp stamp = Stamps.iso(text, start);
        if (stamp == null) {
            return Frame.Found.NOTHING;
        }
        line.at(stamp.instant(), false);
        int at = stamp.end();
        char tag = tag(text, at);
        if (tag != 0) {
            line.partial = tag == 'P';
            line.goOn(text, at + STREAM + 2);
            line.passed(LogLine.Layer.CONTAINER_RUNTIME);
            return Frame.Found.WRAPPER;
        }
        line.passed(LogLine.Layer.TIMESTAMP);
        ProgramTag program = ProgramTag.at(text, at);
        if (program != null
                && program.host() != null
                && (program.numbered() || program.isKnown())) {
            program.tell(line, text);
            return Frame.Found.WRAPPER;
        }
        boolean blank = at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
        line.goOn(text, blank ? at + 1 : at);
        Shipped shipped = Prefixes.afterTime(text, line.at());
        if (shipped != null) {
            line.shipped(shipped);
        }
        return Frame.Found.WRAPPER;
    }

    /// `F` for a whole line, `P` for a part of one, if a container runtime put its tags there; 0 if
    /// it did not.
    private static char tag(String text, int at) {
        if (text.length() > at + STREAM + 1
                && (text.startsWith(" stdout ", at) || text.startsWith(" stderr ", at))) {
            char tag = text.charAt(at + STREAM);
            return tag == 'F' || tag == 'P' ? tag : 0;
        }
        return 0;
    }
}
