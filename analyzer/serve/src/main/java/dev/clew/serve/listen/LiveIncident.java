package dev.clew.serve.listen;

import dev.clew.graph.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An incident of a live cluster, from the look that saw it first on. Its texts hold no secrets.
///
/// @param id the same as long as it is the same incident
/// @param signature what recognised its root
/// @param title what is wrong
/// @param severity in the word used in reports
/// @param confidence from 0 to 1
/// @param thing what is at fault, null where the cluster does not tell
/// @param symptoms what it leads to, as titles
/// @param evidence the first words of the proof, with where they stand
/// @param steps commands to begin with, which only read
/// @param article what to read, null where there is none
/// @param opened when it was seen first
/// @param ended when it was seen no longer, null while it goes on
public record LiveIncident(
        String id,
        String signature,
        String title,
        String severity,
        double confidence,
        @Nullable Ref thing,
        List<String> symptoms,
        String evidence,
        List<String> steps,
        @Nullable String article,
        Instant opened,
        @Nullable Instant ended) {

    public LiveIncident {
        symptoms = List.copyOf(symptoms);
        steps = List.copyOf(steps);
    }

    /// The same, first seen at another time.
    LiveIncident since(Instant time) {
        return lasting(time, ended);
    }

    /// The same, over.
    LiveIncident over(Instant time) {
        return lasting(opened, time);
    }

    private LiveIncident lasting(Instant from, @Nullable Instant to) {
        return new LiveIncident(
                id,
                signature,
                title,
                severity,
                confidence,
                thing,
                symptoms,
                evidence,
                steps,
                article,
                from,
                to);
    }

    /// What is at fault, in a word: `Pod shop/web-0`, or `the cluster`.
    public String where() {
        return thing == null ? "the cluster" : thing.toString();
    }
}
