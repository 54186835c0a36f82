package dev.clew.match;

import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges records by a book and remembers what came of it: a program in trouble prints the same
/// lines again and again, with nothing but another time. For use by one thread.
public final class MatchCache {

    private static final int MOST = 1_000;

    /// Of a longer line, to remember it would cost more than it saves.
    private static final int LONGEST = 4_000;

    private final RuleBook book;
    private final LinkedHashMap<Key, List<RuleBook.Hit>> known =
            new LinkedHashMap<>(16, 0.75f, true);

    /// All of a log record that patterns can look at.
    private record Key(
            String text,
            String message,
            String component,
            @Nullable Level level,
            Entity entity,
            String source,
            int count,
            Map<String, String> fields) {
        static Key of(LogRecord record) {
            return new Key(
                    record.text(),
                    record.message(),
                    record.component(),
                    record.level(),
                    record.entity(),
                    record.origin().source(),
                    record.count(),
                    record.fields());
        }
    }

    public MatchCache(RuleBook book) {
        this.book = book;
    }

    /// What [RuleBook#match] says of the record.
    public List<RuleBook.Hit> of(LogRecord record) {
        if (record.kind() != RecordKind.LOG
                || record.text().length() > LONGEST
                || book.isProfiled()) {
            return book.match(record);
        }
        Key key = Key.of(record);
        List<RuleBook.Hit> hits = known.get(key);
        if (hits == null) {
            hits = book.match(record);
            if (known.size() >= MOST) {
                known.pollFirstEntry();
            }
            known.put(key, hits);
        }
        return hits;
    }
}
