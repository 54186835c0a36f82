package dev.clew.author;

import dev.clew.bundle.Source;
import dev.clew.bundle.Texts;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Diagnostician;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.errors.ErrorReader;
import dev.clew.errors.Failures;
import dev.clew.errors.Mechanisms;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Articles;
import dev.clew.model.LineFilter;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.packs.Code;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Proves rules by their samples: every hit must be found, no near miss may be, and no other
/// signature may find a hit unless one of the two says so. Samples go the way inputs go.
public final class SampleRunner {

    private final RuleBook book;
    private final PackUnderTest shelf;
    private final Problems problems;

    /// A prover for a pack.
    ///
    /// @param others rules of packs beside this one, which take part
    public SampleRunner(PackUnderTest shelf, List<? extends Rule> others, Problems problems) {
        this.shelf = shelf;
        this.problems = problems;
        List<Rule> all =
                new ArrayList<>(shelf.rules().stream().map(PackFolder.Entry::rule).toList());
        all.addAll(others);
        this.book = RuleBook.of(RuleSource.of(all));
    }

    /// Proves all rules of the pack.
    public void run() {
        for (PackFolder.Entry entry : shelf.rules()) {
            switch (entry.rule()) {
                case Rule.Signature signature when Mechanisms.isMechanism(signature) ->
                        mechanism(signature, entry.path());
                case Rule.Signature signature -> signature(signature, entry.path());
                case Rule.Benign benign -> benign(benign, entry.path());
                case Rule.Fact fact -> fact(fact, entry.path());
            }
        }
    }

    /// A mechanism has to be named for the error that a sample is read as.
    private void mechanism(Rule.Signature signature, String path) {
        for (Rule.Sample hit : signature.hits()) {
            Set<String> named = mechanisms(hit);
            if (!named.contains(signature.id())) {
                problems.error(
                        Place.of(path),
                        Code.P201,
                        "not found in: " + brief(hit) + "; its error was taken for " + named);
            }
        }
        for (Rule.Sample miss : signature.misses()) {
            if (mechanisms(miss).contains(signature.id())) {
                problems.error(
                        Place.of(path),
                        Code.P202,
                        "found in a near miss (" + miss.because() + "): " + brief(miss));
            }
        }
    }

    private Set<String> mechanisms(Rule.Sample sample) {
        Mechanisms mechanisms = new Mechanisms(book);
        Set<String> named = new TreeSet<>();
        read(
                sample,
                record -> {
                    if (Failures.level(record) != null) {
                        mechanisms
                                .of(ErrorReader.read(record))
                                .ifPresent(each -> named.add(each.signature().id()));
                    }
                });
        return named;
    }

    private void signature(Rule.Signature signature, String path) {
        boolean ofErrors = readsErrors(signature);
        for (Rule.Sample hit : signature.hits()) {
            Diagnosis diagnosis = diagnose(hit);
            Set<String> found = ids(diagnosis, ofErrors);
            if (!found.contains(signature.id())) {
                problems.error(
                        Place.of(path),
                        Code.P201,
                        "not found in: " + brief(hit) + "; " + explain(signature, hit, diagnosis));
            }
            for (String other : found) {
                if (!other.equals(signature.id()) && !declared(signature, other)) {
                    problems.error(
                            Place.of(path),
                            Code.P205,
                            "'"
                                    + other
                                    + "' also finds: "
                                    + brief(hit)
                                    + "; say 'explains', 'supersedes' or 'along' in one of the two");
                }
            }
        }
        for (Rule.Sample miss : signature.misses()) {
            if (ids(diagnose(miss), ofErrors).contains(signature.id())) {
                problems.error(
                        Place.of(path),
                        Code.P202,
                        "found in a near miss (" + miss.because() + "): " + brief(miss));
            }
        }
    }

    private boolean declared(Rule.Signature signature, String otherId) {
        if (!(book.find(otherId).orElse(null) instanceof Rule.Signature other)) {
            return true;
        }
        return names(signature, other) || names(other, signature);
    }

