package dev.clew.diagnose;

import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that broke: a finding and the findings that it explains.
///
/// @param root id of the finding that answers "what broke?"
/// @param symptoms ids of the findings it explains, in rank order
/// @param confidence from 0 to 1
/// @param rootEntities the things at fault, as few as possible; empty where the input names none
/// @param chain how trouble spreads from them to the symptoms, as far as the graph tells
/// @param trigger the last change before the first failure, of what the root hangs on; null where
///   none is known
public record Incident(
        String root,
        List<String> symptoms,
        double confidence,
        List<Ref> rootEntities,
        List<Link> chain,
        @Nullable Milestone trigger) {
    public Incident {
        symptoms = List.copyOf(symptoms);
        rootEntities = List.copyOf(rootEntities);
        chain = List.copyOf(chain);
    }

    /// The same incident with fewer symptoms.
    public Incident with(List<String> newSymptoms) {
        return new Incident(root, newSymptoms, confidence, rootEntities, chain, trigger);
    }

    /// The same incident with what it likely began with.
    public Incident triggeredBy(@Nullable Milestone newTrigger) {
        return new Incident(root, symptoms, confidence, rootEntities, chain, newTrigger);
    }
}
