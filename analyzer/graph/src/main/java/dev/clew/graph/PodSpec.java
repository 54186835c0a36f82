package dev.clew.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The specification of a pod, or of the pods that a workload makes.
///
/// @param holder the object that it stands in
/// @param metadata labels and annotations of the pods
/// @param spec containers, volumes …
public record PodSpec(ClusterObject holder, Data metadata, Data spec) {

    /// Kinds that make pods from a template.
    public static final Set<String> WORKLOADS =
            Set.of(
                    "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job",
                    "CronJob");

    /// The specification that an object holds, or empty if it holds none.
    public static Optional<PodSpec> of(ClusterObject object) {
        Data data = object.data();
        Data template =
                switch (object.kind()) {
                    case "Pod" -> data;
                    case "CronJob" -> data.at("spec", "jobTemplate", "spec", "template");
                    default ->
                            WORKLOADS.contains(object.kind())
                                    ? data.at("spec", "template")
                                    : Data.NOTHING;
                };
        return template.has("spec", "containers")
                ? Optional.of(new PodSpec(object, template.at("metadata"), template.at("spec")))
                : Optional.empty();
    }

    /// Containers, init containers first.
    public List<Data> containers() {
        List<Data> all = new ArrayList<>(spec.items("initContainers"));
        all.addAll(spec.items("containers"));
        return all;
    }

    /// Another object that pods of this specification need.
    ///
    /// @param kind of the object
    /// @param name of the object
    /// @param key that must be in it, or empty
    /// @param where it is named, e.g. `env API_KEY of container app`
    /// @param type how it is used
    /// @param optional whether the pod starts without it
    public record Use(
            String kind, String name, String key, String where, Link.Type type, boolean optional) {}

    /// Everything in the same namespace, or of the whole cluster, that these pods need.
    public List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (Data container : containers()) {
            env(container, uses);
        }
        for (Data volume : spec.items("volumes")) {
            volume(volume, uses);
        }
        String account = spec.text("serviceAccountName");
        if (account != null && !account.isEmpty()) {
            use(uses, "ServiceAccount", account, "serviceAccountName", Link.Type.USES_ACCOUNT);
        }
        named(uses, "PriorityClass", spec.text("priorityClassName"), "priorityClassName");
        named(uses, "RuntimeClass", spec.text("runtimeClassName"), "runtimeClassName");
        for (Data secret : spec.items("imagePullSecrets")) {
            named(uses, "Secret", secret.text("name"), "imagePullSecrets");
        }
        return uses;
    }

    private static void named(
            List<Use> uses,
            String kind,
            @org.jspecify.annotations.Nullable String name,
            String where) {
        if (name != null && !name.isEmpty()) {
            use(uses, kind, name, where, Link.Type.REFERS_TO);
        }
    }

    private static void use(
            List<Use> uses, String kind, String name, String where, Link.Type type) {
        uses.add(new Use(kind, name, "", where, type, false));
    }

    private static void env(Data container, List<Use> uses) {
        String of = " of container " + container.text("name");
        for (Data variable : container.items("env")) {
            Data from = variable.at("valueFrom");
            for (String kind : List.of("secretKeyRef", "configMapKeyRef")) {
                Data ref = from.at(kind);
                String name = ref.text("name");
                if (name != null) {
                    String key = ref.text("key");
                    uses.add(
                            new Use(
                                    kind.startsWith("secret") ? "Secret" : "ConfigMap",
                                    name,
                                    key == null ? "" : key,
                                    "env " + variable.text("name") + of,
                                    Link.Type.READS_ENV,
                                    "true".equals(ref.text("optional"))));
                }
            }
        }
        for (Data source : container.items("envFrom")) {
            for (String kind : List.of("secretRef", "configMapRef")) {
                Data ref = source.at(kind);
                String name = ref.text("name");
                if (name != null) {
                    uses.add(
                            new Use(
                                    kind.startsWith("secret") ? "Secret" : "ConfigMap",
                                    name,
                                    "",
                                    "envFrom" + of,
                                    Link.Type.READS_ENV,
                                    "true".equals(ref.text("optional"))));
                }
            }
        }
    }

    private static void volume(Data volume, List<Use> uses) {
        String where = "volume " + volume.text("name");
        mount(uses, "Secret", volume.at("secret"), "secretName", where);
        mount(uses, "ConfigMap", volume.at("configMap"), "name", where);
        String claim = volume.text("persistentVolumeClaim", "claimName");
        if (claim != null) {
            use(uses, "PersistentVolumeClaim", claim, where, Link.Type.MOUNTS);
        }
        for (Data source : volume.items("projected", "sources")) {
            mount(uses, "Secret", source.at("secret"), "name", where);
            mount(uses, "ConfigMap", source.at("configMap"), "name", where);
        }
    }

    private static void mount(
            List<Use> uses, String kind, Data source, String member, String where) {
        String name = source.text(member);
        if (name == null) {
            return;
        }
        boolean optional = "true".equals(source.text("optional"));
        uses.add(new Use(kind, name, "", where, Link.Type.MOUNTS, optional));
        for (Data item : source.items("items")) {
            String key = item.text("key");
            if (key != null) {
                uses.add(new Use(kind, name, key, where, Link.Type.MOUNTS, optional));
            }
        }
    }

    /// The ports that the containers say they serve; empty where they say nothing.
    public List<Data> ports() {
        List<Data> ports = new ArrayList<>();
        containers().forEach(container -> ports.addAll(container.items("ports")));
        return ports;
    }
}