    private boolean names(Rule.Signature one, Rule.Signature other) {
        return one.supersedes().contains(other.id())
                || one.along().contains(other.id())
                || explains(one, other.id(), new TreeSet<>());
    }

    private boolean explains(Rule.Signature one, String id, Set<String> seen) {
        for (String next : one.explains()) {
            if (next.equals(id)
                    || (seen.add(next)
                            && book.find(next).orElse(null) instanceof Rule.Signature signature
                            && explains(signature, id, seen))) {
                return true;
            }
        }
        return false;
    }

    private void benign(Rule.Benign benign, String path) {
        for (Rule.Sample hit : benign.hits()) {
            if (!matches(benign, hit)) {
                problems.error(Place.of(path), Code.P201, "not found in: " + brief(hit));
            }
        }
        for (Rule.Sample miss : benign.misses()) {
            if (matches(benign, miss)) {
                problems.error(
                        Place.of(path),
                        Code.P202,
                        "found in a near miss (" + miss.because() + "): " + brief(miss));
            }
        }
    }

    private void fact(Rule.Fact fact, String path) {
        for (Rule.Sample hit : fact.hits()) {
            if (!matches(fact, hit)) {
                problems.error(Place.of(path), Code.P201, "not found in: " + brief(hit));
            }
        }
    }

    private boolean matches(Rule rule, Rule.Sample sample) {
        boolean[] found = {false};
        read(
                sample,
                record ->
                        book.match(record)
                                .forEach(hit ->
                                        found[0] |=
                                                hit.rule().rule().equals(rule) && hit.matches()));
        return found[0];
    }

    private Diagnosis diagnose(Rule.Sample sample) {
        ObservationStore store = new ObservationStore(book, null);
        read(sample, store.sink());
        store.close();
        return Diagnostician.diagnose(
                store, new InputSummary(1, 0, 0, true, List.of()), Articles.NONE);
    }

    private static void read(Rule.Sample sample, dev.clew.bundle.RecordSink sink) {
        Source source =
                sample.file() == null ? Source.named("sample") : Texts.source(sample.file());
        Texts.read(
                source,
                sample.lines().getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                sink);
    }

    private static boolean readsErrors(Rule.Signature signature) {
        return signature.match().stream()
                .anyMatch(pattern -> pattern.kinds().contains(RecordKind.ERROR));
    }

    /// Ids of what was found. What is read from the words of an error alone gives way to any
    /// signature, so it says nothing of those that know the words.
    private static Set<String> ids(Diagnosis diagnosis, boolean ofErrors) {
        Set<String> ids = new TreeSet<>();
        for (Finding finding : diagnosis.findings()) {
            if (ofErrors || !readsErrors(finding.signature())) {
                ids.add(finding.signature().id());
            }
        }
        return ids;
    }

    /// Where matching stopped, for the author.
    private String explain(Rule.Signature signature, Rule.Sample hit, Diagnosis diagnosis) {
        List<String> seen = new ArrayList<>();
        boolean matched = matches(signature, hit);
        if (matched
                && diagnosis.suppressed().stream()
                        .anyMatch(each -> each.signature().equals(signature.id()))) {
            return "a benign message suppresses it";
        }
        if (matched) {
            return "its pattern matches, but 'across' or a signature that supersedes it speaks against it; found: "
                    + ids(diagnosis, true);
        }
        read(
                hit,
                record ->
                        seen.add(
                                record.kind().word()
                                        + (record.component().isEmpty()
                                                ? ""
                                                : "/" + record.component())
                                        + " \""
                                        + cut(record.text(), 160)
                                        + "\""));
        return "it was read as: " + String.join(" | ", seen.subList(0, Math.min(4, seen.size())));
    }

    private static String brief(Rule.Sample sample) {
        return "\"" + cut(sample.lines().strip().replace('\n', ' '), 120) + "\"";
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
