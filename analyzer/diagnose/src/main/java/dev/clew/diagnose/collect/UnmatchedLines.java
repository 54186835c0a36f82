package dev.clew.diagnose.collect;

import dev.clew.errors.Failures;
import dev.clew.match.LevelWords;
import dev.clew.match.LineMarks;
import dev.clew.match.MatchCache;
import dev.clew.match.Prefilter;
import dev.clew.match.RuleBook;
import dev.clew.match.shape.LineShape;
import dev.clew.match.template.Template;
import dev.clew.model.Bound;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Level;
import dev.clew.model.Limits;
import dev.clew.model.LineEnds;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Watches one unit for messages at warning or above that no rule knows. Lets the first lines of
/// each kind through beside those that the rules ask for, and counts the others by their bytes.
public final class UnmatchedLines implements LineFilter {

    private static final int HEAD = 2000;
    private static final int LAST = 12;

    /// Bytes of which every line is read: what is so short was chosen by a person.
    private static final int EXCERPT = 64 * 1024;

    private final Prefilter rules;
    private final Memory memory;
    private final String component;
    private final int program;
    private final LineFingerprints fingerprints;
    private final Map<Long, Unknown> unknowns = new HashMap<>();
    private final List<Unknown> order = new ArrayList<>();
    private final Map<List<Integer>, Unknown> doubted = new LinkedHashMap<>();

    /// Whether only some lines of the unit are read, and whether those read now are its last ones.
    private boolean inPart;

    private boolean atEnd;
    private final LastLines lastLines;
    private long left;
    private long undoubted;

    /// A message of the unit that no rule knows.
    static final class Unknown {
        final long fingerprint;
        final Template template;
        final List<LogRecord> records = new ArrayList<>(3);
        @Nullable LogRecord last;
        Level level;
        long read;

        Unknown(long fingerprint, Template template, Level level) {
            this.fingerprint = fingerprint;
            this.template = template;
            this.level = level;
        }

        private void add(LogRecord record, Level bad) {
            read += record.count();
            if (bad.compareTo(level) > 0) {
                level = bad;
            }
            if (records.size() < 3) {
                records.add(record);
            } else {
                last = record;
            }
        }
    }

    /// What units that one thread watches know of each other. For use by that thread.
    public static final class Memory {
        private static final int CAPACITY = 20_000;

        private final LineFingerprints.FingerprintBudget budget =
                new LineFingerprints.FingerprintBudget();

        private final Limits limits;

        /// Memory of a run with these limits.
        public Memory(Limits limits) {
            this.limits = limits;
        }

        /// Shapes of lines that no rule can match and that tell of no failure.
        private final Set<Long> dull = new HashSet<>();

        /// What was told by records that come again with other stamps.
        private final IdentityHashMap<LogRecord, Told> repeated = new IdentityHashMap<>();

        private boolean isDull(int program, byte[] bytes, int from, int to) {
            return !dull.isEmpty() && dull.contains(key(program, bytes, from, to));
        }

        private void addDull(int program, String line) {
            if (dull.size() >= CAPACITY) {
                dull.clear();
            }
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            dull.add(key(program, bytes, 0, bytes.length));
        }

        /// What a line is read as depends on the program that is said to have printed it.
        private static long key(int program, byte[] bytes, int from, int to) {
            return LineShape.of(bytes, from, to) * 31 + program;
        }
    }

    /// Watches the lines of a source beside the filter of the rules.
    ///
    /// @param component the program that is said to have printed them; empty if that is not known
    public UnmatchedLines(Prefilter rules, String component, Memory memory) {
        this.rules = rules;
        this.memory = memory;
        this.lastLines = new LastLines(memory.limits);
        this.component = component;
        this.program = component.hashCode();
        this.fingerprints =
                new LineFingerprints(memory.budget, memory.limits.of(Bound.LINE_KINDS_IN_PART));
    }

