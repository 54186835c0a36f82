package dev.clew.match;

import dev.clew.match.shape.LineShape;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges log records by a book and remembers, for each shape of line, which rules can match at
/// all: a program prints the same lines again and again with other stamps and ids, and most rules
/// that share a word with a line fail by another word. For use by one thread.
public final class MatchCache {

    private static final int CAPACITY = 20_000;

    /// Longer lines are seldom of the same shape.
    private static final int LONGEST = 4_000;

    private static final Judged RULED_OUT = new Judged(List.of(), true);

    private final RuleBook book;
    private final Map<Key, int[]> candidates = new HashMap<>();

    /// Shapes of which a line was seen.
    private final Set<Key> seen = new HashSet<>();

    private final IdentityHashMap<LogRecord, Judged> repeated = new IdentityHashMap<>();

    /// What settles which rules can match.
    private record Key(long shape, String component, @Nullable Level level) {}

    public MatchCache(RuleBook book) {
        this.book = book;
    }

    /// What the book says of a record.
    ///
    /// @param hits what [RuleBook#match] says of it
    /// @param ruledOut whether no rule can match any record of the same shape, program and level
    public record Judged(List<RuleBook.Hit> hits, boolean ruledOut) {}

    /// Judges a record.
    public Judged judge(LogRecord record) {
        if (!record.isRepeat()) {
            return judgeFirst(record);
        }
        Judged known = repeated.get(record.original());
        if (known == null) {
            known = judgeFirst(record);
            if (repeated.size() >= CAPACITY) {
                repeated.clear();
            }
            repeated.put(record.original(), known);
        }
        return known;
    }

    private Judged judgeFirst(LogRecord record) {
        if (!isRemembered(record)) {
            return new Judged(book.match(record), false);
        }
        int[] some = candidates(record);
        if (some == null) {
            return new Judged(book.match(record), false);
        }
        return some.length == 0 ? RULED_OUT : new Judged(book.match(record, some), false);
    }

    private boolean isRemembered(LogRecord record) {
        return record.kind() == RecordKind.LOG
                && record.raw().length() <= LONGEST
                && record.raw().indexOf('\n') < 0
                && !book.isProfiled();
    }

    /// The rules that can match a shape that was seen before; null for a new one, for most of which
    /// no other line comes.
    private int @Nullable [] candidates(LogRecord record) {
        byte[] bytes = record.raw().getBytes(StandardCharsets.UTF_8);
        Key key = new Key(LineShape.of(bytes, 0, bytes.length), record.component(), record.level());
        int[] known = candidates.get(key);
        if (known == null) {
            if (seen.add(key)) {
                if (seen.size() > CAPACITY) {
                    seen.clear();
                }
                return null;
            }
            known = book.candidatesOfShape(record);
            if (candidates.size() >= CAPACITY) {
                candidates.clear();
            }
            candidates.put(key, known);
        }
        return known;
    }
}
