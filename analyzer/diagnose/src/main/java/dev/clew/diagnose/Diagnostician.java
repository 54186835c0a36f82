package dev.clew.diagnose;

import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.diagnose.correlate.Correlation;
import dev.clew.model.Articles;

/// Makes a diagnosis of what was gathered.
public final class Diagnostician {

    private Diagnostician() {}

    /// The diagnosis of a ledger.
    ///
    /// @param inputs what was read to fill it
    public static Diagnosis diagnose(
            ObservationStore store, InputSummary inputs, Articles articles) {
        return new Correlation(store, articles).diagnosis(inputs);
    }
}
