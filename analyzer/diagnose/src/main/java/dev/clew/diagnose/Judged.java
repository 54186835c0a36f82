package dev.clew.diagnose;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there was to judge by, so that a clean bill of health is worth no more than it rests on.
///
/// @param components the programs that speak in the input, in the words of the vocabulary, sorted
/// @param from the first time that the input tells, null where it tells none
/// @param to the last time that the input tells, null where it tells none
/// @param unknownErrors how many different messages and states tell of a failure that no rule knows
public record Judged(
        List<String> components, @Nullable Instant from, @Nullable Instant to, int unknownErrors) {

    /// Of an input that tells nothing.
    public static final Judged NOTHING = new Judged(List.of(), null, null, 0);

    public Judged {
        components = List.copyOf(components);
    }

    /// The same with that many failures that no rule knows.
    public Judged withUnknownErrors(int count) {
        return new Judged(components, from, to, count);
    }
}
