package dev.clew.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the scheduler says of the nodes it could not use, in the words of its versions: `0/5 nodes
/// are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {…}` since 1.11,
/// `Insufficient cpu (2), PodToleratesNodeTaints (3)` and the names of predicates before
/// (kube-scheduler `framework/types.go`, `algorithm/predicates/error.go`).
///
/// @param counts for each kind of reason, the most nodes that a single reason of it was given for
public record SchedulerMessage(Map<Reason, Integer> counts) {

    /// Fields of a record begin so that tell of its scheduler message.
    public static final String PREFIX = "scheduler.";

    private static final Pattern NEW =
            Pattern.compile(
                    "\\b(\\d{1,9}) (?:(?<resources>Insufficient |Too many pods|node\\(s\\) exceed max volume)"
                            + "|(?<affinity>node\\(s\\) didn't (?:match|satisfy|have free ports)|MatchNodeSelector|MatchInterPodAffinity|PodFitsHostPorts)"
                            + "|(?<taints>node\\(s\\) had (?:untolerated )?taint(?:s|\\(s)|node\\(s\\) were unschedulable|PodToleratesNodeTaints|NodeUnschedulable)"
                            + "|node\\(s\\) had (?:untolerated )?taint \\{(?<key>[^:}]{0,400}))");

    private static final Pattern OLD =
            Pattern.compile(
                    "(?:(?<resources>Insufficient [\\w./-]{1,200}|PodFitsResources)"
                            + "|(?<affinity>MatchNodeSelector|MatchInterPodAffinity|PodFitsHostPorts)"
                            + "|(?<taints>PodToleratesNodeTaints|NodeUnschedulable)|NodeNotReady) \\((\\d{1,9})\\)");

    /// Kinds of reasons.
    public enum Reason {
        /// Too little of something is free: CPU, memory, pods, devices, volumes.
        RESOURCES,
        /// Labels, affinity, spread or host ports rule the nodes out.
        AFFINITY,
        /// Taints that somebody set, or a cordon.
        TAINTS,
        /// Taints that say that nodes are not ready.
        NOT_READY;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SchedulerMessage {
        counts = Map.copyOf(counts);
    }

    /// Reads a text; no counts where it has no such message.
    public static SchedulerMessage of(String text) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        Matcher since = NEW.matcher(text);
        while (since.find()) {
            String key = since.group("key");
            Reason reason = key == null ? named(since) : ofTaint(key);
            if (reason != null) {
                counts.merge(reason, Integer.valueOf(since.group(1)), Math::max);
            }
        }
        Matcher before = OLD.matcher(text);
        while (before.find()) {
            Reason reason = named(before);
            counts.merge(
                    reason == null ? Reason.NOT_READY : reason,
                    Integer.valueOf(before.group(4)),
                    Math::max);
        }
        return new SchedulerMessage(counts);
    }

    private static @Nullable Reason named(Matcher matcher) {
        return matcher.group("resources") != null
                ? Reason.RESOURCES
                : matcher.group("affinity") != null
                        ? Reason.AFFINITY
                        : matcher.group("taints") != null ? Reason.TAINTS : null;
    }

    /// What a taint stands for; null for those of the control plane, which nearly every cluster has
    /// and nearly no pod tolerates.
    private static @Nullable Reason ofTaint(String key) {
        if (key.startsWith("node-role.kubernetes.io/")) {
            String role = key.substring("node-role.kubernetes.io/".length());
            return role.startsWith("ma") || role.startsWith("co") ? null : Reason.TAINTS;
        }
        if (key.startsWith("node.kubernetes.io/")) {
            String state = key.substring("node.kubernetes.io/".length());
            return state.startsWith("network-un")
                            || state.startsWith("unsch")
                            || state.startsWith("out-of")
                    ? Reason.TAINTS
                    : Reason.NOT_READY;
        }
        return key.startsWith("node.") ? Reason.NOT_READY : Reason.TAINTS;
    }

    /// The value of a field of a record, null if the text has no such message:
    /// `scheduler.resources`, `scheduler.affinity`, `scheduler.taints` and `scheduler.not-ready`
    /// are numbers of nodes, `scheduler.most` the kinds of reasons that were given for the most
    /// nodes, parted by blanks.
    public static @Nullable String value(String text, String field) {
        if (!field.startsWith(PREFIX)) {
            return null;
        }
        SchedulerMessage message = of(text);
        String name = field.substring(PREFIX.length());
        if (name.equals("most")) {
            return message.most();
        }
        return message.counts().entrySet().stream()
                .filter(each -> each.getKey().word().equals(name))
                .map(each -> each.getValue().toString())
                .findFirst()
                .orElse(null);
    }

    /// Nodes that are not ready have taints, which are no reason of their own then; they say
    /// nothing of the nodes that are ready but full or do not fit.
    private @Nullable String most() {
        int most =
                counts.entrySet().stream()
                        .filter(each -> each.getKey() != Reason.NOT_READY)
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        if (most == 0) {
            return counts.isEmpty() ? null : Reason.NOT_READY.word();
        }
        int unready = counts.getOrDefault(Reason.NOT_READY, 0);
        List<String> kinds = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            boolean counted = reason != Reason.NOT_READY && counts.getOrDefault(reason, 0) == most;
            if (counted && !(reason == Reason.TAINTS && unready > most)) {
                kinds.add(reason.word());
            }
        }
        return kinds.isEmpty() ? Reason.NOT_READY.word() : String.join(" ", kinds);
    }
}
