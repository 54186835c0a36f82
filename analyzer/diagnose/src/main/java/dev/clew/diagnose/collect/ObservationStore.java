package dev.clew.diagnose.collect;

import dev.clew.match.CompiledRule;
import dev.clew.match.RuleBook;
import dev.clew.match.Triggers;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.model.Subject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What all rules saw in all records so far. Its size depends on how many different things were
/// seen, not on how many records there were.
public final class ObservationStore {

    private static final int MOST_OBSERVATIONS = 100_000;
    private static final int MOST_CORRELATION_EVENTS = 2_000;

    private final RuleBook book;
    private final Map<Key, Observation> observations = new LinkedHashMap<>();
    private final Map<CorrelationSlot, List<CorrelationEvent>> correlationEvents = new HashMap<>();
    private final PodDirectory pods = new PodDirectory();
    private final Facts facts = new Facts();
    private final CoverageGaps gaps = new CoverageGaps();
    private final Options options = new Options();
    private final SourceEndTimes endTimes = new SourceEndTimes();
    private final TimelineEvents timelineEvents = new TimelineEvents();
    private final BitSet found = new BitSet();

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
    public record CorrelationSlot(int signature, int slot) {}

    private final @Nullable Instant since;
    private final LimitLog log;

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
    }

    /// Holds a record against the book and puts down what comes of it.
    public void record(LogRecord record) {
        note(record, book.match(record));
    }

    /// Puts down what came of holding a record against the book. Records of one source must come in
    /// order.
    public void note(LogRecord record, List<RuleBook.Hit> hits) {
        pods.note(record);
        facts.object(record);
        gaps.record(record);
        options.note(record);
        timelineEvents.note(record);
        if (hits.isEmpty()) {
            return;
        }
        List<RuleBook.Hit> signatures = new ArrayList<>(hits.size());
        List<RuleBook.Hit> benign = new ArrayList<>(0);
        for (RuleBook.Hit hit : hits) {
            for (int slot : hit.slots()) {
                List<CorrelationEvent> seen =
                        correlationEvents.computeIfAbsent(
                                new CorrelationSlot(hit.rule().ordinal(), slot),
                                key -> new ArrayList<>());
                if (seen.size() < MOST_CORRELATION_EVENTS) {
                    seen.add(
                            new CorrelationEvent(
                                    record.entity(), Timestamp.of(record), evidence(record)));
                }
            }
            if (hit.matches()) {
                switch (hit.rule().rule()) {
                    case Rule.Signature signature -> signatures.add(hit);
                    case Rule.Benign message -> benign.add(hit);
                    case Rule.Fact fact -> facts.note(fact, hit.met().getFirst().captures());
                }
            }
        }
        List<Integer> all = signatures.stream().map(hit -> hit.rule().ordinal()).toList();
        for (RuleBook.Hit hit : signatures) {
            for (CompiledRule.PatternMatch met : hit.met()) {
                observe(record, hit, met, all, suppressor(hit, benign));
            }
        }
    }

    private static Evidence evidence(LogRecord record) {
        String raw = record.raw();
        return new Evidence(
                record.origin(),
                raw.length() <= 300 ? raw : raw.substring(0, 300),
                record.timeAssumed() ? null : record.time());
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
        Map<String, String> captures = met.captures();
        Map<String, String> telling =
                observations.size() < MOST_OBSERVATIONS / 10 ? captures : Map.of();
        Key key =
                new Key(
                        ordinal,
                        met.variant(),
                        record.kind(),
                        record.entity(),
                        record.subject(),
                        beside,
                        suppressedBy,
                        telling);
        Observation observation = observations.get(key);
        if (observation == null) {
            if (observations.size() >= MOST_OBSERVATIONS) {
                return;
            }
            observation =
                    new Observation(
                            ordinal,
                            met.variant(),
                            record.kind(),
                            record.entity(),
                            record.subject(),
                            beside,
                            suppressedBy,
                            captures);
            observations.put(key, observation);
            found.set(ordinal);
        }
        observation.add(record);
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
        options.records().forEach(this::record);
    }

    /// Whether a record has to be noted even if no rule has to do with it.
    public static boolean isWorthNoting(LogRecord record) {
        return !Triggers.isLine(record.kind()) || Options.isOption(record);
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

    /// Where a further record of a signature was seen.
    public List<CorrelationEvent> correlationEvents(int signature, int slot) {
        return correlationEvents.getOrDefault(new CorrelationSlot(signature, slot), List.of());
    }

    public SourceEndTimes endTimes() {
        return endTimes;
    }

    public TimelineEvents timelineEvents() {
        return timelineEvents;
    }

    public PodDirectory pods() {
        return pods;
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
