package dev.clew.diagnose;

import dev.clew.model.Environment;
import java.util.List;
import java.util.Optional;

/// The answer.
///
/// @param incidents in rank order; the first one's root answers "what broke?"
/// @param findings in rank order
public record Diagnosis(
        InputSummary inputs,
        Environment environment,
        List<Incident> incidents,
        List<Finding> findings,
        List<Suppressed> suppressed,
        Coverage coverage) {

    public Diagnosis {
        incidents = List.copyOf(incidents);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /// The finding of that id.
    public Optional<Finding> finding(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
    }
}
