package dev.clew.cli;

import dev.clew.cluster.Access;
import dev.clew.cluster.Bounds;
import dev.clew.cluster.ClusterException;
import dev.clew.cluster.EventWriter;
import dev.clew.cluster.LiveCluster;
import dev.clew.cluster.Progress;
import dev.clew.cluster.Scope;
import dev.clew.redact.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of every command that asks a live cluster.
final class ClusterOptions {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)i?b?");

    @Parameters(
            arity = "0..*",
            paramLabel = "POD",
            description = "Only these pods, as name or namespace/name, and Cilium on their nodes.")
    List<String> pods = List.of();

    @Option(names = "--context", paramLabel = "NAME", description = "The context to use.")
    @Nullable String context;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The kubeconfig to use. Default: where kubectl looks.")
    @Nullable Path kubeconfig;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "Pods of this namespace. Default: that of the context.")
    @Nullable String namespace;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Pods of all namespaces.")
    boolean allNamespaces;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "LABELS",
            description = "Only pods with these labels.")
    @Nullable String selector;

    @Option(names = "--node", paramLabel = "NODE", description = "Only pods on this node.")
    @Nullable String node;

    @Option(
            names = "--helm",
            description =
                    "Also read names and states of Helm releases, which needs the right to list secrets.")
    boolean helm;

    @Option(
            names = "--logs-since",
            paramLabel = "AGE",
            description = "How far back logs go: 90m, 6h, 2d. Default: 2d.")
    @Nullable String since;

    @Option(
            names = "--log-bytes",
            paramLabel = "SIZE",
            description = "Most of the log of one container: 512k, 4m. Default: 4m.")
    @Nullable String logBytes;

    @Option(
            names = "--total-bytes",
            paramLabel = "SIZE",
            description = "Most of everything: 512m, 2g. Default: 512m.")
    @Nullable String totalBytes;

    @Option(
            names = "--request-timeout",
            paramLabel = "AGE",
            description = "Longest wait for an answer of the API server: 15s. Default: 15s.")
    @Nullable String requestTimeout;

    @Mixin final RedactionOptions redaction = new RedactionOptions();

    Redactor redactor() {
        return redaction.redactor();
    }

    Scope scope() {
        if (allNamespaces && namespace != null) {
            throw new UserError(Exit.USAGE, "-A and -n exclude each other");
        }
        if (!pods.isEmpty() && (selector != null || node != null)) {
            throw new UserError(Exit.USAGE, "-l and --node do not go with names of pods");
        }
        return new Scope(allNamespaces, namespace, pods, selector, node, helm);
    }

    /// Prepares to ask the cluster.
    LiveCluster open() {
        try {
            return LiveCluster.open(
                    new Access(kubeconfig, context), bounds(), InstantSource.system());
        } catch (ClusterException e) {
            throw new UserError(Exit.NO_INPUT, String.valueOf(e.getMessage()));
        }
    }

    /// Prepares to write events to the cluster.
    EventWriter events() {
        try {
            return EventWriter.open(new Access(kubeconfig, context), bounds());
        } catch (ClusterException e) {
            throw new UserError(Exit.NO_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private Bounds bounds() {
        Bounds bounds = Bounds.DEFAULT;
        if (since != null) {
            bounds = bounds.withLogAge(duration("--logs-since", since));
        }
        if (logBytes != null) {
            bounds = bounds.withLogBytes(size("--log-bytes", logBytes));
        }
        if (totalBytes != null) {
            bounds = bounds.withTotalBytes(size("--total-bytes", totalBytes));
        }
        if (requestTimeout != null) {
            Duration time = duration("--request-timeout", requestTimeout);
            bounds = bounds.withTimes(time, time.multipliedBy(6));
        }
        return bounds;
    }

    static Duration duration(String option, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches() || matcher.group(1).matches("0+")) {
            throw new UserError(
                    Exit.USAGE,
                    option + ": '" + text + "' is no age; write it like 90s, 30m, 6h, 2d");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static long size(String option, String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(1).matches("0+")) {
            throw new UserError(
                    Exit.USAGE, option + ": '" + text + "' is no size; write it like 512k, 4m, 1g");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "k" -> count << 10;
            case "m" -> count << 20;
            case "g" -> count << 30;
            default -> count;
        };
    }

    /// Shows on one line of the terminal how gathering goes on.
    static Progress progress(Console console) {
        return (done, planned, bytes) -> {
            synchronized (console) {
                console.err()
                        .print(
                                "\r\u001b[Kclew: gathering, "
                                        + done
                                        + " of "
                                        + planned
                                        + ", "
                                        + (bytes >> 10)
                                        + " KiB");
                console.err().flush();
            }
        };
    }

    /// Removes that line.
    static void endProgress(Console console) {
        console.err().print("\r\u001b[K");
        console.err().flush();
    }
}
