package dev.clew.diagnose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a diagnosis could not look at, so that its silence is not taken for health.
///
/// @param layouts layouts of bundles that were recognised, in the words people use
/// @param notCollected what the bundle itself says it lacks
/// @param missing what one would expect beside what is there, such as the log of a container before
///   its restart
/// @param unjudged how many signatures had nothing to be judged by, by what they would have needed
/// @param judged what there was
public record Coverage(
        List<String> layouts,
        List<InputSummary.Skipped> notCollected,
        List<String> missing,
        Map<String, Integer> unjudged,
        Judged judged) {

    /// Of an input that tells nothing of its own gaps.
    public static final Coverage NONE =
            new Coverage(List.of(), List.of(), List.of(), Map.of(), Judged.NOTHING);

    public Coverage {
        layouts = List.copyOf(layouts);
        notCollected = List.copyOf(notCollected);
        missing = List.copyOf(missing);
        unjudged = Map.copyOf(new TreeMap<>(unjudged));
    }

    /// The same with that to judge by.
    public Coverage with(Judged newJudged) {
        return new Coverage(layouts, notCollected, missing, unjudged, newJudged);
    }
}
