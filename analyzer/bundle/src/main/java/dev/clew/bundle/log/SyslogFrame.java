package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import java.time.Year;

/// `Aug 5 12:00:01 host kubelet[123]: …`, and the same without a host.
///
/// @param year for the stamps, which leave it out
record SyslogFrame(Year year) implements Frame {

    @Override
    public Found read(LogLine line, String text, int start) {
        Stamp stamp = Stamps.syslog(text, start, year);
        if (stamp == null) {
            return Found.NOTHING;
        }
        int at = stamp.end();
        ProgramTag program = ProgramTag.at(text, at);
        if (text.startsWith(": ", at)) {
            line.goOn(text, at + 2);
            line.passed(LogLine.Layer.SYSLOG);
        } else if (program != null) {
            program.tell(line, text);
        } else {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            line.goOn(text, at);
            line.passed(LogLine.Layer.TIMESTAMP);
        }
        line.at(stamp.instant(), stamp.assumed());
        return Found.WRAPPER;
    }
}
