package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Level;

/// `[2026-03-19 16:02:00.123][7][critical][main] [source/server/server.cc:414] …` of Envoy.
final class EnvoyFrame {

    private EnvoyFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        Stamp stamp = Stamps.iso(text, start + 1);
        if (stamp == null || !text.startsWith("][", stamp.end())) {
            return Frame.Found.NOTHING;
        }
        int thread = stamp.end() + 2;
        int threadEnd = Scan.digits(text, thread);
        if (threadEnd == thread || !text.startsWith("][", threadEnd)) {
            return Frame.Found.NOTHING;
        }
        int level = threadEnd + 2;
        int levelEnd = Scan.words(text, level, "");
        if (levelEnd == level || !text.startsWith("][", levelEnd)) {
            return Frame.Found.NOTHING;
        }
        int logger = levelEnd + 2;
        int loggerEnd = Scan.words(text, logger, " -");
        if (loggerEnd == logger || !Scan.isAt(text, loggerEnd, ']')) {
            return Frame.Found.NOTHING;
        }
        line.at(stamp.instant(), false);
        line.level = Level.of(text.substring(level, levelEnd)).orElse(null);
        line.fields.putIfAbsent("logger", text.substring(logger, loggerEnd));
        line.component = line.component.isEmpty() ? "cilium-envoy" : line.component;
        int words = afterPlace(text, Scan.afterSpace(text, loggerEnd + 1));
        line.message = Escapes.resolve(text.substring(words));
        line.passed(LogLine.Layer.ENVOY);
        return Frame.Found.WORDS;
    }

    /// Where the words begin if a place in Envoy's source stands there, `[source/a.cc:414] `.
    private static int afterPlace(String text, int at) {
        if (!Scan.isAt(text, at, '[')) {
            return at;
        }
        int fileEnd = Scan.words(text, at + 1, "./-");
        int end = Scan.digits(text, fileEnd + 1);
        boolean isSource =
                text.startsWith(".cc:", fileEnd - 3) || text.startsWith(".h:", fileEnd - 2);
        return isSource && end > fileEnd + 1 && Scan.isAt(text, end, ']')
                ? Scan.afterSpace(text, end + 1)
                : at;
    }
}
