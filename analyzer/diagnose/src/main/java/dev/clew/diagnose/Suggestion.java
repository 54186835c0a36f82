package dev.clew.diagnose;

import dev.clew.model.Evidence;
import dev.clew.model.Level;
import dev.clew.model.RelatedArticle;
import java.util.List;

/// A message at warning or above that no signature and no benign rule knows.
///
/// @param template the message with placeholders for what differs from print to print
/// @param level the worst it was printed at
/// @param component the program that printed it, empty if unknown
/// @param count how often it was printed
/// @param evidence the first time, and up to two more that differ
/// @param articles those near it, the best first; none where nothing is near
public record Suggestion(
        String template,
        Level level,
        String component,
        long count,
        List<Evidence> evidence,
        List<RelatedArticle> articles) {
    public Suggestion {
        evidence = List.copyOf(evidence);
        articles = List.copyOf(articles);
    }
}
