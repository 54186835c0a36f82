package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.Environment;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From what was gathered to ranked findings and incidents.
public final class Correlation {

    private final ObservationStore store;
    private final Articles articles;
    private final Environment environment;

    public Correlation(ObservationStore store, Articles articles) {
        this.store = store;
        this.articles = articles;
        this.environment = store.facts().environment();
    }

    private record Ranked(Group group, List<Integer> causes, int explained, Ranking ranking) {}

    public Diagnosis diagnosis(InputSummary inputs) {
        Groups maker = new Groups(store, environment);
        List<Group> groups = maker.make();
        List<List<Integer>> causes = new Causes(store.book()::find).of(groups);
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
                            explained[i],
                            Ranking.of(groups.get(i), explained[i], causes.get(i).size())));
        }
        order.sort(
                Comparator.comparingInt((Integer i) -> -ranked.get(i).ranking().points())
                        .thenComparing(i -> ranked.get(i).group().signature.id())
                        .thenComparing(i ->
                                ranked.get(i).group().evidence.getFirst().origin().toString()));
        List<Finding> findings = new ArrayList<>();
        String[] ids = new String[groups.size()];
        for (int rank = 0; rank < order.size(); rank++) {
            ids[order.get(rank)] = "f" + (rank + 1);
            findings.add(finding("f" + (rank + 1), ranked.get(order.get(rank))));
        }
        return new Diagnosis(
                inputs.with(store.limits().all()),
                environment,
                incidents(order, ranked, ids),
                findings,
                maker.suppressed(),
                store.gaps().coverage(store.book()),
                TimeLine.of(findings, store.timelineEvents().all()),
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
                group.count,
                group.first,
                group.last,
                group.first == null ? group.age : null,
                group.transience(),
                group.isHealed() ? group.healedBy : null,
                List.copyOf(group.subjects),
                group.values,
                group.evidence,
                article,
                article == null ? Advice.NONE : advice(article, group),
                ranked.ranking().reasons());
    }

    private Advice advice(Article article, Group group) {
        List<Subject> subjects = List.copyOf(group.subjects);
        Subject first = subjects.isEmpty() ? null : subjects.getFirst();
        return FixFiller.fill(
                article,
                new KnownValues(
                        group.captured.of(first), first, group.captured.place(first), environment),
                subjects.isEmpty() ? List.of() : subjects.subList(1, subjects.size()));
    }

    /// One incident for each group that nothing explains; the others stand under the best of their
    /// causes.
    private static List<Incident> incidents(
            List<Integer> order, List<Ranked> ranked, String[] ids) {
        List<List<String>> symptoms = new ArrayList<>();
        ranked.forEach(any -> symptoms.add(new ArrayList<>()));
        boolean[] isRoot = new boolean[ranked.size()];
        for (int i : order) {
            int root = rootOf(i, ranked);
            isRoot[root] = true;
            if (root != i) {
                symptoms.get(root).add(ids[i]);
            }
        }
        List<Incident> incidents = new ArrayList<>();
        for (int i : order) {
            if (isRoot[i]) {
                incidents.add(
                        new Incident(
                                ids[i],
                                symptoms.get(i),
                                Ranking.confidence(ranked.get(i).group(), symptoms.get(i).size())));
            }
        }
        return incidents;
    }

    /// Follows the best cause of each group up to one that has none. Circles end at the group they
    /// came from.
    private static int rootOf(int start, List<Ranked> ranked) {
        int at = start;
        for (int steps = 0; steps < ranked.size() && !ranked.get(at).causes().isEmpty(); steps++) {
            at =
                    ranked.get(at).causes().stream()
                            .max(
                                    Comparator.comparingInt((Integer cause) ->
                                                    ranked.get(cause).ranking().points())
                                            .thenComparing(Comparator.reverseOrder()))
                            .orElseThrow();
        }
        return at;
    }
}