    @Override
    public void lines(byte[] bytes, int from, int to, LineSink sink) {
        inPart = to - from > EXCERPT;
        if (!inPart) {
            LineFilter.EVERY_LINE.lines(bytes, from, to, sink);
            return;
        }
        LineMarks marks = new LineMarks(bytes, from, to);
        rules.mark(bytes, from, to, component, marks, new Count(bytes));
        if (looksLikeKlog(bytes, from, Math.min(to, from + HEAD))) {
            klog(bytes, from, to, marks);
        }
        int last = markLast(bytes, from, to, marks);
        marks.forEach((start, end) -> {
            atEnd = start >= last;
            if (atEnd || !memory.isDull(program, bytes, start, end)) {
                sink.line(start, end);
            }
        });
    }

    /// What a program says last, it may say in any words.
    ///
    /// @return where the first of the last lines begins
    private static int markLast(byte[] bytes, int from, int to, LineMarks marks) {
        int end = to;
        for (int i = 0; i < LAST && end > from; i++) {
            int start = LineEnds.startOfLine(bytes, from, end - 1);
            marks.mark(start, LineEnds.next(bytes, start, to));
            end = start;
        }
        return end;
    }

    /// Counts lines by what they say, each once, and lets the first ones of a kind through.
    private final class Count implements Prefilter.Alarm {
        private final byte[] bytes;
        private int last = -1;
        private boolean worth;

        Count(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isWorthParsing(int start, int end) {
            if (start != last) {
                last = start;
                worth = fingerprints.isWorthReading(bytes, start, end);
            }
            return worth;
        }
    }

    private void klog(byte[] bytes, int from, int to, LineMarks marks) {
        for (int start = from; start < to; ) {
            int end = LineEnds.next(bytes, start, to);
            int at = afterRuntime(bytes, start, end);
            if (isKlog(bytes, at, end)
                    && bytes[at] != 'I'
                    && fingerprints.isWorthReading(bytes, start, end)) {
                marks.mark(start, end);
            }
            start = end + 1;
        }
    }

    private static boolean looksLikeKlog(byte[] bytes, int from, int to) {
        for (int start = from; start < to; start = LineEnds.next(bytes, start, to) + 1) {
            if (isKlog(bytes, afterRuntime(bytes, start, to), to)) {
                return true;
            }
        }
        return false;
    }

    /// Where the program's own words begin if the container runtime put its stamp in front.
    private static int afterRuntime(byte[] bytes, int start, int to) {
        if (start >= to || bytes[start] < '0' || bytes[start] > '9') {
            return start;
        }
        int end = Math.min(to, start + 50);
        for (int i = start; i + 3 < end; i++) {
            if (bytes[i] == ' ' && bytes[i + 1] == 'F' && bytes[i + 2] == ' ') {
                return i + 3;
            }
        }
        return start;
    }

