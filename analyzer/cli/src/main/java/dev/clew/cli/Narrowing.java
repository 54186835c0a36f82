package dev.clew.cli;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Narrowed;
import org.jspecify.annotations.Nullable;

/// Leaves out of a report what was not asked about, and says how much that is.
final class Narrowing {

    private Narrowing() {}

    /// Only what explains trouble of the object that `--about` names.
    ///
    /// @param namespace that of the object, null for any
    static Diagnosis about(
            Diagnosis diagnosis, String about, @Nullable String namespace, Reporting reporting) {
        Diagnosis narrowed = Narrowed.about(diagnosis, Named.find(diagnosis, about, namespace));
        tell(diagnosis, narrowed, "do not explain " + about, reporting);
        return narrowed;
    }

    /// Only the troubles of a namespace, and what explains them.
    static Diagnosis namespace(Diagnosis diagnosis, String namespace, Reporting reporting) {
        Diagnosis narrowed = Narrowed.namespace(diagnosis, namespace);
        tell(diagnosis, narrowed, "are of other namespaces", reporting);
        return narrowed;
    }

    private static void tell(Diagnosis before, Diagnosis after, String why, Reporting reporting) {
        int left = before.incidents().size() - after.incidents().size();
        if (left > 0) {
            reporting.say(left + " of " + before.incidents().size() + " incidents " + why);
        }
    }
}
