package dev.clew.bundle.text;

import dev.clew.bundle.object.DescribedTrees;
import dev.clew.bundle.object.ObjectRecords;
import dev.clew.bundle.object.Tree;
import dev.clew.model.Entity;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `Key: value` lines of `kubectl describe`. Indents are not relied on, because they get lost
/// when a page is pasted; the order of the keys tells what belongs to which container.
final class DescribeShape implements Shape {

    private static final Pattern KEY =
            Pattern.compile("^(\\s*)([A-Z][\\w /-]{1,40}?):(?:\\s+(\\S.*))?$");
    private static final Pattern CONTAINER = Pattern.compile("^\\s*([a-z0-9][a-z0-9.-]*):$");
    private static final Pattern CONDITION =
            Pattern.compile("^\\s*([A-Z]\\w+(?:/\\w+)?)\\s+(True|False|Unknown)(?:\\s+(.*))?$");
    private static final Pattern CONDITIONS_HEAD =
            Pattern.compile(
                    "^\\s*Type\\s+Status(?:\\s+LastHeartbeatTime\\s|\\s+Reason\\s+Message|$)");
    private static final Pattern TIMES =
            Pattern.compile(
                    "^(?:[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d"
                            + " [+-]\\d{4}\\s+){1,2}");
    private static final int MOST_LINES = 5000;
    private static final int MOST_UNTIL_KIND = 60;
    private static final Set<String> KEYS =
            Set.of(
                    "Name",
                    "Namespace",
                    "Priority",
                    "Node",
                    "Start Time",
                    "Status",
                    "Reason",
                    "Message",
                    "IP",
                    "Controlled By",
                    "Service Account",
                    "Containers",
                    "Init Containers",
                    "Container ID",
                    "Image",
                    "Image ID",
                    "Port",
                    "Host Port",
                    "State",
                    "Last State",
                    "Exit Code",
                    "Started",
                    "Finished",
                    "Ready",
                    "Restart Count",
                    "Signal",
                    "Conditions",
                    "Volumes",
                    "QoS Class",
                    "Node-Selectors",
                    "Tolerations",
                    "Roles",
                    "Taints",
                    "Unschedulable",
                    "Kernel Version",
                    "OS Image",
                    "Container Runtime Version",
                    "Kubelet Version",
                    "PodCIDR",
                    "PodCIDRs",
                    "System Info",
                    "Allocated resources",
                    "StorageClass",
                    "Volume",
                    "Finalizers",
                    "Replicas",
                    "Pods Status",
                    "Annotations",
                    "Labels",
                    "Selector",
                    "Type",
                    "Capacity",
                    "Access Modes",
                    "Used By",
                    "Mounted By",
                    "Metrics",
                    "Min replicas",
                    "Max replicas",
                    "Reference",
                    "CreationTimestamp",
                    "Limits",
                    "Requests",
                    "Environment",
                    "Mounts",
                    "Command",
                    "Args",
                    "Pods",
                    "Ports",
                    "Host Ports",
                    "Deletion Timestamp",
                    "Termination Grace Period",
                    "Liveness",
                    "Readiness",
                    "Startup",
                    "Kind",
                    "API Version",
                    "Runtime Class Name",
                    "Optional",
                    "ClaimName",
                    "SecretName",
                    "ReadOnly",
                    "Medium",
                    "SizeLimit",
                    "IP Family Policy",
                    "IP Families",
                    "IPs",
                    "TargetPort",
                    "NodePort",
                    "Endpoints",
                    "Session Affinity",
                    "Internal Traffic Policy",
                    "External Traffic Policy",
                    "LoadBalancer Ingress",
                    "Subsets",
                    "Addresses",
                    "NotReadyAddresses",
                    "Address",
                    "Ingress Class",
                    "Default backend",
                    "Schedule",
                    "Concurrency Policy",
                    "Suspend",
                    "Successful Job History Limit",
                    "Failed Job History Limit",
                    "Starting Deadline Seconds",
                    "Parallelism",
                    "Completions",
                    "Last Schedule Time",
                    "Active Jobs");

    /// Keys that tell, where the heading above was not pasted, that a name is a container's.
    private static final Set<String> FIRST_OF_CONTAINER =
            Set.of("Container ID", "Image", "Image ID", "State", "Last State", "Restart Count");

    private DescribedObject object = new DescribedObject();
    private @Nullable DescribedContainer container;
    private String section = "";

    @Override
    public boolean take(Page page, Context context) {
        Line line = page.peek();
        if (resource(page, context)) {
            return true;
        }
        if (CONDITIONS_HEAD.matcher(line.text()).find()) {
            flushContainer(context);
            section = "Conditions";
        }
        if (section.equals("Conditions") && condition(line, context)) {
            page.take();
            return true;
        }
        if (isContainerHead(page)) {
            page.take();
            flushContainer(context);
            container =
                    new DescribedContainer(
                            line.words().replace(":", ""), section.startsWith("Init"));
            return true;
        }
        Matcher key = KEY.matcher(line.text());
        if (!key.matches() || !KEYS.contains(key.group(2))) {
            return false;
        }
        page.take();
        StringBuilder value = new StringBuilder(key.group(3) == null ? "" : key.group(3));
        if (key.group(2).equals("Message") || key.group(2).equals("Taints")) {
            while (page.hasNext()
                    && !page.peek().isBlank()
                    && isRestOfValue(page.peek(), key.group(2))) {
                value.append(' ').append(page.take().words());
            }
        }
        key(key.group(2), value.toString().strip(), key.group(1).length(), line, context);
        return true;
    }

