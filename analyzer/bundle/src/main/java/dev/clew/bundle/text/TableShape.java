package dev.clew.bundle.text;

import dev.clew.bundle.log.Components;
import dev.clew.bundle.object.Structured;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of `kubectl get`, `helm list` and the like: a head in capitals and the rows below it,
/// and rows of pods that were pasted without their head.
final class TableShape implements Shape {

    /// `[namespace] name 0/1 CrashLoopBackOff 4 (67s ago) 3m4s …`
    private static final Pattern POD_ROW =
            Pattern.compile(
                    "^\\s*(?:([a-z0-9][a-z0-9-]*)\\s+)?(?:pod/)?([a-z0-9][a-z0-9.-]*)\\s+(\\d+/\\d+)\\s+([A-Z][\\w:/]+)\\s+(\\d+)(?:"
                            + " +\\((\\S+) ago\\))?(?:\\s+(\\d+[smhdy]\\w*|<\\w+>))?(?:\\s+.*)?$");

    private static final Pattern LOG =
            Pattern.compile(
                    "level=|time=|ts=|\\{\"|[IWEF]\\d{4}"
                            + " \\d\\d:|\\d{4}-\\d\\d-\\d\\dT|(?:Error|error|E|W)\\w*: ");
    private static final Pattern PROMPT = Pattern.compile("[^\\s@]++@[^\\s:~]++[:~].*[#$].*");
    private static final Pattern COMMAND = Pattern.compile("(kubectl|helm|cilium|oc) \\w.*");
    private static final Pattern RULE = Pattern.compile("[+|][-+|: ]+[+|]");

    /// `1/2`, `True`, `3`, `<none>`, `●`.
    private static final Pattern READY =
            Pattern.compile(
                    "\\d.*|(?i:true|false|unknown|yes|no|none|n/a|ready|not.?ready)\\b.*|\\W.*");

    private static final Pattern AGE = Pattern.compile("\\d|^\\W|(?i)unknown|ago");
    private static final Pattern COUNTS = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern RESTARTS = Pattern.compile("^(\\d+)(?: +\\((\\S+) ago\\))?$");

    /// Containers of the current table that run.
    private Set<String> running = Set.of();

    @Override
    public boolean take(Page page, Context context) {
        Line line = page.peek();
        if (bars(page, context)) {
            return true;
        }
        Columns columns = Columns.of(line.text());
        if (columns == null) {
            Matcher pod = POD_ROW.matcher(line.text());
            if (!pod.matches()) {
                return false;
            }
            page.take();
            pod(
                    context,
                    line,
                    orEmpty(pod.group(1)),
                    pod.group(2),
                    pod.group(3),
                    pod.group(4),
                    pod.group(5),
                    orEmpty(pod.group(6)),
                    orEmpty(pod.group(7)),
                    "");
            return true;
        }
        page.take();
        running = ContainerRows.running(columns, rows(page));
        while (page.hasNext()
                && isRow(page.peek())
                && (isOfEvents(columns) || EventShape.row(page.peek().text()) == null)) {
            row(columns, page, context);
        }
        return true;
    }

    /// The rows that come next.
    private static List<String> rows(Page page) {
        List<String> rows = new ArrayList<>();
        for (Line line = page.peek(0); line != null && isRow(line); line = page.peek(rows.size())) {
            rows.add(line.text());
        }
        return rows;
    }

    /// A table with bars between its cells, as consoles copy them and `etcdctl` draws them.
    private boolean bars(Page page, Context context) {
        int start = page.position();
        if (isRule(page.peek().words())) {
            page.take();
        }
        List<String> names = page.hasNext() ? barred(page.peek()) : List.of();
        Columns columns = names.size() < 2 ? null : Columns.named(names);
        if (columns == null) {
            page.back(start);
            return false;
        }
        page.take();
        while (page.hasNext()) {
            Line line = page.peek();
            List<String> cells = barred(line);
            if (isRule(line.words())) {
                page.take();
            } else if (cells.size() == columns.size()) {
                page.take();
                row(columns, cells, page, context, line);
            } else {
                return true;
            }
        }
        return true;
    }

    /// Whether it is a line between rows: `+-----+---+`, `|-----|---|`.
    private static boolean isRule(String words) {
        return words.length() > 4 && words.startsWith("-", 1) && RULE.matcher(words).matches();
    }

