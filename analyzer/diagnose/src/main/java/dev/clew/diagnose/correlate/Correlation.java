package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.Basis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Occurrences;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.match.code.Codes;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.Bound;
import dev.clew.model.Environment;
import dev.clew.model.Evidence;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// From what was gathered to ranked findings and incidents.
public final class Correlation {

    /// Subjects of which it is said how often each was seen.
    private static final int MOST_COUNTED = 10;

    /// Codes of which it is said what they mean.
    private static final int MOST_MEANINGS = 3;

    private final ObservationStore store;
    private final Articles articles;
    private final Environment environment;

    public Correlation(ObservationStore store, Articles articles) {
        this.store = store;
        this.articles = articles;
        this.environment = store.facts().environment();
    }

    /// A group with its place among the others.
    ///
    /// @param causes the groups that explain it
    record Ranked(Group group, List<Integer> causes, Ranking ranking) {}

    public Diagnosis diagnosis(InputSummary inputs) {
        Groups maker = new Groups(store, environment);
        List<Group> groups = maker.make();
        Causes relations = new Causes(store.book()::find, store.graph(), store.limits());
        List<Reach> reaches = relations.reaches(groups);
        List<List<Integer>> causes = relations.of(groups, reaches);
        int[] explained = new int[groups.size()];
        causes.forEach(of -> of.forEach(cause -> explained[cause]++));
        List<Integer> order = new ArrayList<>();
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            order.add(i);
            ranked.add(
                    new Ranked(
                            groups.get(i),
                            causes.get(i),
                            Ranking.of(
                                    groups.get(i),
                                    explained[i],
                                    causes.get(i).size(),
                                    store.focus())));
        }
        order.sort(
                Comparator.comparingInt((Integer i) -> -ranked.get(i).ranking().points())
                        .thenComparing(i -> ranked.get(i).group().signature.id())
                        .thenComparing(i ->
                                ranked.get(i).group().evidence.getFirst().origin().toString()));
        int most = store.limits().limits().sizeOf(Bound.FINDINGS);
        if (order.size() > most) {
            store.limits().reached(Bound.FINDINGS, (long) order.size() - most);
        }
        List<Finding> findings = new ArrayList<>();
        String[] ids = new String[groups.size()];
        for (int rank = 0; rank < order.size(); rank++) {
            ids[order.get(rank)] = "f" + (rank + 1);
            if (rank < most) {
                findings.add(finding("f" + (rank + 1), ranked.get(order.get(rank))));
            }
        }
        List<Milestone> events = store.timelineEvents().all();
        Triggers triggers = new Triggers(store.graph(), events, store.limits());
        List<Incident> incidents =
                triggers.of(
                        new Incidents(ranked, reaches, store.graph(), store.limits())
                                .of(order, ids, most),
                        findings);
        Set<Milestone> happened = new LinkedHashSet<>(events);
        happened.addAll(triggers.onPath());
        List<Milestone> timeline = TimeLine.of(findings, List.copyOf(happened), store.limits());
        return new Diagnosis(
                inputs.with(store.limits().all()),
                environment,
                incidents,
                findings,
                maker.suppressed(),
                store.gaps().coverage(store.book()),
                timeline,
                maker.clocks().byNode(),
                List.of(),
                store.graph());
    }

    private Finding finding(String id, Ranked ranked) {
        Group group = ranked.group();
        Article article = articles.find(group.signature.article()).orElse(null);
        return new Finding(
                id,
                group.signature,
                basis(group),
                group.count,
                group.first,
                group.last,
                group.first == null ? group.age : null,
                group.first == null && group.age == null ? group.assumed : null,
                group.transience(),
                group.isHealed() ? group.healedBy : null,
                named(group),
                occurrences(group),
                values(group),
                group.evidence,
                article,
                article == null ? Advice.NONE : advice(article, group),
                ranked.ranking().reasons());
    }

    /// What was captured, and what codes of the evidence mean.
    private Map<String, String> values(Group group) {
        Set<String> meanings = new LinkedHashSet<>();
        for (Evidence evidence : group.evidence) {
            store.book().codes().in(evidence.text(), environment).stream()
                    .map(Codes.Meaning::toString)
                    .forEach(meanings::add);
        }
        if (meanings.isEmpty()) {
            return group.values;
        }
        Map<String, String> values = new TreeMap<>(group.values);
        values.putIfAbsent(
                Finding.MEANS,
                meanings.stream().limit(MOST_MEANINGS).collect(Collectors.joining("; ")));
        return values;
    }

    private static Basis basis(Group group) {
        return group.isState ? Basis.STATE : group.isError ? Basis.ERROR : Basis.SIGNATURE;
    }

    /// The subjects that are named.
    private List<Subject> named(Group group) {
        int most = store.limits().limits().sizeOf(Bound.SUBJECTS);
        if (group.subjects.size() <= most) {
            return List.copyOf(group.subjects);
        }
        store.limits().reached(Bound.SUBJECTS, (long) group.subjects.size() - most);
        return group.subjects.stream().limit(most).toList();
    }

    private static Occurrences occurrences(Group group) {
        List<Occurrences.Counted> most =
                group.seen.entrySet().stream()
                        .sorted(
                                Map.Entry.<Subject, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_COUNTED)
                        .map(each -> new Occurrences.Counted(each.getKey(), each.getValue()))
                        .toList();
        return new Occurrences(group.folded, group.subjects.size(), most);
    }

    private Advice advice(Article article, Group group) {
        List<Subject> subjects =
                group.subjects.stream().limit(store.limits().limits().of(Bound.SUBJECTS)).toList();
        Subject first = subjects.isEmpty() ? null : subjects.getFirst();
        return FixFiller.fill(
                article,
                new KnownValues(
                        group.captured.of(first),
                        first,
                        group.captured.place(first),
                        environment,
                        group.evidence.stream().map(Evidence::text).toList()),
                subjects.isEmpty() ? List.of() : subjects.subList(1, subjects.size()));
    }
}