    /// Takes the description of an object that `kubectl` has no layout for: it is printed member by
    /// member, with its kind.
    private boolean resource(Page page, Context context) {
        int length = lengthOfResource(page);
        if (length == 0) {
            return false;
        }
        finish(context);
        long offset = page.peek().number() - 1;
        List<String> raws = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            raws.add(page.take().raw());
        }
        Tree tree = DescribedTrees.read(raws);
        object = new DescribedObject();
        context.described =
                new Subject(
                        tree.get("kind").orEmpty(),
                        tree.at("metadata", "namespace").text(),
                        tree.at("metadata", "name").orEmpty(),
                        null);
        ObjectRecords objects =
                new ObjectRecords(
                        context.source, String.join("\n", raws), (int) offset, context.sink());
        objects.read(tree);
        return true;
    }

    /// How many lines from the next one on describe such an object; 0 if they don't.
    private static int lengthOfResource(Page page) {
        if (!page.peek().text().startsWith("Name:")) {
            return 0;
        }
        boolean version = false;
        boolean kind = false;
        for (int i = 1; i < MOST_LINES; i++) {
            Line line = page.peek(i);
            if (line == null
                    || line.text().startsWith("Events:")
                    || line.text().startsWith("Name:")
                    || (!line.isBlank()
                            && line.indent() == 0
                            && !KEY.matcher(line.text()).matches())) {
                return version && kind ? i : 0;
            }
            version |= line.text().startsWith("API Version:");
            kind |= line.text().startsWith("Kind:");
            if (i > MOST_UNTIL_KIND && !(version && kind)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isRestOfValue(Line line, String key) {
        if (key.equals("Taints")) {
            return line.words()
                    .matches("[\\w./-]+(=\\S*)?:(NoSchedule|NoExecute|PreferNoSchedule)");
        }
        Matcher other = KEY.matcher(line.text());
        return !(other.matches() && KEYS.contains(other.group(2)))
                && !line.words().equals("Events:")
                && line.indent() > 2;
    }

    private boolean isContainerHead(Page page) {
        Line next = page.peek(1);
        if (next == null || !CONTAINER.matcher(page.peek().text()).matches()) {
            return false;
        }
        Matcher key = KEY.matcher(next.text());
        boolean inContainers = section.equals("Containers") || section.equals("Init Containers");
        return key.matches() && (inContainers || FIRST_OF_CONTAINER.contains(key.group(2)));
    }

    private boolean condition(Line line, Context context) {
        Matcher row = CONDITION.matcher(line.text());
        if (!row.matches()) {
            return line.words().startsWith("Type ") || line.words().startsWith("----");
        }
        String rest = row.group(3) == null ? "" : TIMES.matcher(row.group(3)).replaceFirst("");
        String[] parts = rest.strip().split("\\s+", 2);
        object.flush(context);
        DescribedCondition.emit(
                context,
                line,
                row.group(1),
                row.group(2),
                parts[0],
                parts.length > 1 ? parts[1] : "");
        return true;
    }

    private void key(String key, String value, int indent, Line line, Context context) {
        DescribedContainer current = container;
        switch (key) {
            case "Name" -> {
                if (section.equals("Volumes")
                        || (indent > 0 && !section.isEmpty() && !section.equals("Conditions"))) {
                    return;
                }
                finish(context);
                object = new DescribedObject();
                object.name(value, line, context.objectKind);
                context.described = object.subject();
            }
            case "Subsets",
                    "Containers",
                    "Init Containers",
                    "Conditions",
                    "Volumes",
                    "System Info",
                    "Annotations",
                    "Labels",
                    "Allocated resources" -> {
                if (!key.equals("Annotations") && !key.equals("Labels")) {
                    flushContainer(context);
                    section = key;
                }
            }
            case "State", "Last State" -> {
                if (current == null) {
                    current = new DescribedContainer("", section.startsWith("Init"));
                    container = current;
                } else if (key.equals("State") && current.hasState()) {
                    flushContainer(context); // the head of the next container was not pasted
                    current = new DescribedContainer("", false);
                    container = current;
                }
                current.state(key.equals("Last State"), value, line);
            }
            default -> {
                if (current != null && current.takes(key)) {
                    current.detail(key, value, line);
                } else {
                    object.detail(key, value, line);
                    context.described = object.subject();
                }
            }
        }
    }

    private void flushContainer(Context context) {
        DescribedContainer current = container;
        if (current != null) {
            current.emit(context);
            container = null;
        }
    }

    /// Hands on what has been gathered: the page, or the described object, ends.
    void finish(Context context) {
        flushContainer(context);
        object.flush(context);
        section = "";
    }

    static Entity entity(Context context) {
        return context.describedEntity();
    }

    static @Nullable Subject subject(Context context) {
        return context.described;
    }
}
