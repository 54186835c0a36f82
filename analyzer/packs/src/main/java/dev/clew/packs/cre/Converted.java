package dev.clew.packs.cre;

import java.util.List;
import java.util.Map;

/// A rule in another form.
///
/// @param files texts by the path they belong to, below the folder of the pack
/// @param losses what the other form can't say
/// @param missing what the other form asks for and nothing was there to fill in
public record Converted(Map<String, String> files, List<String> losses, List<String> missing) {
    public Converted {
        files = Map.copyOf(files);
        losses = List.copyOf(losses);
        missing = List.copyOf(missing);
    }
}
