package dev.clew.match;

import dev.clew.model.Clause;
import dev.clew.model.Origin;
import dev.clew.model.Pattern;
import dev.clew.model.Record;
import dev.clew.model.RecordKind;
import java.util.Set;

/// Short ways to say records and patterns.
public final class TestRecords {

    private TestRecords() {}

    static Record.Builder log(String text) {
        return Record.of(RecordKind.LOG, new Origin("x.log", 1), text);
    }

    static Pattern pattern(Clause clause) {
        return new Pattern(Set.of(), Set.of(), Set.of(), clause);
    }

    static Clause text(String text) {
        return new Clause.Text(Clause.WHOLE_TEXT, text);
    }

    static Clause regex(String regex) {
        return new Clause.Regex(Clause.WHOLE_TEXT, regex);
    }
}
