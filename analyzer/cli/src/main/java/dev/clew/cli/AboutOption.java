package dev.clew.cli;

import dev.clew.diagnose.Diagnosis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The object that a question is about.
final class AboutOption {

    @Option(
            names = "--about",
            paramLabel = "KIND/NAME",
            description = "Only what explains trouble of this object, such as Service/web.")
    @Nullable String object;

    /// Checks how the object is written, before anything is read.
    ///
    /// @throws UserError if it is not of the form KIND/NAME
    void check() {
        if (object != null) {
            Named.check(object);
        }
    }

    /// Only what explains trouble of the object, or the diagnosis as it is if none is named.
    ///
    /// @param namespace that of the object, null for any
    Diagnosis narrow(Diagnosis diagnosis, @Nullable String namespace, Reporting reporting) {
        return object == null
                ? diagnosis
                : Narrowing.about(diagnosis, object, namespace, reporting);
    }
}
