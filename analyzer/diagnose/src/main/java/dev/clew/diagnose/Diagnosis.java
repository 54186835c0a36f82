package dev.clew.diagnose;

import dev.clew.graph.ClusterGraph;
import dev.clew.model.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answer.
///
/// @param incidents in rank order; the first one's root answers "what broke?"
/// @param findings in rank order
/// @param suppressed messages that look bad and are not
/// @param coverage what could not be looked at
/// @param timeline what happened, in order
/// @param clocks nodes whose clocks differ from the API server's, and by how much they are ahead
/// @param suggestions messages that no rule knows, the most telling first
/// @param graph the objects of the cluster and what hangs on what
public record Diagnosis(
        InputSummary inputs,
        Environment environment,
        List<Incident> incidents,
        List<Finding> findings,
        List<Suppressed> suppressed,
        Coverage coverage,
        List<Milestone> timeline,
        Map<String, Duration> clocks,
        List<Suggestion> suggestions,
        ClusterGraph graph) {

    public Diagnosis {
        incidents = List.copyOf(incidents);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        timeline = List.copyOf(timeline);
        clocks = Map.copyOf(clocks);
        suggestions = List.copyOf(suggestions);
    }

    /// The same diagnosis with only these incidents and findings.
    public Diagnosis with(List<Incident> newIncidents, List<Finding> newFindings) {
        return new Diagnosis(
                inputs,
                environment,
                newIncidents,
                newFindings,
                suppressed,
                coverage,
                timeline,
                clocks,
                suggestions,
                graph);
    }

    /// The same diagnosis of what is the state of a cluster just now.
    public Diagnosis live() {
        return with(incidents, findings.stream().map(Finding::live).toList());
    }

    /// The same diagnosis with only a part of what it tells; the suggestions are all the failures
    /// that are left.
    Diagnosis narrowed(
            List<Incident> newIncidents,
            List<Finding> newFindings,
            List<Milestone> newTimeline,
            List<Suggestion> newSuggestions) {
        return new Diagnosis(
                inputs,
                environment,
                newIncidents,
                newFindings,
                suppressed,
                coverage.with(coverage.judged().withUnknownErrors(newSuggestions.size())),
                newTimeline,
                clocks,
                newSuggestions,
                graph);
    }

    /// The same diagnosis with suggestions.
    ///
    /// @param unknownErrors how many failures no rule knows, of which those are the most telling
    public Diagnosis with(List<Suggestion> newSuggestions, int unknownErrors) {
        return new Diagnosis(
                inputs,
                environment,
                incidents,
                findings,
                suppressed,
                coverage.with(coverage.judged().withUnknownErrors(unknownErrors)),
                timeline,
                clocks,
                newSuggestions,
                graph);
    }

    /// What it comes to.
    public Verdict verdict() {
        if (!incidents.isEmpty()) {
            return Verdict.INCIDENTS;
        }
        if (coverage.judged().unknownErrors() > 0) {
            return Verdict.ERRORS_WITHOUT_KNOWN_CAUSE;
        }
        return inputs.understood() && inputs.readToTheEnd()
                ? Verdict.HEALTHY
                : Verdict.NOTHING_JUDGED;
    }

    /// The finding of that id.
    public Optional<Finding> finding(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
    }
}