    private static List<String> barred(Line line) {
        String words = line.words();
        if (line.isLong() || words.length() < 4 || words.charAt(0) != '|' || !words.endsWith("|")) {
            return List.of();
        }
        return Stream.of(words.substring(1, words.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static boolean isOfEvents(Columns columns) {
        return columns.has("REASON") && (columns.has("MESSAGE") || columns.has("OBJECT"));
    }

    private static boolean isRow(Line line) {
        if (line.isBlank() || line.isLong()) {
            return false;
        }
        String words = line.words();
        return Columns.of(line.text()) == null
                && !words.startsWith("$ ")
                && !(words.indexOf('@') > 0 && PROMPT.matcher(words).matches())
                && !COMMAND.matcher(words).matches()
                && !LOG.matcher(words).lookingAt()
                && (words.indexOf(' ') >= 0 || words.indexOf('\t') >= 0 || words.endsWith("..."));
    }

    private void row(Columns columns, Page page, Context context) {
        Line line = page.take();
        String raw = line.raw();
        List<String> cells = columns.cells(line.text());
        if (isOfEvents(columns)) {
            StringBuilder text = new StringBuilder(line.text());
            StringBuilder raws = new StringBuilder(raw);
            while (page.hasNext() && isRow(page.peek()) && !looksLikeEvent(page.peek().text())) {
                Line next = page.take();
                text.append(' ').append(next.words());
                raws.append('\n').append(next.raw());
            }
            event(
                    columns,
                    columns.cells(text.toString()),
                    text.toString(),
                    context,
                    line,
                    raws.toString());
        } else {
            row(columns, cells, page, context, line);
        }
    }

    /// A row of anything but events, whose cells are known.
    private void row(Columns columns, List<String> cells, Page page, Context context, Line line) {
        if (isPod(columns, cells)) {
            Matcher restarts = RESTARTS.matcher(columns.cell(cells, "RESTARTS"));
            boolean counted = restarts.matches();
            pod(
                    context,
                    line,
                    columns.cell(cells, "NAMESPACE"),
                    columns.cell(cells, "NAME").replaceFirst("^pod/", ""),
                    columns.cell(cells, "READY"),
                    columns.cell(cells, "STATUS"),
                    counted ? restarts.group(1) : "",
                    counted ? orEmpty(restarts.group(2)) : "",
                    columns.cell(cells, "AGE"),
                    columns.cell(cells, "NODE"));
        } else if (isNode(columns, cells)) {
            node(columns, cells, context, line);
        } else if (!fits(columns, cells)) {
            context.emit(
                    LogRecord.of(RecordKind.TEXT, context.origin(line), line.raw())
                            .text(SPACES.matcher(line.words()).replaceAll(" "))
                            .entity(context.source.entity())
                            .count(1 + same(page, line)));
        } else {
            other(columns, cells, context, line, 1 + same(page, line));
        }
    }

    /// Whether its cells can be what their heads say; else nothing can be read from them.
    private static boolean fits(Columns columns, List<String> cells) {
        String ready = columns.cell(cells, "READY");
        String age = columns.cell(cells, "AGE");
        return (ready.isEmpty() || READY.matcher(ready).matches())
                && (age.isEmpty() || AGE.matcher(age).find());
    }

    /// Also of tools that show pods without how many of their containers are ready.
    private static boolean isPod(Columns columns, List<String> cells) {
        return columns.has("STATUS")
                && (columns.has("READY")
                        ? columns.cell(cells, "READY").matches("\\d+/\\d+.*")
                        : columns.has("RESTARTS") && columns.has("CONTROLLED BY"));
    }

    /// Takes the rows below that are the same to the letter.
    ///
    /// @return how many there were
    private static int same(Page page, Line line) {
        int same = 0;
        while (page.hasNext() && page.peek().raw().equals(line.raw())) {
            page.take();
            same++;
        }
        return same;
    }

    private static boolean looksLikeEvent(String text) {
        return EventShape.row(text) != null
                || text.matches("^\\s*(?:[a-z0-9][a-z0-9-]*\\s+)?(?:<\\w+>|\\d+[smhdy]\\w*)\\s+.*");
    }

    private static void event(
            Columns columns,
            List<String> cells,
            String text,
            Context context,
            Line line,
            String raw) {
        EventRow plain = EventShape.row(text);
        if (plain != null) {
            plain.emit(context, line, raw);
            return;
        }
        String object = columns.cell(cells, "OBJECT");
        if (object.isEmpty() && columns.has("KIND")) {
            object = columns.cell(cells, "KIND") + "/" + columns.cell(cells, "NAME");
        }
        String age =
                firstFilled(
                        columns.cell(cells, "LAST SEEN"),
                        columns.cell(cells, "LASTSEEN"),
                        columns.cell(cells, "AGE"));
        String count = columns.cell(cells, "COUNT");
        String counted =
                count.matches("\\d{1,9}")
                        ? age + " (x" + count + " over " + columns.cell(cells, "FIRSTSEEN") + ")"
                        : age;
        new EventRow(
                        columns.cell(cells, "NAMESPACE"),
                        counted,
                        columns.cell(cells, "TYPE"),
                        columns.cell(cells, "REASON"),
                        object,
                        columns.cell(cells, "SOURCE"),
                        columns.cell(cells, "MESSAGE"))
                .emit(context, line, raw);
    }

    private static void pod(
            Context context,
            Line line,
            String namespace,
            String name,
            String ready,
            String status,
            String restarts,
            String lastRestart,
            String age,
            String node) {
        String space = namespace.isEmpty() ? context.source.entity().namespace() : namespace;
        Entity entity = Entity.ofPod(space, name).withNode(known(node));
        int slash = ready.indexOf('/');
        Structured fields =
                new Structured(RecordKind.POD)
                        .field("name", name)
                        .field("ready", ready)
                        .field("status", status)
                        .field("restarts", restarts)
                        .field("lastRestart", lastRestart)
                        .field("podAge", age);
        if (slash > 0 && ready.matches("\\d{1,6}/\\d{1,6}")) {
            int have = Integer.parseInt(ready.substring(0, slash));
            int of = Integer.parseInt(ready.substring(slash + 1));
            fields.field("unready", String.valueOf(of - have));
        }
        context.emit(
                fields.in(
                                context.source,
                                context.origin(line),
                                line.raw(),
                                entity,
                                new Subject("Pod", space, name, known(node)))
                        .component(Components.ofWorkload(name)));
    }

    private static boolean isNode(Columns columns, List<String> cells) {
        String status = columns.cell(cells, "STATUS");
        return columns.has("STATUS")
                && (columns.has("ROLES") || columns.has("VERSION") || columns.has("LABELS"))
                && (status.startsWith("Ready")
                        || status.startsWith("NotReady")
                        || status.startsWith("Unknown"));
    }

    private static void node(Columns columns, List<String> cells, Context context, Line line) {
        String name = columns.cell(cells, "NAME");
        Structured fields =
                new Structured(RecordKind.NODE)
                        .field("name", name)
                        .field("status", columns.cell(cells, "STATUS"))
                        .field("roles", columns.cell(cells, "ROLES"))
                        .field("kubelet", columns.cell(cells, "VERSION"))
                        .field("kernel", columns.cell(cells, "KERNEL-VERSION"))
                        .field("runtime", columns.cell(cells, "CONTAINER-RUNTIME"))
                        .field("os", columns.cell(cells, "OS-IMAGE"))
                        .field("nodeAge", columns.cell(cells, "AGE"));
        context.emit(
                fields.in(
                        context.source,
                        context.origin(line),
                        line.raw(),
                        Entity.ofNode(name),
                        new Subject("Node", null, name, null)));
    }

    private void other(Columns columns, List<String> cells, Context context, Line line, int count) {
        String ready = columns.cell(cells, "READY");
        boolean workload =
                columns.has("DESIRED")
                        || columns.has("UP-TO-DATE")
                        || columns.has("COMPLETIONS")
                        || COUNTS.matcher(ready).matches();
        String name = columns.cell(cells, "NAME");
        String called = ResourceNames.kind(name.substring(0, Math.max(0, name.indexOf('/'))));
        String kind = called.isEmpty() ? context.objectKind : called;
        name = called.isEmpty() ? name : name.substring(name.indexOf('/') + 1);
        kind = kind.isEmpty() ? guess(columns, ready) : kind;
        Structured fields =
                new Structured(workload ? RecordKind.WORKLOAD : RecordKind.OBJECT)
                        .field("objectKind", kind)
                        .field("name", name);
        for (int i = 0; i < columns.size(); i++) {
            fields.field(columns.names().get(i).toLowerCase(Locale.ROOT), cells.get(i));
        }
        if (workload) {
            fields.field("unavailable", missing(columns, cells));
        }
        String namespace = columns.cell(cells, "NAMESPACE");
        Entity entity =
                Entity.UNKNOWN.withNamespace(
                        namespace.isEmpty() ? context.source.entity().namespace() : namespace);
        Entity container = ContainerRows.place(columns, cells);
        if (container.container() != null) {
            entity = container;
        }
        if (workload) {
            entity = entity.withWorkload(name.isEmpty() ? null : name);
        }
        Subject subject =
                container.container() != null
                        ? ContainerRows.subject(container)
                        : name.isEmpty() || kind.isEmpty()
                                ? null
                                : new Subject(kind, entity.namespace(), name, null);
        if (container.container() != null) {
            ContainerRows.judge(fields, columns, cells, container, running);
        } else if (!workload) {
            RowHealth.judge(
                    fields, columns, cells, kind, subject == null ? name : subject.toString());
        }
        LogRecord.Builder record =
                fields.in(context.source, context.origin(line), line.raw(), entity, subject);
        record.text(SPACES.matcher(line.words()).replaceAll(" ") + "; " + text(fields))
                .count(count)
                .age(Stamps.age(columns.cell(cells, "AGE")));
        context.emit(record);
    }

    private static String text(Structured fields) {
        return String.join("; ", fields.pairs());
    }

    /// How many of the pods that are wanted are not there, empty where the row does not tell.
    private static String missing(Columns columns, List<String> cells) {
        Matcher counts = COUNTS.matcher(columns.cell(cells, "READY"));
        if (counts.matches()) {
            return missing(counts.group(1), counts.group(2));
        }
        return missing(
                columns.cell(cells, columns.has("AVAILABLE") ? "AVAILABLE" : "READY"),
                columns.cell(cells, "DESIRED"));
    }

    private static String missing(String have, String of) {
        return COUNT.matcher(have).matches() && COUNT.matcher(of).matches()
                ? String.valueOf(Math.max(0, Integer.parseInt(of) - Integer.parseInt(have)))
                : "";
    }

    private static String guess(Columns columns, String ready) {
        if (columns.has("NODE SELECTOR") || (columns.has("DESIRED") && columns.has("UP-TO-DATE"))) {
            return "DaemonSet";
        }
        if (columns.has("UP-TO-DATE")) {
            return "Deployment";
        }
        if (columns.has("COMPLETIONS")) {
            return "Job";
        }
        if (columns.has("SCHEDULE") && columns.has("SUSPEND")) {
            return "CronJob";
        }
        if (columns.has("MINPODS") && columns.has("MAXPODS")) {
            return "HorizontalPodAutoscaler";
        }
        if (columns.has("ENDPOINTS")) {
            return "Endpoints";
        }
        if (columns.has("HOSTS") && columns.has("ADDRESS")) {
            return "Ingress";
        }
        if (COUNTS.matcher(ready).matches()) {
            return "StatefulSet";
        }
        if (columns.has("VOLUME") && columns.has("STORAGECLASS")) {
            return "PersistentVolumeClaim";
        }
        if (columns.has("CLUSTER-IP")) {
            return "Service";
        }
        if (columns.has("CHART")) {
            return "Release";
        }
        if (columns.has("READY") && columns.has("SECRET")) {
            return "Certificate";
        }
        if (columns.has("STATE") && columns.has("DOMAIN")) {
            return "Challenge";
        }
        if (columns.has("CLASS") && columns.has("PROGRAMMED")) {
            return "Gateway";
        }
        if (columns.has("SYNC STATUS") && columns.has("HEALTH STATUS")) {
            return "Application";
        }
        if (columns.has("ADDRESSTYPE")) {
            return "EndpointSlice";
        }
        return "";
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() || text.startsWith("<") ? null : text;
    }

    private static String firstFilled(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
