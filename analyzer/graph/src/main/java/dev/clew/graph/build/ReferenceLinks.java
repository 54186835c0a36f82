package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;
import java.util.Set;

/// What other objects name in fields whose names end in `Ref`: custom resources too.
final class ReferenceLinks {

    private static final int DEEPEST = 6;
    private static final Set<String> KNOWN =
            Set.of(
                    "Pod",
                    "Deployment",
                    "ReplicaSet",
                    "StatefulSet",
                    "DaemonSet",
                    "Job",
                    "CronJob",
                    "Node",
                    "RoleBinding",
                    "ClusterRoleBinding",
                    "Endpoints",
                    "EndpointSlice",
                    "HorizontalPodAutoscaler",
                    "VerticalPodAutoscaler",
                    "PersistentVolume");

    private final GraphBuilder graph;

    ReferenceLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            if (!KNOWN.contains(object.kind())) {
                read(object, object.data().at("spec"), 0);
            }
        }
    }

    private void read(ClusterObject object, Data data, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (String member : data.names()) {
            Data value = data.at(member);
            if (member.endsWith("Ref")) {
                refer(object, member, value);
            }
            read(object, value, depth + 1);
            for (Data item : value.items()) {
                if (member.endsWith("Refs")) {
                    refer(object, member.substring(0, member.length() - 1), item);
                }
                read(object, item, depth + 1);
            }
        }
    }

    private void refer(ClusterObject object, String member, Data value) {
        String name = value.text("name");
        String kind = value.text("kind");
        if (kind == null && member.toLowerCase(java.util.Locale.ROOT).contains("secret")) {
            kind = "Secret";
        }
        if (kind == null && member.toLowerCase(java.util.Locale.ROOT).contains("configmap")) {
            kind = "ConfigMap";
        }
        if (kind == null && member.equals("issuerRef")) {
            kind = "Issuer";
        }
        if (name == null || name.isEmpty() || kind == null) {
            return;
        }
        String namespace = value.text("namespace");
        Ref ref = new Ref(kind, namespace == null ? object.ref().namespace() : namespace, name);
        graph.link(object.ref(), ref, Link.Type.REFERS_TO);
    }
}
