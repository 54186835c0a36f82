package dev.clew.match;

import dev.clew.match.code.Codes;
import dev.clew.model.LogRecord;
import dev.clew.model.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Rules from one or more sources, and the way to hold a record against them. Rules are compiled
/// when they are first tried. Safe for use by several threads.
public final class RuleBook {

    private final RuleSource source;
    private final Prefilter prefilter;
    private final boolean readsRaw;
    private final AtomicReferenceArray<CompiledRule> compiled;
    private volatile @Nullable Costs costs;

    /// What came of holding a record against the book.
    ///
    /// @param rule a rule of the book
    /// @param met the patterns of the rule that the record meets; none if it is only one of its
    ///   further ones
    /// @param slots which of the signature's further records this one is
    public record Hit(CompiledRule rule, List<CompiledRule.PatternMatch> met, List<Integer> slots) {

        /// Whether the rule matches the record.
        public boolean matches() {
            return !met.isEmpty();
        }
    }

    public RuleBook(RuleSource source, Prefilter prefilter) {
        this.source = source;
        this.prefilter = prefilter;
        this.readsRaw = source.readsRaw();
        this.compiled = new AtomicReferenceArray<>(source.size());
    }

    /// A book that looks for literals first.
    public static RuleBook of(RuleSource source) {
        return new RuleBook(source, new LiteralPrefilter(source));
    }

    public Prefilter prefilter() {
        return prefilter;
    }

    public int size() {
        return source.size();
    }

    public CompiledRule rule(int ordinal) {
        CompiledRule known = compiled.get(ordinal);
        if (known == null) {
            known = new CompiledRule(source.prepared(ordinal), ordinal);
            compiled.compareAndSet(ordinal, null, known);
        }
        return known;
    }

    /// The codes whose meanings come with the rules.
    public Codes codes() {
        return source.codes();
    }

    /// The rule of that id, or empty if the book has none.
    public Optional<Rule> find(String id) {
        int ordinal = source.find(id);
        return ordinal < 0 ? Optional.empty() : Optional.of(rule(ordinal).rule());
    }

    /// Places of the rules that are asked for, in order.
    public BitSet asked(Asked asked) {
        return source.asked(asked);
    }

    /// Keeps account, from now on, of what each rule costs. That itself costs time.
    public Costs profile() {
        Costs kept = new Costs(size());
        costs = kept;
        return kept;
    }

    boolean isProfiled() {
        return costs != null;
    }

    /// Every rule that has to do with the record, in the order of the book. Versions are not looked
    /// at.
    public List<Hit> match(LogRecord record) {
        BitSet candidates = prefilter.candidates(record.kind(), record.text());
        if (looksAtRaw(record)) {
            candidates.or(prefilter.candidates(record.kind(), record.raw()));
        }
        return match(record, candidates.stream().toArray());
    }

    /// Whether what stands around the words of the record can make a rule match.
    private boolean looksAtRaw(LogRecord record) {
        return readsRaw && !record.raw().equals(record.text());
    }

    /// Places of the rules that may have to do with any record of the same shape, program and
    /// level.
    int[] candidatesOfShape(LogRecord record) {
        MatchContext shape = MatchContext.ofShape(record);
        BitSet candidates = prefilter.candidatesOfShape(record.kind(), record.text());
        if (looksAtRaw(record)) {
            candidates.or(prefilter.candidatesOfShape(record.kind(), record.raw()));
        }
        return candidates.stream().filter(ordinal -> rule(ordinal).mayMatch(shape)).toArray();
    }

    /// Those of some rules that have to do with the record.
    ///
    /// @param candidates places of the rules, ascending
    List<Hit> match(LogRecord record, int[] candidates) {
        List<Hit> hits = new ArrayList<>(2);
        MatchContext context = new MatchContext(record);
        Costs account = costs;
        for (int ordinal : candidates) {
            long start = account == null ? 0 : System.nanoTime();
            CompiledRule rule = rule(ordinal);
            List<CompiledRule.PatternMatch> met = rule.match(context);
            List<Integer> slots = rule.slots(context);
            boolean hit = !met.isEmpty() || !slots.isEmpty();
            if (hit) {
                hits.add(new Hit(rule, met, slots));
            }
            if (account != null) {
                account.tried(ordinal, hit, System.nanoTime() - start);
            }
        }
        return hits;
    }
}
