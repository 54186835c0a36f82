package dev.clew.packs.cre;

import java.util.List;
import java.util.Map;

/// A rule in another form.
///
/// @param files texts by the path they belong to, below the folder of the pack
/// @param losses what the other form can't say
public record Converted(Map<String, String> files, List<String> losses) {
    public Converted {
        files = Map.copyOf(files);
        losses = List.copyOf(losses);
    }
}
