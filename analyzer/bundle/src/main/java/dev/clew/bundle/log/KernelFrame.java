package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `[ 7063.247407] …` and `<4>[ 7063.247407] …` of the kernel's ring, and `[Tue Mar 3 10:00:00
/// 2026] …` of `dmesg -T`.
final class KernelFrame {

    private static final Pattern SINCE_BOOT =
            Pattern.compile("(?:<\\d+>)?\\[ *\\d{1,8}\\.\\d{3,6}\\] ");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d) (\\d{4})\\] ");

    private KernelFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        Matcher prefix = SINCE_BOOT.matcher(text).region(start, text.length());
        if (!prefix.lookingAt()) {
            prefix = DATE.matcher(text).region(start, text.length());
            if (!prefix.lookingAt()) {
                return Frame.Found.NOTHING;
            }
            Stamp stamp =
                    Stamps.syslog(prefix.group(1), 0, Year.of(Integer.parseInt(prefix.group(2))));
            line.at(stamp == null ? null : stamp.instant(), false);
        }
        line.component = line.component.isEmpty() ? "kernel" : line.component;
        line.message = text.substring(prefix.end());
        line.passed(LogLine.Layer.KERNEL);
        return Frame.Found.WORDS;
    }
}
