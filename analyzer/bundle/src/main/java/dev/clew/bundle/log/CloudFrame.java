package dev.clew.bundle.log;

import java.util.Set;

/// What Google's `gcloud logging read` puts in front: `ERROR 2024-08-31T07:14:43Z` and
/// `[resource.labels.containerName: cilium-agent]`.
final class CloudFrame {

    private static final String LABEL = "[resource.labels.containerName: ";
    private static final Set<String> LEVELS =
            Set.of("DEFAULT", "DEBUG", "INFO", "NOTICE", "WARNING", "ERROR", "CRITICAL", "ALERT");

    private CloudFrame() {}

    /// The level in front of a stamp. It is passed over: most say `ERROR` of all that was printed
    /// on standard error.
    static Frame.Found level(LogLine line, String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        int day = end + 1;
        if (start != line.at()
                || end == start
                || !Scan.isAt(text, end, ' ')
                || Scan.digits(text, day) != day + 4
                || !isDay(text, day)
                || !LEVELS.contains(text.substring(start, end))) {
            return Frame.Found.NOTHING;
        }
        line.goOn(text, day);
        line.passed(LogLine.Layer.PREFIX);
        return Frame.Found.WRAPPER;
    }

    private static boolean isDay(String text, int at) {
        return Scan.isAt(text, at + 4, '-')
                && Scan.digits(text, at + 5) == at + 7
                && Scan.isAt(text, at + 7, '-')
                && Scan.digits(text, at + 8) == at + 10
                && Scan.isAt(text, at + 10, 'T');
    }

    /// The name of the container.
    static Frame.Found labels(LogLine line, String text, int start) {
        if (!text.startsWith(LABEL, start)) {
            return Frame.Found.NOTHING;
        }
        int name = start + LABEL.length();
        int end = Scan.words(text, name, ".-");
        if (end == name || !text.startsWith("] ", end)) {
            return Frame.Found.NOTHING;
        }
        line.container = text.substring(name, end);
        line.component = Components.ofWorkload(line.container);
        line.level = null;
        line.goOn(text, end + 2);
        return Frame.Found.WRAPPER;
    }
}
