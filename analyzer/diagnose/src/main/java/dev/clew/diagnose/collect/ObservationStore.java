package dev.clew.diagnose.collect;

import dev.clew.bundle.ObjectRead;
import dev.clew.bundle.RecordSink;
import dev.clew.diagnose.frame.Frames;
import dev.clew.diagnose.frame.Seen;
import dev.clew.errors.Mechanisms;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.build.GraphParts;
import dev.clew.graph.checks.StateChecks;
import dev.clew.match.CompiledRule;
import dev.clew.match.MatchCache;
import dev.clew.match.RuleBook;
import dev.clew.match.Triggers;
import dev.clew.model.Bound;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all rules saw in all records so far. Its size depends on how many different things were
/// seen, not on how many records there were.
public final class ObservationStore {

    /// Times of an observation of which no clause asks when it was seen.
    private static final int FEW_TIMES = 256;

    /// Observations of a signature that are told apart, however many there are of others.
    private static final int RARE = 100;

    /// Characters kept of a record once there is no room for more.
    private static final int SHORT = 200;

    private final RuleBook book;
    private final Map<Key, Observation> observations = new LinkedHashMap<>();
    private final Map<Slot, CorrelationEvents> correlationEvents = new HashMap<>();
    private final int[] observationsOf;
    private final PodDirectory pods;
    private final Facts facts;
    private final CoverageGaps gaps;
    private final Options options;
    private final SourceEndTimes endTimes;
    private final TimelineEvents timelineEvents;
    private final BitSet found = new BitSet();
    private final LimitLog log;
    private long times;
    private long characters;
    private final GraphParts objects;
    private ClusterGraph graph = ClusterGraph.EMPTY;
    private final UnmatchedMessages unmatched;
    private final LastLines lastLines;
    private final Ends ends;
    private final Focus focus = new Focus();
    private final UnmatchedLines single;
    private final Frames frames;
    private long lines;

    private record Key(
            int signature,
            int variant,
            RecordKind kind,
            Entity entity,
            @Nullable Subject subject,
            List<Integer> beside,
            int suppressedBy,
            Map<String, String> captures) {}

    /// A place in a signature's list of further records.
    private record Slot(int signature, int slot) {}

    private final @Nullable Instant since;

    /// A store with the limits that the program uses.
    ///
    /// @param since see the other constructor
    public ObservationStore(RuleBook book, @Nullable Instant since) {
        this(book, since, new LimitLog(Limits.DEFAULT));
    }

    /// @param since what was seen before that is left out; null for nothing. What tells the
    ///   versions and settings of the cluster counts whenever it was said
    /// @param log holds the limits, and learns which are reached
    public ObservationStore(RuleBook book, @Nullable Instant since, LimitLog log) {
        this.book = book;
        this.since = since;
        this.log = log;
        this.objects = new GraphParts(log.limits());
        this.lastLines = new LastLines(log.limits());
        this.observationsOf = new int[book.size()];
        this.pods = new PodDirectory(log);
        this.facts = new Facts(log);
        this.gaps = new CoverageGaps(log);
        this.options = new Options(log);
        this.frames = new Frames(log);
        this.endTimes = new SourceEndTimes(log);
        this.timelineEvents = new TimelineEvents(log);
        this.unmatched = new UnmatchedMessages(log, new Mechanisms(book));
        this.ends = new Ends(log);
        this.single =
                new UnmatchedLines(book.prefilter(), "", new UnmatchedLines.Memory(log.limits()));
    }

    /// Holds a record against the book and puts down what comes of it.
    public void record(LogRecord record) {
        List<RuleBook.Hit> hits = book.match(record);
        lines++;
        single.note(record, new MatchCache.Judged(hits, false));
        note(record, hits);
    }

    /// Adds what was watched in a unit for messages that no rule knows.
    ///
    /// @param base lines of the source before the unit
    /// @param records how many records the unit has
    public void unmatched(UnmatchedLines watched, long base, long records) {
        unmatched.add(watched, base);
        lastLines.add(watched.lastLines(), base);
        long left = lastLines.left();
        if (left > 0) {
            log.reached(Bound.LOGS, left);
        }
        lines += records;
    }

