package dev.clew.bundle.object;

import dev.clew.bundle.log.LogLine;
import dev.clew.bundle.log.LogRecords;
import dev.clew.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Logs that were put into objects: people keep them in ConfigMaps, and so do tools that report.
final class LogsInObjects {

    private static final int LONGEST_RECORD = 200;

    /// What a line of a log begins with; a sentence that only quotes one begins with other words.
    private static final Pattern BEGINS =
            Pattern.compile(
                    "[\\d\\[{<]|[IWEF]\\d{4} |(?:time|level|ts|t|msg)=|[A-Z]{4,8}\\b|[A-Z][a-z]{2} +\\d");

    private final ObjectRecords records;
    private final LogRecords log;

    LogsInObjects(ObjectRecords records) {
        this.records = records;
        this.log = new LogRecords(records.source());
    }

    /// Hands on the records of a text, if it is a log of several lines, or one line of a log.
    boolean read(Tree tree) {
        String[] lines = tree.orEmpty().strip().split("\n", -1);
        if (!BEGINS.matcher(lines[0]).lookingAt()
                || !log.parse(lines[0]).isFramed()
                || !log.parse(lines[0]).hasLevel()) {
            return false;
        }
        Origin first = records.origin(tree);
        boolean block = records.raw(tree).startsWith("|") || records.raw(tree).startsWith(">");
        for (int i = 0; i < lines.length; ) {
            int start = i;
            StringBuilder text = new StringBuilder(lines[i]);
            List<LogLine> parts = new ArrayList<>(List.of(log.parse(lines[i++])));
            while (i < lines.length && i - start < LONGEST_RECORD) {
                LogLine next = log.parse(lines[i]);
                if (!LogRecords.continues(next)) {
                    break;
                }
                parts.add(next);
                text.append('\n').append(lines[i++]);
            }
            if (!text.toString().isBlank()) {
                long line = block ? first.line() + 1 + start : first.line();
                records.emit(log.record(new Origin(first.source(), line), parts, text.toString()));
            }
        }
        return true;
    }
}
