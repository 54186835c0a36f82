package dev.clew.diagnose.collect;

import dev.clew.errors.ErrorReader;
import dev.clew.errors.Mechanisms;
import dev.clew.errors.Target;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Hosts;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The calls between programs of the cluster that failed, as the errors of both sides tell them.
final class FailedCalls {

    private static final String URL =
            "https?://(?:[^\\s/@\"']{1,80}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252})";

    private static final Set<String> OF_CALLS =
            Set.of(
                    "error-connection-refused",
                    "error-connection-timeout",
                    "error-connection-reset",
                    "error-no-route",
                    "error-dns-not-found",
                    "error-dns-timeout",
                    "error-cannot-connect",
                    "error-unauthorized",
                    "error-tls-expired",
                    "error-tls-handshake",
                    "error-tls-name-mismatch",
                    "error-tls-plain-http",
                    "error-tls-unknown-authority");

    /// A URL, and the status that came of it; in some languages the other way round.
    private static final List<Pattern> ANSWERS =
            List.of(
                    Pattern.compile(
                            URL
                                    + "[^\\s\"']{0,300}[^\\n]{0,40}?(?:return|status|code|answer|respon|respond|HTTP/\\d(?:\\.\\d)?|failed|:|=|->)\\w{0,4}[^\\w\\n]{1,4}(?:(?:with|status|code|a|an|of)\\W{1,3}){0,3}(5\\d\\d)\\b"),
                    Pattern.compile(
                            "\\b(?<code>5\\d\\d)\\b[^\\n]{0,60}?(?:for url|request for|from|on|calling)\\W{1,4}(?:(?:GET|POST|PUT|PATCH|DELETE|request|for)\\W{1,3}){0,3}"
                                    + URL.replace("([A-Za-z0-9]", "(?<host>[A-Za-z0-9]")));

    private final ClusterGraph graph;
    private final PodDirectory pods;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Ref, UnmatchedMessages.Message> own = new HashMap<>();
    private final Set<Ref> callers = new HashSet<>();

    /// One program called another, and it went wrong.
    ///
    /// @param from the workload that called; null where only its name for the other is known
    /// @param to the workload or Service that was called
    /// @param code the status of its answer, or empty where none came
    /// @param ongoing whether the caller said so among its last lines
    record Call(
            @Nullable Ref from,
            Ref to,
            String code,
            String mechanism,
            UnmatchedMessages.Message message,
            LogRecord record,
            boolean ongoing) {}

    FailedCalls(
            ClusterGraph graph,
            PodDirectory pods,
            List<UnmatchedMessages.Message> ranked,
            Mechanisms mechanisms,
            LimitLog log) {
        this.graph = graph;
        this.pods = pods;
        if (graph.isEmpty()) {
            return;
        }
        for (int rank = 0; rank < ranked.size(); rank++) {
            UnmatchedMessages.Message message = ranked.get(rank);
            if (!log.hasRoom(Bound.FAILED_CALLS, rank)) {
                continue;
            }
            if (message.level.compareTo(Level.WARN) >= 0) {
                message.records.forEach(record -> read(message, record, mechanisms));
            }
        }
    }

    List<Call> all() {
        return calls;
    }

    /// The workloads that could not reach, or were refused by, something they called.
    Set<Ref> callers() {
        return callers;
    }

    /// The worst of the messages of a workload that tell of no call, or null.
    UnmatchedMessages.@Nullable Message own(Ref workload) {
        return own.get(workload);
    }

    private void read(UnmatchedMessages.Message message, LogRecord record, Mechanisms mechanisms) {
        Entity entity = pods.complete(record.entity());
        Ref caller = workload(entity);
        String text = ErrorReader.words(record);
        if (text.length() > ErrorReader.LONGEST) {
            text = text.substring(0, ErrorReader.LONGEST);
        }
        if (answers(message, record, caller, entity.namespace(), text)) {
            return;
        }
        var reading = ErrorReader.read(text);
        String mechanism = mechanisms.of(reading).map(each -> each.signature().id()).orElse("");
        boolean called = false;
        for (Target target : reading.targets()) {
            Optional<Ref> to =
                    host(target).flatMap(host -> service(host, entity.namespace(), mechanism));
            if (caller != null && to.isPresent() && !mechanism.isEmpty()) {
                add(message, record, caller, server(to.get()), "", mechanism);
                called = true;
            }
        }
        if (caller != null && OF_CALLS.contains(mechanism)) {
            callers.add(caller);
            called = true;
        }
        if (!called && caller != null && message.level.compareTo(Level.ERROR) >= 0) {
            own.putIfAbsent(caller, message);
        }
    }

