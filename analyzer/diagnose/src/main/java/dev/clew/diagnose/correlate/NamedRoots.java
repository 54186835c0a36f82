package dev.clew.diagnose.correlate;

import dev.clew.graph.Ref;
import java.util.Set;

/// Finds the thing at fault for one kind of failure.
interface NamedRoots {

    /// The things at fault, or an empty set where this kind of failure is another.
    ///
    /// @param text of one of the records
    /// @param seen where the group was seen, as far as the graph knows it
    Set<Ref> of(Group group, String text, Set<Ref> seen);
}
