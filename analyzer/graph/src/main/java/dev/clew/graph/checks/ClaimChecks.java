package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import java.util.List;

/// Claims that can't get a volume, and volumes that hang.
final class ClaimChecks implements StateCheck {

    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    @Override
    public void check(ClusterGraph graph, States states) {
        for (ClusterObject claim : graph.read("PersistentVolumeClaim")) {
            String phase = claim.data().text("status", "phase");
            if ("Pending".equals(phase)) {
                pending(graph, states, claim);
            } else if ("Lost".equals(phase)) {
                states.add(
                        "claim-lost",
                        claim.ref(),
                        claim,
                        "claim %s is Lost: its volume %s does not exist any more"
                                .formatted(
                                        ServiceChecks.place(claim),
                                        claim.data().text("spec", "volumeName")),
                        "claim",
                        claim.name());
            }
        }
        for (ClusterObject volume : graph.read("PersistentVolume")) {
            if ("Failed".equals(volume.data().text("status", "phase"))) {
                states.add(
                        "volume-failed",
                        volume.ref(),
                        volume,
                        "volume %s is Failed: %s"
                                .formatted(volume.name(), volume.data().text("status", "message")),
                        "volume",
                        volume.name());
            }
        }
    }

    private static void pending(ClusterGraph graph, States states, ClusterObject claim) {
        String name = claim.data().text("spec", "storageClassName");
        boolean fixed = claim.data().has("spec", "volumeName");
        if (fixed || (name != null && name.isEmpty())) {
            return;
        }
        if (name == null) {
            if (graph.listed().contains("StorageClass", null)
                    && graph.read("StorageClass").stream()
                            .noneMatch(each -> each.annotation(DEFAULT_CLASS).equals("true"))) {
                states.add(
                        "claim-without-class",
                        claim.ref(),
                        claim,
                        "claim %s names no StorageClass, and none of the %d is the default"
                                .formatted(
                                        ServiceChecks.place(claim),
                                        graph.read("StorageClass").size()),
                        "claim",
                        claim.name());
            }
            return;
        }
        boolean missing =
                graph.find(new Ref("StorageClass", null, name))
                        .filter(each -> each.presence() == ClusterObject.Presence.MISSING)
                        .isPresent();
        if (missing) {
            List<String> there =
                    graph.read("StorageClass").stream().map(ClusterObject::name).toList();
            states.add(
                    "claim-class-missing",
                    claim.ref(),
                    claim,
                    "claim %s wants StorageClass %s, which does not exist (there is %s)"
                            .formatted(
                                    ServiceChecks.place(claim),
                                    name,
                                    there.isEmpty() ? "none" : String.join(", ", there)),
                    "claim",
                    claim.name(),
                    "class",
                    name);
        }
    }
}
