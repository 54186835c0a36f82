package dev.clew.packs.article;

import dev.clew.model.FixStep;
import dev.clew.model.StepCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// A fence of commands in a page that has no steps.
///
/// @param section the heading above it
/// @param step its command and risk; a fence without a word of risk is taken to interrupt
public record Fence(String section, FixStep step) {

    /// The fences marked `sh` of a page, in order.
    public static List<Fence> commands(String markdown) {
        List<Fence> fences = new ArrayList<>();
        for (Sections section : Sections.of(markdown)) {
            for (Node node : section.blocks()) {
                if (node instanceof FencedCodeBlock code
                        && code.getInfo() != null
                        && code.getInfo().startsWith("sh")) {
                    fences.add(new Fence(section.title(), step(code)));
                }
            }
        }
        return fences;
    }

    private static FixStep step(FencedCodeBlock code) {
        return new FixStep(
                0,
                "",
                "",
                code.getLiteral().stripTrailing(),
                FixStep.Risk.of(code.getInfo().substring(2).strip())
                        .orElse(FixStep.Risk.DISRUPTIVE),
                StepCondition.ALWAYS,
                Map.of());
    }
}
