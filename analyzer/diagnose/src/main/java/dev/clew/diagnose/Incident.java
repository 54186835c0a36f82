package dev.clew.diagnose;

import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;

/// Something that broke: a finding and the findings that it explains.
///
/// @param root id of the finding that answers "what broke?"
/// @param symptoms ids of the findings it explains, in rank order
/// @param confidence from 0 to 1
/// @param rootEntities the things at fault, as few as possible; empty where the input names none
/// @param chain how trouble spreads from them to the symptoms, as far as the graph tells
public record Incident(
        String root,
        List<String> symptoms,
        double confidence,
        List<Ref> rootEntities,
        List<Link> chain) {
    public Incident {
        symptoms = List.copyOf(symptoms);
        rootEntities = List.copyOf(rootEntities);
        chain = List.copyOf(chain);
    }
}
