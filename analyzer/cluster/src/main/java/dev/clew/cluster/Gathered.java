package dev.clew.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of gathering: everything that was asked for, and what it gave.
///
/// @param context name of the context, or empty
/// @param versions of the software that tells its version, by name
/// @param requests in the order of their files
record Gathered(
        String context,
        Scope scope,
        Bounds bounds,
        Instant from,
        Instant to,
        Map<String, String> versions,
        List<Request> requests) {

    Gathered {
        versions = Map.copyOf(versions);
        requests = List.copyOf(requests);
    }

    /// A request and what came of it.
    ///
    /// @param file in the bundle; null where it gave none
    record Request(String words, @Nullable String file, Outcome outcome) {}
}