    /// Messages that no rule knows.
    public UnmatchedMessages unmatched() {
        return unmatched;
    }

    /// Takes records, and the objects they were made of.
    public RecordSink sink() {
        return new RecordSink() {
            @Override
            public void record(LogRecord record) {
                objects.record(record);
                ObservationStore.this.record(record);
            }

            @Override
            public void object(ObjectRead object) {
                objects.object(object);
            }

            @Override
            public void emptyList(String kind, @Nullable String namespace) {
                objects.emptyList(kind, namespace);
            }

            @Override
            public LimitLog limits() {
                return log;
            }
        };
    }

    /// Puts down objects that were gathered elsewhere.
    public void objects(GraphParts parts) {
        objects.add(parts);
    }

    /// Puts down what came of holding a record against the book. Records of one source must come in
    /// order.
    public void note(LogRecord record, List<RuleBook.Hit> hits) {
        pods.note(record);
        facts.object(record);
        gaps.record(record);
        options.note(record);
        timelineEvents.note(record);
        ends.note(record);
        focus.note(record);
        if (hits.isEmpty()) {
            return;
        }
        List<RuleBook.Hit> signatures = new ArrayList<>(hits.size());
        List<RuleBook.Hit> benign = new ArrayList<>(0);
        List<RuleBook.Hit> parts = new ArrayList<>(0);
        for (RuleBook.Hit hit : hits) {
            for (int slot : hit.slots()) {
                events(hit.rule(), slot).add(record);
            }
            if (hit.matches() && !Mechanisms.isMechanism(hit.rule().rule())) {
                switch (hit.rule().rule()) {
                    case Rule.Signature signature ->
                            (signature.frame() == null ? signatures : parts).add(hit);
                    case Rule.Benign message -> benign.add(hit);
                    case Rule.Fact fact -> facts.note(fact, hit.met().getFirst().captures());
                }
            }
        }
        List<Integer> all = signatures.stream().map(hit -> hit.rule().ordinal()).toList();
        for (RuleBook.Hit hit : signatures) {
            for (CompiledRule.PatternMatch met : Quoted.evidence(record, hit)) {
                observe(record, hit, values(record, met), all, suppressor(hit, benign));
            }
        }
        for (RuleBook.Hit hit : parts) {
            part(record, hit, all, suppressor(hit, benign));
        }
    }

    /// Puts down a record that met patterns of a frame, and the frames that are whole with it.
    private void part(LogRecord record, RuleBook.Hit hit, List<Integer> beside, int suppressedBy) {
        Instant time = record.time();
        CorrelationClause.InFrame frame = ((Rule.Signature) hit.rule().rule()).frame();
        if (frame == null || since != null && time != null && time.isBefore(since)) {
            return;
        }
        BitSet met = new BitSet();
        Map<String, String> captures = new HashMap<>();
        for (CompiledRule.PatternMatch each : hit.met()) {
            met.set(each.variant());
            captures.putAll(each.captures());
        }
        frames.take(
                        hit.rule().ordinal(),
                        frame,
                        met,
                        new Seen(record, captures, beside, suppressedBy))
                .forEach(this::whole);
    }

    /// Puts down a frame: one match, of which the last record counts and all are evidence.
    private void whole(Frames.Whole frame) {
        Seen last = frame.records().getLast();
        Map<String, String> captures = new HashMap<>();
        frame.records().forEach(seen -> seen.captures().forEach(captures::putIfAbsent));
        CompiledRule rule = book.rule(frame.signature());
        CompiledRule.PatternMatch met = new CompiledRule.PatternMatch(0, captures);
        Observation observation =
                observation(
                        frame.signature(), met, last.record(), last.beside(), last.suppressedBy());
        for (Seen seen : frame.records().subList(0, frame.records().size() - 1)) {
            boolean kept = observation.wantsEarlier();
            int longest = longestEvidence(seen.record(), kept);
            observation.earlier(seen.record(), longest);
            characters += kept ? Math.min(longest, seen.record().shown().length()) : 0;
        }
        add(observation, last.record(), rule);
    }

