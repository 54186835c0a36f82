package dev.clew.library;

import dev.clew.model.Severity;
import java.util.List;

/// A signature as the library knows it: enough to list it and to find its article.
///
/// @param components programs it listens to; empty for all
public record KnownSignature(
        String id,
        String area,
        String title,
        Severity severity,
        String article,
        List<String> components) {
    public KnownSignature {
        components = List.copyOf(components);
    }
}
