package dev.clew.diagnose;

import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Applies;
import dev.clew.model.Articles;
import dev.clew.model.Clause;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Short ways to say signatures and records, and to diagnose them.
public final class TestRules {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TestRules() {}

    public static Rule.Signature signature(String id, String regex, CorrelationClause... across) {
        return signature(id, regex, Set.of(), across);
    }

    /// A cause of what another signature knows.
    public static Rule.Signature explaining(String id, String regex, String effect) {
        return signature(id, regex, Set.of(effect));
    }

    private static Rule.Signature signature(
            String id, String regex, Set<String> explains, CorrelationClause... across) {
        return new Rule.Signature(
                id,
                "test",
                "Title of " + id,
                Severity.ERROR,
                Role.CAUSE,
                false,
                Scope.POD,
                List.of(pattern(regex)),
                List.of(across),
                Applies.ALWAYS,
                explains,
                Set.of(),
                Set.of(),
                id,
                List.of(),
                List.of());
    }

    public static RecordPattern pattern(String regex) {
        return new RecordPattern(
                Set.of(), Set.of(), Set.of(), new Clause.Regex(Clause.WHOLE_TEXT, regex));
    }

    public static LogRecord line(String source, long line, Instant time, Entity at, String text) {
        return LogRecord.of(RecordKind.LOG, new Origin(source, line), text)
                .time(time)
                .entity(at)
                .build();
    }

    /// Lines of one source, a second apart from a time on.
    public static List<LogRecord> log(String source, Instant from, List<String> texts) {
        List<LogRecord> records = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            records.add(line(source, i + 1, from.plusSeconds(i), Entity.UNKNOWN, texts.get(i)));
        }
        return records;
    }

    public static List<String> times(int count, String text) {
        return Collections.nCopies(count, text);
    }

    public static RuleBook book(Rule... rules) {
        return RuleBook.of(RuleSource.of(List.of(rules)));
    }

    public static Diagnosis diagnose(RuleBook book, Limits limits, List<LogRecord> records) {
        ObservationStore store = new ObservationStore(book, null, new LimitLog(limits));
        records.forEach(store::record);
        store.close();
        return Diagnostician.diagnose(
                store, new InputSummary(1, 0, records.size(), true, List.of()), Articles.NONE);
    }

    /// Ids of the signatures found, whichever of two files is read first.
    public static Set<String> foundInBothOrders(
            RuleBook book, List<LogRecord> one, List<LogRecord> other) {
        List<LogRecord> forth = new ArrayList<>(one);
        forth.addAll(other);
        List<LogRecord> back = new ArrayList<>(other);
        back.addAll(one);
        Set<String> first = ids(diagnose(book, Limits.DEFAULT, forth));
        Set<String> second = ids(diagnose(book, Limits.DEFAULT, back));
        if (!first.equals(second)) {
            throw new AssertionError("the order of files matters: " + first + ", " + second);
        }
        return first;
    }

    public static Set<String> ids(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .map(finding -> finding.signature().id())
                .collect(java.util.stream.Collectors.toSet());
    }
}
