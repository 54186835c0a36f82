package dev.clew.packs.article;

import dev.clew.model.FixStep;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.List;

/// A fence of commands in a page whose sections are of its own choice.
///
/// @param section the heading above it
/// @param step its command, risk and condition
public record Fence(String section, FixStep step) {

    /// The fences marked `sh` of a page, in order.
    public static List<Fence> commands(String markdown) {
        List<Fence> fences = new ArrayList<>();
        for (Sections section : Sections.of(markdown)) {
            for (FixStep step : Steps.read(section.blocks(), "", 0, new Problems())) {
                if (step.command() != null) {
                    fences.add(new Fence(section.title(), step));
                }
            }
        }
        return fences;
    }
}
