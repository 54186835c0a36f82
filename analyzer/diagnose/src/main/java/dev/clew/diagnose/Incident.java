package dev.clew.diagnose;

import java.util.List;

/// Something that broke: a finding and the findings that it explains.
///
/// @param root id of the finding that answers "what broke?"
/// @param symptoms ids of the findings it explains, in rank order
/// @param confidence from 0 to 1
public record Incident(String root, List<String> symptoms, double confidence) {
    public Incident {
        symptoms = List.copyOf(symptoms);
    }
}
