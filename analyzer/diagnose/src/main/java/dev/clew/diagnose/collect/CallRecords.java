package dev.clew.diagnose.collect;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.PodSpec;
import dev.clew.graph.Ref;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes records of what failed calls tell of those that were called: a program that answers with
/// errors, and calls nobody that fails itself; a Service that does not exist.
final class CallRecords {

    private static final int LEAST = 3;

    private final ClusterGraph graph;
    private final FailedCalls calls;
    private final boolean excerpt;
    private final List<LogRecord> records = new ArrayList<>();

    /// @param excerpt whether the input is one that a person cut where it hurts
    CallRecords(ClusterGraph graph, FailedCalls calls, boolean excerpt) {
        this.graph = graph;
        this.calls = calls;
        this.excerpt = excerpt;
    }

    List<LogRecord> make() {
        Map<Ref, List<FailedCalls.Call>> answers = new LinkedHashMap<>();
        Map<Ref, List<FailedCalls.Call>> missing = new LinkedHashMap<>();
        for (FailedCalls.Call call : calls.all()) {
            if (!call.code().isEmpty()) {
                answers.computeIfAbsent(call.to(), any -> new ArrayList<>()).add(call);
            } else if (call.mechanism().equals("error-dns-not-found") && isMissing(call.to())) {
                missing.computeIfAbsent(call.to(), any -> new ArrayList<>()).add(call);
            }
        }
        answers.forEach((to, of) -> {
            if (!calls.callers().contains(to) && isLasting(of)) {
                answer(to, of);
            }
        });
        missing.forEach((to, of) -> {
            if (isLasting(of)) {
                missing(to, of.getFirst());
            }
        });
        return records;
    }

    private boolean isMissing(Ref ref) {
        return ref.kind().equals("Service")
                && graph.find(ref)
                        .filter(each -> each.presence() != ClusterObject.Presence.MISSING)
                        .isEmpty();
    }

    private boolean isLasting(List<FailedCalls.Call> of) {
        Set<UnmatchedMessages.Message> messages = new LinkedHashSet<>();
        of.forEach(call -> messages.add(call.message()));
        return (excerpt || of.stream().anyMatch(FailedCalls.Call::ongoing))
                && messages.stream().mapToLong(each -> each.count).sum() >= LEAST;
    }

    private void answer(Ref to, List<FailedCalls.Call> of) {
        if (!PodSpec.WORKLOADS.contains(to.kind()) && !to.kind().equals("Pod")) {
            return;
        }
        FailedCalls.Call call = of.getFirst();
        UnmatchedMessages.Message own = calls.own(to);
        LogRecord said = own == null ? call.record() : own.record();
        records.add(
                LogRecord.of(RecordKind.ERROR, said.origin(), said.shown())
                        .text(said.shown())
                        .message(said.message())
                        .time(said.time())
                        .yearFrom(said.yearFrom())
                        .entity(
                                own == null
                                        ? new Entity(to.namespace(), null, null, null, to.name())
                                        : said.entity())
                        .subject(new Subject(to.kind(), to.namespace(), to.name(), null))
                        .count((int) Math.min(Integer.MAX_VALUE, call.message().count))
                        .field("answers", call.code())
                        .field("server", to.name())
                        .field("who", to.name())
                        .field("grave", "true")
                        .build());
    }

    /// A Service that is not there is at fault itself where a workload has its name; else the one
    /// that calls it is.
    private void missing(Ref service, FailedCalls.Call call) {
        Ref from = call.from();
        if (from == null) {
            return;
        }
        boolean served =
                PodSpec.WORKLOADS.stream()
                        .anyMatch(kind ->
                                graph.find(kind, service.namespace(), service.name())
                                        .filter(ClusterObject::isRead)
                                        .isPresent());
        Ref root = served ? service : from;
        String message =
                "%s does not exist, and %s %s calls it%s"
                        .formatted(service, from.kind(), from.name(), near(service));
        records.add(
                LogRecord.of(RecordKind.STATE, call.record().origin(), call.record().shown())
                        .text("check: called-service-missing; " + message)
                        .message(message)
                        .entity(new Entity(from.namespace(), null, null, null, from.name()))
                        .subject(root.subject())
                        .field("check", "called-service-missing")
                        .field("message", message)
                        .field("service", service.name())
                        .field("workload", from.name())
                        .build());
    }

    /// Services of the namespace with a name like that one.
    private String near(Ref service) {
        List<String> near = new ArrayList<>();
        for (ClusterObject other : graph.read("Service")) {
            boolean alike =
                    other.name().contains(service.name()) || service.name().contains(other.name());
            if (alike
                    && other.ref().namespace() != null
                    && other.ref().namespace().equals(service.namespace())
                    && near.size() < 3) {
                near.add(other.name());
            }
        }
        return near.isEmpty() ? "" : " (there is " + String.join(", ", near) + ")";
    }
}
