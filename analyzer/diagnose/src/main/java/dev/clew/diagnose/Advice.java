package dev.clew.diagnose;

import dev.clew.model.Guide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to do about a finding, with this input's values put in.
///
/// @param first the look that decides where to begin; null where the article has none
/// @param answers what it may show and what that leads to
/// @param impact what stops, what goes on, whether it can wait; empty where the article does not
///   say
/// @param fix the steps that are for this input, the one that fits it best first
/// @param verify how to see that it is over
public record Advice(
        @Nullable FilledStep first,
        List<Guide.Answer> answers,
        String impact,
        List<FilledStep> fix,
        List<FilledStep> verify) {

    /// Nothing is known.
    public static final Advice NONE = new Advice(null, List.of(), "", List.of(), List.of());

    public Advice {
        answers = List.copyOf(answers);
        fix = List.copyOf(fix);
        verify = List.copyOf(verify);
    }
}
