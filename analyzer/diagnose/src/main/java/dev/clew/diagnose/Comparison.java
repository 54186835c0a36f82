package dev.clew.diagnose;

import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What changed from one diagnosis to a later one of the same cluster.
///
/// @param fresh findings that only the later one has
/// @param gone findings that only the earlier one has
/// @param worse findings of both that the later one has on more things, or no longer healed
/// @param same findings of both that did not get worse
public record Comparison(
        List<Finding> fresh, List<Finding> gone, List<Change> worse, List<Change> same) {

    public Comparison {
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
        worse = List.copyOf(worse);
        same = List.copyOf(same);
    }

    /// A finding in both.
    public record Change(Finding before, Finding after, List<String> reasons) {
        public Change {
            reasons = List.copyOf(reasons);
        }
    }

    /// Compares two diagnoses. Findings are the same if they have the same signature and are about
    /// pods of the same owner, or about the same things.
    public static Comparison of(Diagnosis before, Diagnosis after) {
        Map<String, Finding> old = new HashMap<>();
        before.findings().forEach(finding -> old.putIfAbsent(key(finding), finding));
        List<Finding> fresh = new ArrayList<>();
        List<Change> worse = new ArrayList<>();
        List<Change> same = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Finding finding : after.findings()) {
            String key = key(finding);
            Finding known = old.get(key);
            if (!seen.add(key)) {
                continue;
            }
            if (known == null) {
                fresh.add(finding);
            } else {
                Change change = new Change(known, finding, worse(known, finding));
                (change.reasons().isEmpty() ? same : worse).add(change);
            }
        }
        List<Finding> gone =
                before.findings().stream().filter(finding -> !seen.contains(key(finding))).toList();
        return new Comparison(fresh, gone, worse, same);
    }

    /// Of the later diagnosis only what is new: incidents whose root or any symptom of which the
    /// earlier one did not have, with all of their findings.
    public Diagnosis news(Diagnosis after) {
        Set<String> ids = new HashSet<>();
        fresh.forEach(finding -> ids.add(finding.id()));
        List<Incident> incidents =
                after.incidents().stream()
                        .filter(incident ->
                                ids.contains(incident.root())
                                        || incident.symptoms().stream().anyMatch(ids::contains))
                        .toList();
        Set<String> shown = new HashSet<>();
        incidents.forEach(incident -> {
            shown.add(incident.root());
            shown.addAll(incident.symptoms());
        });
        return after.with(
                incidents,
                after.findings().stream().filter(finding -> shown.contains(finding.id())).toList());
    }

    private static List<String> worse(Finding before, Finding after) {
        List<String> reasons = new ArrayList<>();
        if (after.subjects().size() > before.subjects().size()) {
            reasons.add(
                    "on "
                            + after.subjects().size()
                            + " things instead of "
                            + before.subjects().size());
        }
        if (before.transience() == Transience.HEALED && after.transience() != Transience.HEALED) {
            reasons.add("was healed and is back");
        }
        if (before.perMinute().isPresent()
                && after.perMinute().isPresent()
                && after.perMinute().getAsDouble() > 2 * before.perMinute().getAsDouble()) {
            reasons.add(
                    after.perMinute().getAsDouble()
                            + " a minute instead of "
                            + before.perMinute().getAsDouble());
        }
        return reasons;
    }

    private static String key(Finding finding) {
        Set<String> owners = new TreeSet<>();
        for (Subject subject : finding.subjects()) {
            owners.add(
                    subject.kind().equals("Pod")
                            ? subject.namespace()
                                    + "/"
                                    + dev.clew.model.Workloads.ownerOf(subject.name())
                            : subject.kind().equals("Node") ? "Node" : subject.toString());
        }
        return finding.signature().id() + " " + (owners.isEmpty() ? "" : owners.iterator().next());
    }
}
