package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import java.util.List;

/// Autoscalers that can't act.
final class ScalerChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
        for (String kind : List.of("HorizontalPodAutoscaler", "VerticalPodAutoscaler")) {
            for (ClusterObject scaler : graph.read(kind)) {
                for (ClusterObject target : graph.from(scaler.ref(), Link.Type.SCALES)) {
                    scaler(states, scaler, target);
                }
            }
        }
    }

    private static void scaler(States states, ClusterObject scaler, ClusterObject target) {
        String place = scaler.kind() + " " + ServiceChecks.place(scaler);
        Data spec = scaler.data().at("spec");
        if (target.presence() == ClusterObject.Presence.MISSING) {
            states.add(
                    "autoscaler-target-missing",
                    scaler.ref(),
                    scaler,
                    "%s scales %s, which does not exist".formatted(place, target.ref()),
                    "target",
                    target.name());
        } else if (spec.number(1, "minReplicas") > spec.number(Long.MAX_VALUE, "maxReplicas")) {
            states.add(
                    "autoscaler-min-above-max",
                    scaler.ref(),
                    scaler,
                    "%s has minReplicas %s above maxReplicas %s"
                            .formatted(place, spec.text("minReplicas"), spec.text("maxReplicas")),
                    "target",
                    target.name());
        } else if (scaler.is("ScalingLimited", "True")
                && "TooManyReplicas".equals(scaler.condition("ScalingLimited").text("reason"))) {
            states.add(
                    "autoscaler-at-maximum",
                    scaler.ref(),
                    scaler,
                    "%s would scale %s beyond maxReplicas %s"
                            .formatted(place, target.name(), spec.text("maxReplicas")),
                    "target",
                    target.name());
        } else {
            requests(states, scaler, target, place);
        }
    }

    private static void requests(
            States states, ClusterObject scaler, ClusterObject target, String place) {
        PodSpec pods = PodSpec.of(target).orElse(null);
        if (pods == null) {
            return;
        }
        for (Data metric : scaler.data().items("spec", "metrics")) {
            String resource = metric.text("resource", "name");
            boolean share = metric.has("resource", "target", "averageUtilization");
            for (Data container : pods.spec().items("containers")) {
                if (resource != null
                        && share
                        && !container.has("resources", "requests", resource)
                        && !container.has("resources", "limits", resource)) {
                    states.add(
                            "autoscaler-without-requests",
                            scaler.ref(),
                            scaler,
                            "%s goes by %s utilization, and container %s of %s %s requests none"
                                    .formatted(
                                            place,
                                            resource,
                                            container.text("name"),
                                            target.kind(),
                                            target.name()),
                            "target",
                            target.name(),
                            "resource",
                            resource);
                }
            }
        }
    }
}
