package dev.clew.bundle;

import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads texts the way files are read.
public final class Reading {

    private Reading() {}

    /// The records of a text in a file of that name.
    public static List<LogRecord> of(String file, String text) {
        List<LogRecord> records = new ArrayList<>();
        Texts.read(
                Texts.source(file),
                text.getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                records::add);
        return records;
    }

    /// The records of a text whose file tells nothing.
    public static List<LogRecord> of(String text) {
        return of("sample", text);
    }

    /// The records of one kind.
    public static List<LogRecord> of(RecordKind kind, String text) {
        return of(text).stream().filter(record -> record.kind() == kind).toList();
    }

    /// A record as one line: kind, component, level, subject, and these of its fields.
    public static String brief(LogRecord record, String... fields) {
        StringBuilder brief = new StringBuilder(record.kind().word());
        brief.append(record.component().isEmpty() ? "" : " " + record.component());
        brief.append(record.level() == null ? "" : " " + record.level().word());
        brief.append(record.subject() == null ? "" : " [" + record.subject() + "]");
        for (String field : fields) {
            brief.append(" ").append(field).append("=").append(record.value(field));
        }
        return brief.toString();
    }
}
