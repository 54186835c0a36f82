package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of the status pages of Cilium: `cilium status` of the agent and of the command line tool,
/// `cilium-health status`, `cilium encrypt status`, `cilium clustermesh status`, `hubble status`.
final class StatusShape implements Shape {

    private static final Pattern ROW =
            Pattern.compile(
                    "^(?:[\\s/\\\\_¯]*)(KVStore|ContainerRuntime|Kubernetes|Kubernetes"
                            + " APIs|KubeProxyReplacement|Host firewall|SRv6|CNI Chaining|CNI Config"
                            + " file|Cilium|NodeMonitor|Cilium health daemon|IPAM|IPv4 address"
                            + " pool|IPv6 address pool|Allocated addresses|ClusterMesh|IPv4 BIG"
                            + " TCP|IPv6 BIG TCP|BandwidthManager|Host Routing|Routing|Attach"
                            + " Mode|Device Mode|Masquerading|Clock Source for BPF|Controller"
                            + " Status|Proxy Status|Global Identity Range|Hubble|Hubble Relay|Envoy"
                            + " DaemonSet|Operator|Encryption|Cluster health|Modules"
                            + " Health|Name|Healthcheck \\(via [^)]*\\)|Current/Max"
                            + " Flows|Flows/s|Connected Nodes|Unavailable Nodes|Wireguard|Keys in"
                            + " use|Errors|Warnings|Stale status|Identity allocation"
                            + " mode|DaemonSet|Deployment|Containers|Cluster Pods|Helm chart"
                            + " version|Image versions|Global Services|Cluster Connections|ICMP to"
                            + " stack|HTTP to agent|DNS|Decryption interface\\(s\\)|Max Seq\\."
                            + " Number|Probe time|Auto-direct-node-routes|Policy audit"
                            + " mode|Interface|Public key|Number of peers|Service Mesh|Encryption"
                            + " mode)(?: +\\([^)]*\\))?(?::\\s*(.*)|\\s{2,}(\\S.*))$");
    private static final Pattern OF = Pattern.compile("\\b(\\d{1,7})/(\\d{1,7})\\b");
    private static final Pattern READY =
            Pattern.compile(
                    "Desired: (\\d+)(?:, Ready: (\\d+)/\\d+)?(?:, Available: (\\d+)/\\d+)?(?:,"
                            + " Unavailable: (\\d+)/\\d+)?");

    /// `cilium-health-ep 23m54s ago 6s ago 30 Get "http://…": context deadline exceeded`
    private static final Pattern CONTROLLER =
            Pattern.compile(
                    "^\\s*([a-z](?:[\\w./():#-]| (?! ))*+)\\s{2,}(never|\\S+ ago)\\s+(never|\\S+"
                            + " ago)\\s+(\\d+)\\s+(\\S.*)$");

    /// `z-k8s-m-1 192.168.6.101 unreachable reachable`
    private static final Pattern NODE =
            Pattern.compile(
                    "^\\s*(\\S+?)(?:"
                            + " \\(localhost\\))?\\s+([0-9a-fA-F.:]{3,})\\s+(?:\\d+/\\d+\\s+)?(reachable|unreachable|unknown|true|false|\\d+/\\d+)\\s+(reachable|unreachable|unknown|true|false|\\d+/\\d+)\\s*$");

    private static final Pattern HEAD =
            Pattern.compile("^\\s*Name\\s+(?:IP\\s+(?:Node|Reachable)|Last success).*$");

    private static final Pattern PROBED = Pattern.compile("^\\s+(\\S+?)(?: \\(localhost\\))?:$");
    private static final Pattern PROBE =
            Pattern.compile("^\\s+(?:Host|Endpoint) connectivity to \\S+:$");
    private final CheckRows checks = new CheckRows();
    private String node = "";