    /// Of an error, all that was read out of it is of use.
    private static CompiledRule.PatternMatch values(
            LogRecord record, CompiledRule.PatternMatch met) {
        return record.kind() == RecordKind.ERROR
                ? new CompiledRule.PatternMatch(met.variant(), record.fields())
                : met;
    }

    private CorrelationEvents events(CompiledRule rule, int slot) {
        return correlationEvents.computeIfAbsent(
                new Slot(rule.ordinal(), slot),
                any ->
                        new CorrelationEvents(
                                ((Rule.Signature) rule.rule()).across().get(slot), log));
    }

    private void observe(
            LogRecord record,
            RuleBook.Hit hit,
            CompiledRule.PatternMatch met,
            List<Integer> all,
            int suppressedBy) {
        Instant time = record.time();
        if (since != null && time != null && time.isBefore(since)) {
            return;
        }
        int ordinal = hit.rule().ordinal();
        List<Integer> beside =
                all.size() == 1
                        ? List.of()
                        : all.stream().filter(other -> other != ordinal).toList();
        add(observation(ordinal, met, record, beside, suppressedBy), record, hit.rule());
    }

    private void add(Observation observation, LogRecord record, CompiledRule rule) {
        if (rule.rule() instanceof Rule.Signature signature && signature.isCertain(record)) {
            observation.confirm();
        }
        boolean evidence = observation.wantsEvidence();
        int longest = longestEvidence(record, evidence);
        int most = mostTimes(rule);
        int more = observation.add(record, most, longest);
        if (more < 0 && most > FEW_TIMES) {
            log.reached(Bound.TIMES, 1L - more);
        }
        times += most > FEW_TIMES ? more : 0;
        characters += evidence ? Math.min(longest, record.shown().length()) : 0;
    }

    private int longestEvidence(LogRecord record, boolean kept) {
        int length = Math.min(Evidence.LONGEST, record.shown().length());
        if (!kept
                || length <= SHORT
                || characters + length <= log.limits().of(Bound.EVIDENCE_CHARACTERS)) {
            return Evidence.LONGEST;
        }
        log.reached(Bound.EVIDENCE_CHARACTERS, 1);
        return SHORT;
    }

    private int mostTimes(CompiledRule rule) {
        boolean asked =
                rule.rule() instanceof Rule.Signature signature
                        && signature.across().stream().anyMatch(CorrelationClause::asksForTimes);
        if (!asked) {
            return FEW_TIMES;
        }
        if (times >= log.limits().of(Bound.TIMES_IN_ALL)) {
            log.reached(Bound.TIMES_IN_ALL, 1);
            return FEW_TIMES;
        }
        return log.limits().sizeOf(Bound.TIMES);
    }

    /// The observation that the record is one of. What tells observations apart gets less as they
    /// get more; every match counts in some.
    private Observation observation(
            int ordinal,
            CompiledRule.PatternMatch met,
            LogRecord record,
            List<Integer> beside,
            int suppressedBy) {
        int known = observationsOf[ordinal];
        boolean values = known < log.limits().of(Bound.OBSERVED_VALUES);
        Key key =
                new Key(
                        ordinal,
                        met.variant(),
                        record.kind(),
                        record.entity(),
                        record.subject(),
                        beside,
                        suppressedBy,
                        values ? met.captures() : Map.of());
        Observation observation = observations.get(key);
        if (observation != null) {
            if (!values && !met.captures().equals(observation.captures())) {
                log.reached(Bound.OBSERVED_VALUES, 1);
            }
            return observation;
        }
        Bound full =
                known >= log.limits().of(Bound.OBSERVATIONS)
                        ? Bound.OBSERVATIONS
                        : known >= RARE
                                        && observations.size()
                                                >= log.limits().of(Bound.OBSERVATIONS_IN_ALL)
                                ? Bound.OBSERVATIONS_IN_ALL
                                : null;
        if (full != null) {
            log.reached(full, 1);
            key =
                    new Key(
                            ordinal,
                            met.variant(),
                            record.kind(),
                            Entity.UNKNOWN,
                            null,
                            beside,
                            suppressedBy,
                            Map.of());
        }
        Observation found = observations.get(key);
        if (found == null) {
            found =
                    new Observation(
                            ordinal,
                            met.variant(),
                            record.kind(),
                            key.entity(),
                            key.subject(),
                            beside,
                            suppressedBy,
                            met.captures());
            observations.put(key, found);
            observationsOf[ordinal]++;
            this.found.set(ordinal);
        }
        return found;
    }