    /// @return whether the text tells of an answer
    private boolean answers(
            UnmatchedMessages.Message message,
            LogRecord record,
            @Nullable Ref caller,
            @Nullable String namespace,
            String text) {
        Ref from = caller;
        Matcher after = ANSWERS.getFirst().matcher(text);
        while (after.find()) {
            from = answer(message, record, from, namespace, after.group(1), after.group(2));
        }
        if (from == null || from.equals(caller)) {
            Matcher before = ANSWERS.getLast().matcher(text);
            while (before.find()) {
                from =
                        answer(
                                message,
                                record,
                                from,
                                namespace,
                                before.group("host"),
                                before.group("code"));
            }
        }
        return from != null && !from.equals(caller);
    }

    private @Nullable Ref answer(
            UnmatchedMessages.Message message,
            LogRecord record,
            @Nullable Ref from,
            @Nullable String namespace,
            String host,
            String code) {
        Ref to = Hosts.resolve(graph, host, namespace).map(this::server).orElse(null);
        if (to == null || to.equals(from)) {
            return from;
        }
        add(message, record, from, to, code, "error-server-error");
        return to;
    }

    private void add(
            UnmatchedMessages.Message message,
            LogRecord record,
            @Nullable Ref from,
            Ref to,
            String code,
            String mechanism) {
        if (from != null) {
            callers.add(from);
        }
        calls.add(new Call(from, to, code, mechanism, message, record, message.amongLast));
    }

    private static Optional<String> host(Target target) {
        String value = target.value();
        switch (target.kind()) {
            case URL -> {
                value = value.substring(value.indexOf("://") + 3);
                value = value.substring(value.indexOf('@') + 1);
                int end = value.indexOf('/');
                value = end < 0 ? value : value.substring(0, end);
            }
            case ADDRESS, HOST -> {
                // stands alone
            }
            default -> {
                return Optional.empty();
            }
        }
        int colon = value.lastIndexOf(':');
        return Optional.of(
                colon < 0 || value.indexOf(':') < colon ? value : value.substring(0, colon));
    }

    /// What a host stands for: also a Service that is not there, where the name was not found.
    private Optional<Ref> service(String host, @Nullable String namespace, String mechanism) {
        Optional<Ref> known = Hosts.resolve(graph, host, namespace);
        if (known.isPresent() || !mechanism.equals("error-dns-not-found")) {
            return known;
        }
        String[] labels = host.split("\\.", -1);
        String in = labels.length > 1 ? labels[1] : namespace;
        boolean apart = labels.length == 2 && graph.find("Namespace", null, labels[1]).isPresent();
        return in != null
                        && (labels.length == 1 || apart)
                        && !host.equals("localhost")
                        && graph.listed().contains("Service", in)
                ? Optional.of(new Ref("Service", in, labels[0]))
                : Optional.empty();
    }

    /// The workload behind a Service or pod, where there is exactly one; else the Service.
    private Ref server(Ref ref) {
        if (!ref.kind().equals("Service")) {
            return graph.top(ref);
        }
        Set<Ref> makers = new LinkedHashSet<>();
        for (ClusterObject selected : graph.from(ref, Link.Type.SELECTS)) {
            makers.add(graph.top(selected.ref()));
        }
        return makers.size() == 1 ? makers.iterator().next() : ref;
    }

    private @Nullable Ref workload(Entity entity) {
        if (entity.pod() != null) {
            Ref pod = new Ref("Pod", entity.namespace(), entity.pod());
            if (graph.find(pod).isPresent()) {
                return graph.top(pod);
            }
        }
        if (entity.workload() != null) {
            for (String kind : PodSpec.WORKLOADS) {
                Ref ref = new Ref(kind, entity.namespace(), entity.workload());
                if (graph.find(ref).isPresent()) {
                    return graph.top(ref);
                }
            }
        }
        return null;
    }
}