    private static boolean isKlog(byte[] bytes, int at, int to) {
        if (at + 6 > to || "IWEF".indexOf(bytes[at]) < 0 || bytes[at + 5] != ' ') {
            return false;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /// Takes a record of the unit with what the rules say of it.
    public void note(LogRecord record, MatchCache.Judged judged) {
        Told told = inPart && record.isRepeat() ? repeated(record, judged) : told(record, judged);
        Level level = told.level();
        boolean known = told.known();
        if (!inPart || atEnd || level != null || known) {
            lastLines.note(record, level, known);
        }
        if (told.dull()) {
            memory.addDull(program, record.shown());
        }
        if (level == null) {
            return;
        }
        if (known) {
            doubt(record, level, judged.hits());
            return;
        }
        long fingerprint = told.fingerprint();
        Unknown unknown = unknowns.get(fingerprint);
        if (unknown == null) {
            if (order.size() >= memory.limits.of(Bound.UNKNOWN_MESSAGES_IN_PART)) {
                left++;
                return;
            }
            unknown = unknown(record, fingerprint, level);
            unknowns.put(fingerprint, unknown);
            order.add(unknown);
        }
        unknown.add(record, level);
    }

    private static Unknown unknown(LogRecord record, long fingerprint, Level level) {
        String text = record.kind() == RecordKind.LOG ? record.text() : record.shown();
        return new Unknown(
                fingerprint, Template.of(text.substring(0, Math.min(text.length(), HEAD))), level);
    }

    /// Keeps some of the failures that only rules know which may turn out to be for other programs
    /// or versions, or to lack the further records that they ask for.
    private void doubt(LogRecord record, Level level, List<RuleBook.Hit> hits) {
        if (level.compareTo(Level.ERROR) < 0) {
            return;
        }
        List<Integer> by = new ArrayList<>(1);
        for (RuleBook.Hit hit : hits) {
            Rule rule = hit.rule().rule();
            if (hit.matches() && !(rule instanceof Rule.Fact)) {
                if (!OwnGround.questions(rule)
                        && rule.applies().ranges().isEmpty()
                        && !asksForMore(rule)) {
                    return;
                }
                by.add(hit.rule().ordinal());
            }
        }
        Unknown known = doubted.get(by);
        if (known == null) {
            if (doubted.size() >= memory.limits.of(Bound.DOUBTED_IN_PART)) {
                undoubted++;
                return;
            }
            known = unknown(record, LineFingerprints.of(record.shown()), level);
            doubted.put(by, known);
        }
        known.add(record, level);
    }

    /// Whether a rule holds only where other records are seen too.
    private static boolean asksForMore(Rule rule) {
        return rule instanceof Rule.Signature signature
                && signature.across().stream()
                        .anyMatch(CorrelationClause.Requires.class::isInstance);
    }

    /// What a record says of itself.
    ///
    /// @param level how bad the failure is that it tells of; null if it tells of none that counts
    /// @param known whether a rule knows it
    /// @param dull whether no line of its shape is of use
    private record Told(@Nullable Level level, boolean known, boolean dull, long fingerprint) {}

    private Told repeated(LogRecord record, MatchCache.Judged judged) {
        Told told = memory.repeated.get(record.original());
        if (told == null) {
            told = told(record, judged);
            if (memory.repeated.size() >= Memory.CAPACITY) {
                memory.repeated.clear();
            }
            memory.repeated.put(record.original(), told);
        }
        return told;
    }

    private Told told(LogRecord record, MatchCache.Judged judged) {
        boolean heard = isHeard(record) && !Quoted.isListOfOptions(record);
        Level level = heard ? Failures.level(record) : null;
        boolean known = isKnown(record, judged.hits());
        boolean dull =
                level == null && judged.ruledOut() && !ObservationStore.isWorthNoting(record);
        return new Told(level, known, dull, LineFingerprints.of(record.shown()));
    }

    /// Of what is read in part, lines are heard that show a level or the words of a failure, and no
    /// others: those would be heard or not by whether a rule asks for a word of theirs.
    private boolean isHeard(LogRecord record) {
        Level level = record.level();
        return !inPart
                || level != null && level.compareTo(Level.WARN) >= 0
                || LevelWords.areIn(record.shown());
    }

    private static boolean isKnown(LogRecord record, List<RuleBook.Hit> hits) {
        return hits.stream()
                .anyMatch(hit ->
                        hit.matches()
                                && switch (hit.rule().rule()) {
                                    case Rule.Fact fact -> false;
                                    case Rule.Benign benign -> true;
                                    case Rule.Signature signature ->
                                            signature.frame() == null && !signature.isGuess(record);
                                });
    }

    /// The last lines of the unit.
    LastLines lastLines() {
        return lastLines;
    }

    /// How many records no rule knew for which there was no room.
    long left() {
        return left;
    }

    /// How many lines at warning or above were not read, for they were of too many kinds.
    long unread() {
        return fingerprints.left();
    }

    /// How many failures that only rules know which may not hold found no room.
    long undoubted() {
        return undoubted;
    }

    /// What no rule knew, in the order it was seen first.
    List<Unknown> unknowns() {
        return order;
    }

    /// Failures that only rules know which may turn out not to hold, by the ordinals of those.
    Map<List<Integer>, Unknown> doubted() {
        return doubted;
    }

    /// Hands out how often lines were printed of which none was read here, by their skeletons.
    void forEachUnread(BiConsumer<Long, Integer> sink) {
        fingerprints.forEach((fingerprint, count) -> {
            if (!unknowns.containsKey(fingerprint)) {
                sink.accept(fingerprint, count);
            }
        });
    }

    /// How often a message of the unit was printed.
    long count(Unknown unknown) {
        return Math.max(unknown.read, fingerprints.count(unknown.fingerprint));
    }
}
