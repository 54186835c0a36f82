package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Suppressed;
import dev.clew.diagnose.collect.Observation;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.diagnose.collect.OwnGround;
import dev.clew.graph.PodSpec;
import dev.clew.model.Applies;
import dev.clew.model.Entity;
import dev.clew.model.Environment;
import dev.clew.model.Evidence;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import dev.clew.model.Software;
import dev.clew.model.Subject;
import dev.clew.model.Workloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes groups of what was seen: leaves out what does not apply to the versions at hand, what a
/// more precise signature says better, what is harmless, and what further records speak against;
/// then joins pods of one owner.
final class Groups {

    /// Values that tell one thing that serves the whole cluster from another.
    private static final List<String> OF_CLUSTER = List.of("webhook", "apiservice", "user");

    private final ObservationStore store;
    private final Environment environment;
    private final List<Suppressed> suppressed = new ArrayList<>();
    private ClockSkew clocks = ClockSkew.NONE;

    Groups(ObservationStore store, Environment environment) {
        this.store = store;
        this.environment = environment;
    }

    /// What the observations of one finding have in common.
    ///
    /// @param owner of the things it is about; empty if unknown
    record Key(String signature, String owner) {}

    private record Place(Key key, String node) {}

    List<Group> make() {
        Map<Integer, List<Observation>> bySignature = new LinkedHashMap<>();
        for (Observation observation : store.observations()) {
            if (applies(observation)) {
                bySignature
                        .computeIfAbsent(observation.signature(), key -> new ArrayList<>())
                        .add(observation);
            }
        }
        OwnGround ground = new OwnGround(store, environment);
        Map<Integer, FurtherRecords> further = new HashMap<>();
        Map<Integer, List<Observation>> holding = new LinkedHashMap<>();
        bySignature.forEach((ordinal, all) -> {
            Rule.Signature signature = signature(ordinal);
            List<Observation> own =
                    all.stream().filter(each -> ground.holds(signature, each)).toList();
            FurtherRecords records = new FurtherRecords(signature, ordinal, own, store);
            further.put(ordinal, records);
            holding.put(ordinal, records.holding());
        });
        Transiences transiences = new Transiences(store.endTimes());
        clocks = ClockSkew.of(store.observations(), store.pods());
        Staleness staleness = new Staleness(store.graph(), store.limits().limits());
        Holding standing = new Holding(holding);
        Map<Place, Group> groups = new LinkedHashMap<>();
        holding.forEach((ordinal, observations) -> {
            Rule.Signature signature = signature(ordinal);
            FurtherRecords records = further.get(ordinal);
            for (Observation observation : observations) {
                if (!isBetterSaid(observation, standing) && !isHarmless(observation)) {
                    Entity entity = store.pods().complete(observation.entity());
                    Subject subject = complete(observation.subject(), entity);
                    entity = ofMaker(entity, subject);
                    Key key =
                            new Key(
                                    signature.id(),
                                    signature.reach() == Scope.CLUSTER
                                            ? named(observation)
                                            : ErrorGroups.owner(
                                                    observation, owner(entity, subject)));
                    Rule.Signature weighed = weighed(signature, observation);
                    Group group =
                            groups.computeIfAbsent(
                                    new Place(key, node(signature, entity, subject)),
                                    any -> new Group(weighed, observation.kind(), store.limits()));
                    group.weigh(weighed);
                    group.add(
                            observation,
                            entity,
                            subject,
                            healed(signature, observation, records, staleness),
                            transiences.of(observation),
                            clocks.ahead(observation, entity));
                }
            }
        });
        Causes causes = new Causes(store.book()::find, store.graph(), store.limits());
        NodeGroups byNode = new NodeGroups(causes, store.limits());
        groups.forEach(
                (place, group) -> byNode.add(place.key(), place.node(), ErrorGroups.told(group)));
        return new Folding(causes, store.limits()).of(joinUnknown(byNode.joined()));
    }

    /// The signature as grave as what was observed. A rule that was written elsewhere is a warning
    /// at most where nothing says that the lines are of the program it is for, or where that
    /// program writes them as a warning or less.
    private static Rule.Signature weighed(Rule.Signature signature, Observation observation) {
        Severity own = signature.match().get(observation.variant()).severity();
        Severity severity = own == null ? signature.severity() : own;
        if (!observation.isSure() && severity.compareTo(Severity.WARNING) > 0) {
            severity = Severity.WARNING;
        }
        return severity == signature.severity()
                ? signature
                : signature.as(signature.titleTemplate(), severity);
    }

    private static @Nullable Evidence healed(
            Rule.Signature signature,
            Observation observation,
            @Nullable FurtherRecords records,
            Staleness staleness) {
        Evidence said = records == null ? null : records.healed(observation);
        return said != null ? said : staleness.over(signature.id(), observation);
    }

    private static String node(Rule.Signature signature, Entity entity, @Nullable Subject subject) {
        if (signature.reach() == Scope.CLUSTER) {
            return "";
        }
        if (subject != null && subject.kind().equals("Node")) {
            return subject.name();
        }
        return entity.node() == null ? "" : entity.node();
    }

