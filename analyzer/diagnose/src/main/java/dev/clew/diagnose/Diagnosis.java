package dev.clew.diagnose;

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
public record Diagnosis(
        InputSummary inputs,
        Environment environment,
        List<Incident> incidents,
        List<Finding> findings,
        List<Suppressed> suppressed,
        Coverage coverage,
        List<Milestone> timeline,
        Map<String, Duration> clocks) {

    public Diagnosis {
        incidents = List.copyOf(incidents);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        timeline = List.copyOf(timeline);
        clocks = Map.copyOf(clocks);
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
                clocks);
    }

    /// The finding of that id.
    public Optional<Finding> finding(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
    }
}