    @Override
    public boolean take(Page page, Context context) {
        Line line = page.peek();
        if (HEAD.matcher(line.text()).matches()) {
            page.take();
            return true;
        }
        if (probedNode(page)) {
            return true;
        }
        if (checks.take(page, context)) {
            return true;
        }
        LogRecord.Builder record = controller(line, context);
        record = record != null ? record : node(line, context);
        record = record != null ? record : row(line, context);
        if (record == null) {
            return false;
        }
        page.take();
        context.emit(record);
        return true;
    }

    /// Whether a line is a row of a status page.
    static boolean isRow(String text) {
        return ROW.matcher(text).matches()
                || CONTROLLER.matcher(text).matches()
                || NODE.matcher(text).matches();
    }

    /// In `cilium-health status` the name of a node stands above the rows about it.
    private boolean probedNode(Page page) {
        Line next = page.peek(1);
        Matcher name = PROBED.matcher(page.peek().text());
        if (PROBE.matcher(page.peek().text()).matches()) {
            page.take();
            return true;
        }
        if (next == null || !name.matches() || !PROBE.matcher(next.text()).matches()) {
            return false;
        }
        node = name.group(1);
        page.take();
        return true;
    }

    private LogRecord.@Nullable Builder row(Line line, Context context) {
        Matcher row = ROW.matcher(line.text());
        if (!row.matches() || (row.group(1).equals("Name") && context.objectKind.isEmpty())) {
            return null;
        }
        String value =
                row.group(2) != null ? row.group(2) : row.group(3) == null ? "" : row.group(3);
        Structured fields =
                new Structured(RecordKind.STATUS)
                        .field(
                                "name",
                                row.group(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[^a-z0-9]+", "-")
                                        .replaceAll("-$", ""))
                        .field("value", value);
        Matcher ready = READY.matcher(value);
        Matcher of = OF.matcher(value);
        if (ready.find()) {
            counts(fields, ready.group(2) == null ? "0" : ready.group(2), ready.group(1));
            fields.field("unavailable", ready.group(4));
        } else if (of.find()) {
            counts(fields, of.group(1), of.group(2));
        }
        boolean probe = row.group(1).endsWith("to stack") || row.group(1).endsWith("to agent");
        Subject subject = probe && !node.isEmpty() ? new Subject("Node", null, node, null) : null;
        return fields.in(
                        context.source,
                        context.origin(line),
                        line.raw(),
                        subject == null ? context.source.entity() : Entity.ofNode(node),
                        subject)
                .text(
                        line.words().replaceAll("\\s+", " ")
                                + "; "
                                + String.join("; ", fields.pairs()));
    }

    /// `4/8`: four of eight are there, four are missing.
    private static void counts(Structured fields, String have, String of) {
        fields.field("have", have)
                .field("of", of)
                .field("missing", String.valueOf(Long.parseLong(of) - Long.parseLong(have)));
    }

    private static LogRecord.@Nullable Builder controller(Line line, Context context) {
        Matcher row = CONTROLLER.matcher(line.text());
        if (!row.matches()) {
            return null;
        }
        Structured fields =
                new Structured(RecordKind.STATUS)
                        .field("name", "controller")
                        .field("controller", row.group(1))
                        .field("lastSuccess", row.group(2))
                        .field("lastError", row.group(3))
                        .field("failures", row.group(4))
                        .field("message", row.group(5));
        return fields.in(
                context.source, context.origin(line), line.raw(), context.source.entity(), null);
    }

    private static LogRecord.@Nullable Builder node(Line line, Context context) {
        Matcher row = NODE.matcher(line.text());
        if (!row.matches()) {
            return null;
        }
        Structured fields =
                new Structured(RecordKind.STATUS)
                        .field("name", "node-health")
                        .field("remoteNode", row.group(1))
                        .field("ip", row.group(2))
                        .field("nodeStatus", row.group(3))
                        .field("endpointStatus", row.group(4));
        return fields.in(
                context.source,
                context.origin(line),
                line.raw(),
                Entity.ofNode(row.group(1)),
                new Subject("Node", null, row.group(1), null));
    }
}
