package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.Environment;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Rule;
import dev.clew.model.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers what the input tells of its cluster: from lines that rules know to tell it, and from
/// objects. Where sources disagree, the value that most of them give counts; the first one among
/// equals.
public final class Facts {

    private final Map<String, Map<String, Integer>> values = new HashMap<>();
    private final Set<String> nodes = new HashSet<>();
    private final LimitLog log;

    Facts(LimitLog log) {
        this.log = log;
    }

    void note(Rule.Fact fact, Map<String, String> captures) {
        captures.forEach((name, value) -> note(name.replace('_', '-'), value));
    }

    private void note(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        Map<String, Integer> counts = values.computeIfAbsent(name, key -> new LinkedHashMap<>());
        if (counts.containsKey(value) || log.hasRoom(Bound.FACT_VALUES, counts.size())) {
            counts.merge(value, 1, Integer::sum);
        }
    }

    void object(LogRecord record) {
        switch (record.kind()) {
            case NODE -> {
                note("kubernetes", version(record.value("kubelet")));
                note("kernel", version(record.value("kernel")));
                note("runtime-name", runtime(record.value("runtime"), 0));
                note("runtime", runtime(record.value("runtime"), 1));
                note("node-pod-cidr", record.value("podCIDR"));
                platform(record);
                String name = record.value("name");
                if (name != null
                        && !nodes.contains(name)
                        && log.hasRoom(Bound.NODES, nodes.size())) {
                    nodes.add(name);
                }
            }
            case CONTAINER, WORKLOAD -> {
                if (record.component().equals("cilium-agent")) {
                    note("cilium", imageVersion(record.value("image")));
                    note("cilium-namespace", record.entity().namespace());
                }
                note("istio", istio(record.value("image")));
            }
            case RELEASE -> {
                if ("cilium".equals(record.value("chart"))) {
                    note("chart", record.value("chartVersion"));
                    note("release", record.value("name"));
                    note("release-namespace", record.value("namespace"));
                    note("cilium-namespace", record.value("namespace"));
                }
            }
            case CONFIG -> config(record);
            default -> {
                // tells nothing of the cluster as a whole
            }
        }
    }

    private void platform(LogRecord node) {
        Platform.of(node)
                .ifPresent(platform -> {
                    note("platform", platform);
                    note("control-plane", Platform.controlPlane(platform));
                });
        Platform.system(node)
                .ifPresent(system -> {
                    note("os", system);
                    note("node-os", system.equals("windows") ? "windows" : "linux");
                });
    }

    /// The version in the name of an image of Istio, `unknown` if it has none, null for others.
    private static @Nullable String istio(@Nullable String image) {
        if (image == null
                || !image.matches("(?:.*/)?istio/.*|.*/(?:proxyv2|pilot|ztunnel)[:@].*")) {
            return null;
        }
        String tag = image.replaceFirst("@sha256:.*", "").replaceFirst("^.*:", "");
        return version(tag) == null ? "unknown" : tag;
    }

    private void config(LogRecord record) {
        for (String option :
                new String[] {
                    "routing-mode",
                    "tunnel",
                    "tunnel-protocol",
                    "ipam",
                    "kube-proxy-replacement",
                    "cluster-name",
                    "cluster-id"
                }) {
            note(option, record.value(option));
        }
        note("pod-cidr", record.value("cluster-pool-ipv4-cidr"));
        note("native-routing-cidr", record.value("ipv4-native-routing-cidr"));
    }

    private static @Nullable String version(@Nullable String text) {
        return text != null && Version.of(text).isPresent() ? text : null;
    }

    private static @Nullable String runtime(@Nullable String text, int part) {
        return text == null || !text.contains("://") ? null : text.split("://", 2)[part];
    }

    private static @Nullable String imageVersion(@Nullable String image) {
        if (image == null || !image.contains("cilium")) {
            return null;
        }
        String plain = image.replaceFirst("@sha256:.*", "");
        int colon = plain.lastIndexOf(':');
        return colon < 0 ? null : version(plain.substring(colon + 1).replaceFirst("^v", ""));
    }

    /// Everything known.
    public Environment environment() {
        Map<String, String> facts = new HashMap<>();
        values.forEach((name, counts) ->
                facts.put(
                        name,
                        counts.entrySet().stream()
                                .reduce((best, next) ->
                                        next.getValue() > best.getValue() ? next : best)
                                .map(Map.Entry::getKey)
                                .orElse("")));
        if (!nodes.isEmpty()) {
            facts.put("nodes", String.valueOf(nodes.size()));
        }
        return new Environment(facts);
    }
}
