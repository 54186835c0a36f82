package dev.clew.model;

import java.util.Locale;

/// Something the program takes, keeps or shows only so much of. [Limits] holds how much;
/// `docs/limits.md` lists them all.
public enum Bound {

    // reading

    /// Archives inside archives.
    ARCHIVE_DEPTH(5, "archives left closed"),
    /// Files in all archives of a run.
    ARCHIVE_ENTRIES(500_000, "files not read"),
    /// Bytes of all archives of a run, unpacked.
    UNPACKED_BYTES(1L << 40, "archives not read to the end"),
    /// Unpacked bytes for each packed one, of a single stream.
    EXPANSION_RATIO(400, "streams not read to the end"),
    /// Unpacked bytes of a stream from which on [#EXPANSION_RATIO] counts.
    EXPANSION_RATIO_FROM(256L << 20, "streams held to the ratio"),
    /// Skipped inputs that are named one by one.
    SKIPPED_NAMED(500, "skipped inputs not named"),

    /// Plain values below `spec` and `status` of one object that signatures can ask for.
    OBJECT_VALUES(200, "values of objects that signatures do not see"),

    // gathering

    /// Different observations of one signature: by place, object and captured values.
    OBSERVATIONS(20_000, "matches counted without their object"),
    /// Different observations of all signatures, from which on only those of rare ones are told
    /// apart.
    OBSERVATIONS_IN_ALL(100_000, "matches of frequent signatures counted without their object"),
    /// Different observations of one signature that are told apart by captured values.
    OBSERVED_VALUES(2_000, "matches counted with the values of others"),
    /// Characters of evidence kept of all observations.
    EVIDENCE_CHARACTERS(64L << 20, "records kept as the first words only"),
    /// Times of one observation; with more, the times closest together are kept as one.
    TIMES(65_536, "times kept as a span"),
    /// Times of all observations, from which on each keeps few.
    TIMES_IN_ALL(2_000_000, "times kept as a span, for there were so many"),
    /// Places at which the further records of one clause are told apart.
    PLACES(200_000, "further records taken to be anywhere"),
    /// Pods of which node, namespace and owner are remembered.
    PODS(200_000, "pods whose place is not remembered"),
    /// Frames that are waited for at a time, by signature and source.
    FRAMES(100_000, "records not held against sets and sequences"),
    /// Records that one part of a frame holds while the others are waited for.
    FRAME_RECORDS(10_000, "records that sets and sequences let go too early"),
    /// Characters that all frames hold while they wait.
    FRAME_CHARACTERS(64L << 20, "records that sets and sequences let go too early"),
    /// Times that are kept of one thing that voids frames.
    FRAME_VOIDS(100_000, "records that may void sets and sequences, let go too early"),
    /// Nodes that are told apart.
    NODES(100_000, "nodes not counted"),
    /// Sources of which the last time, or that they are the log of a container, is remembered.
    SOURCES(200_000, "sources of which the end is not remembered"),
    /// Different values of one fact of the cluster.
    FACT_VALUES(1_000, "values of facts not counted"),
    /// Lists of options that agents print at their start.
    OPTION_LISTS(5_000, "lists of options not judged"),
    /// Options in one such list.
    OPTIONS(1_000, "options not judged"),
    /// Restarts, rollouts and changes kept for the time line.
    TIMELINE_EVENTS(5_000, "events left out of the time line"),
    /// Things a bundle lacks that are named.
    GAPS(200, "gaps not named"),
    /// Kinds of message that no signature knows, in all.
    UNKNOWN_MESSAGES(2_000, "unknown messages not counted"),
    /// Kinds of message that no signature knows, in one part of a source.
    UNKNOWN_MESSAGES_IN_PART(200, "unknown messages not looked at in a part of a source"),
    /// Kinds of line at warning or above that are told apart in one part of a source.
    LINE_KINDS_IN_PART(1_000, "lines at warning or above not read"),
    /// Sets of signatures that may turn out not to hold, of which one part of a source keeps what
    /// only they know.
    DOUBTED_IN_PART(64, "failures that only signatures know which may not hold"),
    /// Unknown messages, the most telling first, that are searched for calls that failed.
    FAILED_CALLS(500, "unknown messages not searched for failed calls"),
    /// Shapes of line by which unknown messages are counted.
    LINE_SHAPES(50_000, "shapes of line not counted"),
    /// Containers that ended badly.
    ENDS(5_000, "ends of containers not explained"),
    /// Logs of which the last lines are kept.
    LOGS(4_000, "lines of further logs that explain no end"),

    /// Objects of the cluster's graph.
    OBJECTS(200_000, "objects not in the graph"),
    /// Connections of the cluster's graph.
    LINKS(2_000_000, "connections not in the graph"),
    /// Pending pods that are held against every node.
    PODS_JUDGED(500, "pending pods not held against the nodes"),
    /// Faults that objects show by their state.
    STATES(20_000, "faults of objects not told"),
    /// Groups of findings of which the graph says what explains what.
    GROUPS(2_000, "groups of findings joined without the graph"),
    /// Findings of single nodes, from which on those of a signature are joined over all nodes
    /// without asking what caused each.
    FINDINGS_OF_NODES(3_000, "findings of nodes joined whatever caused each"),
    /// Pods, containers and nodes at which one finding was seen that are held against those of
    /// others.
    PLACES_OF_FINDING(500, "places of findings not held against those of others"),
    /// Things of the graph to which the effects of one finding are followed.
    EFFECTS(20_000, "findings of which the effects were not followed to the end"),
    /// Incidents, the first in rank, of which the last change before them is looked for.
    TRIGGERS(50, "incidents of which no change before them was looked for"),

    // results

    /// Findings of one signature on different owners, from which on they are one.
    FINDINGS_OF_SIGNATURE(20, "findings folded into another of their signature"),
    /// Objects that a finding names, and for which its commands are filled in.
    SUBJECTS(500, "objects counted and not named"),
    /// Things that an incident names to be at fault.
    ROOT_ENTITIES(50, "things at fault not named"),
    /// Connections in the chain of an incident.
    CHAIN(40, "paths left out of the chains of incidents"),
    /// Entries of the time line.
    TIMELINE(200, "entries left out of the time line"),
    /// Findings in a report.
    FINDINGS(1_000, "findings not written");

    private final long standard;
    private final String cost;

    Bound(long standard, String cost) {
        this.standard = standard;
        this.cost = cost;
    }

    /// What the program uses unless told otherwise.
    public long standard() {
        return standard;
    }

    /// The word used in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether what lies beyond it could be the only sign of trouble.
    public boolean hidesTrouble() {
        return switch (this) {
            case ARCHIVE_DEPTH,
                    ARCHIVE_ENTRIES,
                    UNPACKED_BYTES,
                    EXPANSION_RATIO,
                    SKIPPED_NAMED,
                    OPTION_LISTS,
                    OPTIONS,
                    UNKNOWN_MESSAGES,
                    UNKNOWN_MESSAGES_IN_PART,
                    LINE_KINDS_IN_PART,
                    DOUBTED_IN_PART,
                    LINE_SHAPES,
                    ENDS,
                    OBJECTS,
                    LINKS,
                    PODS_JUDGED,
                    STATES ->
                    true;
            default -> false;
        };
    }

    /// Whether something is lost, or known less well, beyond it. Findings that are folded into one
    /// are still counted and named there, so nobody has to be told.
    public boolean loses() {
        return this != FINDINGS_OF_SIGNATURE;
    }

    /// What there is so many of once it is reached, as in "12 files not read".
    public String cost() {
        return cost;
    }
}
