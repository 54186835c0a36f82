package dev.clew.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which kinds were listed as a whole, so that what is not in the list does not exist.
public final class Listed {

    private final Set<String> kinds;

    /// @param kinds `Kind` for a list of the whole cluster, `Kind namespace` for one of a namespace
    public Listed(Collection<String> kinds) {
        this.kinds = new HashSet<>(kinds);
    }

    /// Whether all objects of a kind in a namespace were read.
    ///
    /// @param namespace null for kinds without
    public boolean contains(String kind, @Nullable String namespace) {
        return kinds.contains(kind)
                || (namespace != null && kinds.contains(kind + " " + namespace));
    }
}
