package dev.clew.diagnose.correlate;

import dev.clew.diagnose.collect.Observation;
import dev.clew.model.Entity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which signatures hold beside which others, and where.
final class Holding {

    private final Map<Place, Set<Integer>> beside = new HashMap<>();

    private record Place(int signature, Entity entity) {}

    /// @param holding the observations of each signature that nothing speaks against
    Holding(Map<Integer, List<Observation>> holding) {
        holding.forEach((signature, observations) -> {
            for (Observation each : observations) {
                if (!each.beside().isEmpty()) {
                    beside.computeIfAbsent(
                                    new Place(signature, each.entity()), any -> new HashSet<>())
                            .addAll(each.beside());
                }
            }
        });
    }

    /// Whether a signature holds of the same records as an observation of another.
    boolean isBeside(int signature, Observation observation) {
        return beside.getOrDefault(new Place(signature, observation.entity()), Set.of())
                .contains(observation.signature());
    }
}
