package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import java.util.List;

/// Pods that need objects, or keys of objects, that are not there. Where all pods are ready none
/// the less, that only shows at the next start.
final class UseChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject object : List.copyOf(graph.objects())) {
            if (object.isRead() && Health.isTop(graph, object)) {
                PodSpec.of(object).ifPresent(spec -> spec(graph, states, spec));
            }
        }
    }

    private static void spec(ClusterGraph graph, States states, PodSpec spec) {
        ClusterObject holder = spec.holder();
        boolean well = Health.isWell(graph, holder);
        for (PodSpec.Use use : spec.uses()) {
            if (use.optional()) {
                continue;
            }
            Ref ref = ref(holder, use);
            ClusterObject used = graph.find(ref).orElse(null);
            if (used == null) {
                continue;
            }
            if (used.presence() == ClusterObject.Presence.MISSING) {
                missing(states, holder, use, ref, well);
            } else if (used.isRead() && !use.key().isEmpty() && !hasKey(used, use.key())) {
                states.add(
                        well ? "key-missing-at-next-start" : "key-missing",
                        ref,
                        used,
                        "%s has no key %s, which %s of %s %s needs"
                                .formatted(
                                        ref, use.key(), use.where(), holder.kind(), holder.name()),
                        "object",
                        ref.name(),
                        "key",
                        use.key(),
                        "workload",
                        holder.name());
            }
        }
    }

    private static Ref ref(ClusterObject holder, PodSpec.Use use) {
        boolean global = use.kind().equals("PriorityClass") || use.kind().equals("RuntimeClass");
        return new Ref(use.kind(), global ? null : holder.ref().namespace(), use.name());
    }

    private static void missing(
            States states, ClusterObject holder, PodSpec.Use use, Ref ref, boolean well) {
        if (use.kind().equals("PriorityClass") && use.name().startsWith("system-")) {
            return;
        }
        boolean ownSpec = use.kind().equals("ServiceAccount") || use.type() == Link.Type.REFERS_TO;
        String check =
                switch (use.kind()) {
                    case "Secret", "ConfigMap" ->
                            use.type() == Link.Type.MOUNTS
                                    ? "mounted-object-missing"
                                    : use.type() == Link.Type.READS_ENV
                                            ? "env-object-missing"
                                            : "pull-secret-missing";
                    case "PersistentVolumeClaim" -> "claim-missing";
                    case "ServiceAccount" -> "service-account-missing";
                    case "PriorityClass" -> "priority-class-missing";
                    default -> "runtime-class-missing";
                };
        states.add(
                well ? "object-missing-at-next-start" : check,
                ownSpec ? holder.ref() : ref,
                holder,
                "%s does not exist, and %s of %s %s needs it"
                        .formatted(ref, use.where(), holder.kind(), holder.name()),
                "missing",
                ref.toString(),
                "object",
                ref.name(),
                "workload",
                holder.name());
    }

    private static boolean hasKey(ClusterObject object, String key) {
        for (String member : List.of("data", "stringData", "binaryData")) {
            if (object.data().at(member).names().contains(key)) {
                return true;
            }
        }
        Data data = object.data();
        // A list that was taken without contents tells nothing of keys
        return !data.has("data") && !data.has("stringData") && !data.has("binaryData");
    }
}
