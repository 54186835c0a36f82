package dev.clew.match;

import dev.clew.model.Clause;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import java.util.Set;

/// Short ways to say records and patterns.
public final class TestRecords {

    private TestRecords() {}

    static LogRecord.Builder log(String text) {
        return LogRecord.of(RecordKind.LOG, new Origin("x.log", 1), text);
    }

    static RecordPattern pattern(Clause clause) {
        return new RecordPattern(Set.of(), Set.of(), Set.of(), clause);
    }

    static Clause text(String text) {
        return new Clause.Text(Clause.WHOLE_TEXT, text);
    }

    static Clause regex(String regex) {
        return new Clause.Regex(Clause.WHOLE_TEXT, regex);
    }
}