    /// Messages that were found harmless, in the order they were seen.
    List<Suppressed> suppressed() {
        return suppressed;
    }

    /// By how much the clocks of nodes differ from the API server's.
    ClockSkew clocks() {
        return clocks;
    }

    private Rule.Signature signature(int ordinal) {
        return (Rule.Signature) store.book().rule(ordinal).rule();
    }

    /// A line that reports a failure is proof whatever the versions are; settings are only wrong
    /// for a kernel that is known to be too old for them.
    private boolean applies(Observation observation) {
        Applies applies = store.book().rule(observation.signature()).rule().applies();
        boolean ofKernel = applies.ranges().containsKey(Software.KERNEL);
        return observation.kind() == RecordKind.CONFIG && ofKernel
                ? applies.surely(environment)
                : applies.to(environment);
    }

    private boolean isBetterSaid(Observation observation, Holding holding) {
        Rule.Signature own = signature(observation.signature());
        for (int beside : observation.beside()) {
            Rule.Signature other = signature(beside);
            boolean superseded =
                    other.supersedes().contains(own.id()) && !own.supersedes().contains(other.id());
            boolean more = superseded || own.givesWayTo(other);
            if (more && holding.isBeside(beside, observation)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHarmless(Observation observation) {
        int by = observation.suppressedBy();
        if (by < 0 || !store.book().rule(by).rule().applies().to(environment)) {
            return false;
        }
        Rule.Benign benign = (Rule.Benign) store.book().rule(by).rule();
        suppressed.add(
                new Suppressed(
                        benign,
                        signature(observation.signature()).id(),
                        observation.count(),
                        observation.evidence().getFirst()));
        return true;
    }

    private @Nullable Subject complete(@Nullable Subject subject, Entity entity) {
        if (subject == null) {
            return entity.pod() == null
                    ? null
                    : new Subject("Pod", entity.namespace(), entity.pod(), entity.node());
        }
        if (!subject.kind().equals("Pod")) {
            return subject;
        }
        Entity known = store.pods().complete(Entity.ofPod(subject.namespace(), subject.name()));
        return subject.in(known.namespace()).on(known.node());
    }

    /// The place under the name of the workload that it is about: of the CronJob or Deployment
    /// whose Job or ReplicaSet it is.
    private static Entity ofMaker(Entity entity, @Nullable Subject subject) {
        if (subject == null
                || !PodSpec.WORKLOADS.contains(subject.kind())
                || entity.pod() != null) {
            return entity;
        }
        return entity.workload() == null || entity.workload().equals(subject.name())
                ? entity.withWorkload(Workloads.makerOf(subject.kind(), subject.name()))
                : entity;
    }

    /// What of the cluster failed, as far as the words name it: another webhook is another finding.
    private static String named(Observation observation) {
        for (String name : OF_CLUSTER) {
            String value = observation.captures().get(name);
            if (value != null) {
                return name + " " + value;
            }
        }
        return "";
    }

    /// What the things have in common that are one finding.
    private static String owner(Entity entity, @Nullable Subject subject) {
        if (subject != null && PodSpec.WORKLOADS.contains(subject.kind())) {
            return in(subject.namespace(), Workloads.makerOf(subject.kind(), subject.name()));
        }
        if (subject != null && !subject.kind().equals("Pod")) {
            return subject.kind().equals("Node")
                    ? "Node"
                    : subject.kind() + " " + subject.namespace() + "/" + subject.name();
        }
        if (subject != null && !subject.name().equals(entity.pod())) {
            return in(subject.namespace(), Workloads.ownerOf(subject.name()));
        }
        return entity.workload() != null ? in(entity.namespace(), entity.workload()) : "";
    }

    private static String in(@Nullable String namespace, String workload) {
        return namespace == null ? workload : namespace + "/" + workload;
    }

    /// Observations that name no thing belong to the finding of the same signature, if there is
    /// one: nothing says that they are about something else.
    private static List<Group> joinUnknown(List<NodeGroups.Joined> groups) {
        Map<String, List<NodeGroups.Joined>> bySignature = new LinkedHashMap<>();
        for (NodeGroups.Joined group : groups) {
            bySignature
                    .computeIfAbsent(group.key().signature(), key -> new ArrayList<>())
                    .add(group);
        }
        List<Group> all = new ArrayList<>();
        for (List<NodeGroups.Joined> entries : bySignature.values()) {
            Map<Boolean, List<Group>> byKnown = new HashMap<>();
            entries.forEach(entry ->
                    byKnown.computeIfAbsent(
                                    !entry.key().owner().isEmpty(), key -> new ArrayList<>())
                            .add(entry.group()));
            List<Group> known = byKnown.getOrDefault(true, List.of());
            List<Group> unknown = byKnown.getOrDefault(false, List.of());
            if (known.size() == 1 && unknown.size() == 1) {
                known.getFirst().take(unknown.getFirst());
                all.addAll(known);
            } else {
                all.addAll(known);
                all.addAll(unknown);
            }
        }
        return all;
    }
}
