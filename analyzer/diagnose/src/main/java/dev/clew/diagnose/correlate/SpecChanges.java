package dev.clew.diagnose.correlate;

import dev.clew.bundle.time.Stamps;
import dev.clew.diagnose.Milestone;
import dev.clew.graph.Change;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people and their tools changed in the cluster's objects, as far as the objects tell: edits
/// by their managed fields, revisions of Deployments by their ReplicaSets, restarts that were asked
/// for, nodes by when they joined.
final class SpecChanges {

    private static final Duration CREATION = Duration.ofSeconds(2);
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    /// Made or changed by controllers all the time.
    private static final Set<String> MADE =
            Set.of(
                    "Pod",
                    "ReplicaSet",
                    "Job",
                    "Event",
                    "Endpoints",
                    "EndpointSlice",
                    "Lease",
                    "ControllerRevision",
                    "CiliumEndpoint",
                    "CiliumIdentity",
                    "CiliumNode",
                    "PersistentVolume",
                    "VolumeAttachment");

    /// Those of them that people make too.
    private static final Set<String> BY_HAND_TOO = Set.of("Pod", "Job", "PersistentVolume");

    private static final Set<String> CONTROLLERS =
            Set.of(
                    "kube-controller-manager",
                    "kube-scheduler",
                    "kube-apiserver",
                    "kubelet",
                    "k3s",
                    "rke2",
                    "cilium-agent",
                    "cilium-operator",
                    "cilium-operator-generic",
                    "vpa-recommender");

    private final ClusterGraph graph;
    private final Map<Ref, List<Milestone>> byThing = new HashMap<>();

    SpecChanges(ClusterGraph graph) {
        this.graph = graph;
    }

    /// The changes of a thing, in no particular order.
    List<Milestone> of(Ref thing) {
        List<Milestone> known = byThing.get(thing);
        if (known == null) {
            known = new ArrayList<>();
            byThing.put(thing, known);
            graph.find(thing).filter(ClusterObject::isRead).ifPresent(this::changes);
        }
        return known;
    }

    private void changes(ClusterObject object) {
        Instant made = Stamps.any(text(object.data().text("metadata", "creationTimestamp")));
        if (object.kind().equals("Node") && made != null) {
            add(object, made, Milestone.Kind.NODE, "node joined");
        }
        if (object.kind().equals("Deployment")) {
            revisions(object);
        }
        Instant restarted =
                Stamps.any(
                        text(
                                object.data()
                                        .text(
                                                "spec",
                                                "template",
                                                "metadata",
                                                "annotations",
                                                RESTARTED)));
        if (restarted != null) {
            add(object, restarted, Milestone.Kind.CHANGE, "restart asked for");
        }
        boolean owned = graph.to(object.ref()).stream().anyMatch(SpecChanges::isOwner);
        boolean byHand = !owned && BY_HAND_TOO.contains(object.kind());
        if ((MADE.contains(object.kind()) && !byHand) || owned) {
            return;
        }
        for (Change change : object.changes()) {
            if (!CONTROLLERS.contains(change.by())) {
                boolean created =
                        made != null
                                && Duration.between(made, change.time()).abs().compareTo(CREATION)
                                        <= 0;
                add(
                        object,
                        change.time(),
                        Milestone.Kind.CHANGE,
                        (created ? "created" : "changed")
                                + (change.by().isEmpty() ? "" : " by " + change.by()));
            }
        }
    }

    private static boolean isOwner(Link link) {
        return link.type() == Link.Type.OWNS;
    }

    /// Each revision after the first, with the images that it changed.
    private void revisions(ClusterObject deployment) {
        List<ClusterObject> sets =
                graph.from(deployment.ref(), Link.Type.OWNS).stream()
                        .filter(set -> set.kind().equals("ReplicaSet") && revision(set) > 0)
                        .sorted(java.util.Comparator.comparingLong(SpecChanges::revision))
                        .toList();
        ClusterObject before = null;
        for (ClusterObject set : sets) {
            Instant made = Stamps.any(text(set.data().text("metadata", "creationTimestamp")));
            if (made != null && before != null) {
                add(
                        deployment,
                        made,
                        Milestone.Kind.ROLLOUT,
                        "revision " + revision(set) + images(before, set));
            }
            before = set;
        }
    }

    private static long revision(ClusterObject set) {
        String text = set.annotation(REVISION);
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static String images(ClusterObject before, ClusterObject after) {
        Map<String, String> old = images(before);
        List<String> changed = new ArrayList<>();
        images(after)
                .forEach((container, image) -> {
                    String other = old.get(container);
                    if (other != null && !other.equals(image)) {
                        changed.add("image " + image + " instead of " + other);
                    }
                });
        return changed.isEmpty() ? "" : ": " + String.join(", ", changed);
    }

    private static Map<String, String> images(ClusterObject set) {
        Map<String, String> images = new LinkedHashMap<>();
        for (String list : List.of("initContainers", "containers")) {
            for (Data container : set.data().items("spec", "template", "spec", list)) {
                images.put(text(container.text("name")), text(container.text("image")));
            }
        }
        return images;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void add(ClusterObject object, Instant time, Milestone.Kind kind, String what) {
        byThing.computeIfAbsent(object.ref(), any -> new ArrayList<>())
                .add(
                        new Milestone(
                                time,
                                null,
                                null,
                                kind,
                                what,
                                object.ref().subject(),
                                null,
                                object.origin()));
    }
}