    private static int suppressor(RuleBook.Hit hit, List<RuleBook.Hit> benign) {
        for (RuleBook.Hit each : benign) {
            if (each.rule().rule() instanceof Rule.Benign message
                    && (message.suppresses().isEmpty()
                            || message.suppresses().contains(hit.rule().rule().id()))) {
                return each.rule().ordinal();
            }
        }
        return -1;
    }

    /// Judges what could only be put together at the end. To be called once, after the last record.
    public void close() {
        frames.end().forEach(this::whole);
        options.records().forEach(record -> note(record, book.match(record)));
        graph = objects.build(log);
        StateChecks.of(graph, log).forEach(record -> note(record, book.match(record)));
        unmatched(single, 0, 0);
        unmatched.release(new HoldingRules(this, facts.environment()));
        new ErrorRecords(book, pods, unmatched, lastLines, ends, lines).make().forEach(this::made);
        FailedCalls calls =
                new FailedCalls(graph, pods, unmatched.ranked(), new Mechanisms(book), log);
        new CallRecords(graph, calls, lines <= ErrorRecords.EXCERPT).make().forEach(this::made);
    }

    /// Notes what was made of other records.
    private void made(LogRecord record) {
        List<RuleBook.Hit> hits = book.match(record);
        note(record, record.kind() == RecordKind.ERROR ? ofErrors(hits) : hits);
    }

    /// What is made of other records is only for signatures that ask for it: the others have seen
    /// those.
    private static List<RuleBook.Hit> ofErrors(List<RuleBook.Hit> hits) {
        return hits.stream()
                .filter(hit ->
                        hit.rule().rule().match().stream()
                                .anyMatch(pattern -> pattern.kinds().contains(RecordKind.ERROR)))
                .toList();
    }

    /// Whether a record has to be noted even if no rule has to do with it.
    public static boolean isWorthNoting(LogRecord record) {
        return !Triggers.isLine(record.kind())
                || record.kind() == RecordKind.COMMAND
                || Ends.isWorthNoting(record)
                || Options.isOption(record);
    }

    /// The limits of the run, and those that were reached.
    public LimitLog limits() {
        return log;
    }

    public RuleBook book() {
        return book;
    }

    /// What was seen, in the order it was first seen.
    public List<Observation> observations() {
        return List.copyOf(observations.values());
    }

    /// The further records that a clause of a signature asks for, or null if none was seen.
    ///
    /// @param slot place of the clause in the signature's list
    public @Nullable CorrelationEvents correlationEvents(int signature, int slot) {
        return correlationEvents.get(new Slot(signature, slot));
    }

    public SourceEndTimes endTimes() {
        return endTimes;
    }

    public TimelineEvents timelineEvents() {
        return timelineEvents;
    }

    /// The graph of the objects; without any before [#close()].
    public ClusterGraph graph() {
        return graph;
    }

    public PodDirectory pods() {
        return pods;
    }

    /// What a person asked about.
    public Focus focus() {
        return focus;
    }

    public CoverageGaps gaps() {
        return gaps;
    }

    public Facts facts() {
        return facts;
    }

    /// How many signatures have matched so far.
    public int found() {
        return found.cardinality();
    }
}
