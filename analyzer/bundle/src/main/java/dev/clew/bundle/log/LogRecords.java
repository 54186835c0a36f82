package dev.clew.bundle.log;

import dev.clew.bundle.Source;
import dev.clew.bundle.wrapper.Shipped;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes records of log lines. Also tells which lines begin a record, and which go on with the one
/// before.
public final class LogRecords {

    private static final Pattern POD_KEY =
            Pattern.compile("^([a-z0-9][a-z0-9.-]*)/([a-z0-9][a-z0-9.-]*)$");
    private static final Pattern KUBELET_POD =
            Pattern.compile(
                    "\\b([a-z0-9][a-z0-9.-]{0,252})_([a-z0-9][a-z0-9-]{0,62})\\(([0-9a-f-]{32,36})\\)");

    private static final int SHORTEST_UID = 32;
    private static final int LONGEST_UID = 36;

    /// Components whose lines are about the pods they name; the lines of the others are about
    /// themselves.
    private static final Set<String> SPEAK_OF_PODS =
            Set.of(
                    "kubelet",
                    "kube-scheduler",
                    "kube-controller-manager",
                    "containerd",
                    "crio",
                    "docker",
                    "cilium-cni");

    private final LineParser parser;
    private final Source source;

    public LogRecords(Source source) {
        this.source = source;
        this.parser = new LineParser(source.year(), source.format());
    }

    /// Reads a line without its line end.
    public LogLine parse(String line) {
        return parser.parse(line);
    }

    /// Whether the line has the frame of a log line and was not cut off inside a quoted text, as
    /// terminals cut lines.
    public static boolean isFramedWhole(LogLine line) {
        boolean cut =
                !line.partial
                        && line.innermost == LogLine.Layer.LOGFMT
                        && Logfmt.isCut(line.text(), line.at());
        return line.isFramed() && !cut;
    }

    /// Whether a line goes on with the record before it: the inside of a stack trace, an indented
    /// part, a bare brace.
    public static boolean continues(LogLine line) {
        boolean bare = line.layers == 0 || onlyStamped(line);
        if (!bare || line.whole().isEmpty() || isEventRow(line.rest())) {
            return false;
        }
        String text = line.text();
        int at = line.at();
        return at == text.length()
                || text.charAt(at) == ' '
                || text.charAt(at) == '\t'
                || isTrace(line.rest());
    }

    /// Whether a line is the exception below the frames of a Python traceback, which is not
    /// indented as they are.
    ///
    /// @param before the lines of the record so far
    public static boolean endsTraceback(List<LogLine> before, LogLine line) {
        return (line.layers == 0 || onlyStamped(line))
                && isIndented(before.getLast().rest())
                && isException(line.rest())
                && before.stream().anyMatch(each -> beginsTraceback(each.rest()));
    }

    /// Whether a traceback of Python begins with a line.
    public static boolean beginsTraceback(String line) {
        return line.contains("Traceback (most recent call last)");
    }

    /// Whether a line names an exception as Python does: `ledger.errors.NotFound: year 2025`.
    public static boolean isException(String line) {
        return PYTHON_EXCEPTION.matcher(line).lookingAt();
    }

    private static final Pattern PYTHON_EXCEPTION =
            Pattern.compile("[A-Za-z_]\\w{0,80}(?:\\.\\w{1,80}){0,12}(?::\\s|$)");

    private static boolean isIndented(String line) {
        return !line.isEmpty() && Scan.isSpace(line.charAt(0));
    }

    private static boolean isEventRow(String line) {
        return isIndented(line) && EVENT_ROW.matcher(line).lookingAt();
    }

    private static boolean onlyStamped(LogLine line) {
        return line.innermost == LogLine.Layer.CONTAINER_RUNTIME
                || line.innermost == LogLine.Layer.TIMESTAMP
                || line.innermost == LogLine.Layer.SHIPPER
                || line.innermost == LogLine.Layer.SYSLOG;
    }

    private static boolean isTrace(String rest) {
        return rest.startsWith("goroutine ")
                || rest.startsWith("created by ")
                || rest.startsWith("Caused by:")
                || rest.startsWith("caused by:")
                || rest.startsWith("[signal ")
                || rest.startsWith("}")
                || rest.startsWith(")")
                || rest.startsWith("runtime.")
                || rest.startsWith("main.main(")
                || GO_FRAME.matcher(rest)
                        .region(0, Math.min(rest.length(), LONGEST_FRAME))
                        .lookingAt();
    }

    /// Of a longer line, that much tells whether it is a frame.
    private static final int LONGEST_FRAME = 500;

    private static final Pattern GO_FRAME =
            Pattern.compile(
                    "(?:(?:[\\w.-]+/)*+[\\w.*()-]+\\.[\\w.*()\\[\\]]+|panic|main)\\((?:0x[0-9a-f]+|\\{0x|\\.\\.\\.|\\)).*$|(?:[\\w.-]+/)+[\\w.-]+\\.[\\w.(*)]+\\(.*\\)$");

    /// A row of a table of events is something of its own, however deep it is indented.
    private static final Pattern EVENT_ROW =
            Pattern.compile(
                    "\\s+(?:(?:[\\w.-]+\\s+)?(?:\\d\\w{0,9}|<unknown>)\\s+)?(?:Normal|Warning)\\s+[A-Z]\\w+\\s+(?:\\d|<|[a-z]+/)");

    /// The record of a line that stands alone.
    ///
    /// @param origin where it stands
    public LogRecord record(Origin origin, String line) {
        return record(origin, List.of(parse(line)), line);
    }

    /// The record of a line and its continuation lines.
    ///
    /// @param origin where the first line stands
    /// @param lines the lines, at least one
    /// @param raw the unmodified lines as they stand in the source, joined by line ends
    public LogRecord record(Origin origin, List<LogLine> lines, String raw) {
        List<LogLine> whole = lines.stream().anyMatch(LogLine::isPartial) ? joined(lines) : lines;
        LogLine first = whole.getFirst();
        String words = first.rest() + beside(first);
        String message = first.message;
        if (whole.size() > 1) {
            StringBuilder more = new StringBuilder();
            for (LogLine next : whole.subList(1, whole.size())) {
                more.append('\n').append(next.rest());
            }
            words += more;
            message += Escapes.resolve(more.toString());
        }
        return build(origin, raw, first, Escapes.resolve(words), message);
    }

    /// The record of a line that a shipper gave out.
    ///
    /// @param raw the unmodified text that holds it
    public LogRecord record(Origin origin, Shipped shipped, String raw) {
        LogLine line = parser.parse(shipped, raw);
        return build(origin, raw, line, Escapes.resolve(line.rest() + beside(line)), line.message);
    }

    /// Lines that stand below each other, each read by itself.
    public List<LogLine> parseAll(String lines) {
        return Stream.of(lines.split("\n", -1)).map(this::parse).toList();
    }

    /// What a shipper keeps beside the words of a program is its own as well.
    private static String beside(LogLine line) {
        if (line.beside.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        line.beside.forEach(
                (name, value) -> words.append("; ").append(name).append(": ").append(value));
        return words.toString();
    }

    /// The lines with those put together again that the container runtime had cut.
    private List<LogLine> joined(List<LogLine> lines) {
        List<LogLine> whole = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (LogLine next : lines) {
            LogLine part = LineParser.runtime(next.whole());
            joined.append(joined.isEmpty() ? next.whole() : part.rest());
            if (!part.isPartial()) {
                whole.add(parse(joined.toString()));
                joined.setLength(0);
            }
        }
        if (!joined.isEmpty()) {
            whole.add(parse(joined.toString()));
        }
        return whole;
    }

    private LogRecord build(Origin origin, String raw, LogLine line, String text, String message) {
        String component =
                !source.component().isEmpty() && !line.component.equals("kernel")
                        ? source.component()
                        : line.component;
        Entity place = source.entity();
        if (line.host != null && place.node() == null && line.pod == null) {
            place = place.withNode(line.host);
        }
        if (line.pod != null) {
            place =
                    Entity.ofPod(line.namespace, line.pod)
                            .withContainer(line.container)
                            .withNode(line.host)
                            .or(place);
        } else if (line.namespace != null && place.namespace() == null) {
            place = place.withNamespace(line.namespace);
        }
        if (line.container != null && place.container() == null) {
            place = place.withContainer(line.container);
        }
        Subject subject = subject(component, place, line.fields, text);
        if (subject != null && subject.kind().equals("Pod") && place.pod() == null) {
            place = Entity.ofPod(subject.namespace(), subject.name()).or(place);
        }
        return LogRecord.of(RecordKind.LOG, origin, raw)
                .text(text)
                .message(message)
                .component(component)
                .level(line.level)
                .time(line.time)
                .yearFrom(line.timeAssumed ? source.yearFrom() : null)
                .entity(place)
                .subject(subject)
                .fields(line.fields)
                .build();
    }

    private static @Nullable Subject subject(
            String component, Entity place, Map<String, String> fields, String text) {
        boolean speaksOfPods =
                component.isEmpty() ? place.pod() == null : SPEAK_OF_PODS.contains(component);
        if (speaksOfPods) {
            Optional<Subject> pod = mentioned(fields, text, place.node());
            if (pod.isPresent()) {
                return pod.get();
            }
        }
        if (place.pod() != null) {
            return new Subject("Pod", place.namespace(), place.pod(), place.node());
        }
        return place.node() == null ? null : new Subject("Node", null, place.node(), null);
    }

    private static Optional<Subject> mentioned(
            Map<String, String> fields, String text, @Nullable String node) {
        for (String name : new String[] {"pod", "k8sPodName", "podName"}) {
            String named = fields.getOrDefault(name, "");
            Matcher key = POD_KEY.matcher(named);
            if (named.indexOf('/') > 0 && key.matches()) {
                return Optional.of(new Subject("Pod", key.group(1), key.group(2), node));
            }
            String apart = fields.get(name + ".name");
            if (apart != null && fields.containsKey(name + ".namespace")) {
                return Optional.of(
                        new Subject("Pod", fields.get(name + ".namespace"), apart, node));
            }
        }
        if (!hasUid(text)) {
            return Optional.empty();
        }
        Matcher kubelet = KUBELET_POD.matcher(text);
        return kubelet.find()
                ? Optional.of(new Subject("Pod", kubelet.group(2), kubelet.group(1), node))
                : Optional.empty();
    }

    /// Whether parentheses around something as long as the id of a pod stand in a text.
    private static boolean hasUid(String text) {
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = text.indexOf(')', open + 1 + SHORTEST_UID);
            if (close < 0) {
                return false;
            }
            if (close <= open + 1 + LONGEST_UID) {
                return true;
            }
        }
        return false;
    }

    /// The year in the stamp of a line; null where it has no stamp, or one that leaves the year
    /// out.
    public static @Nullable Year year(LogLine line) {
        return line.time == null || line.timeAssumed
                ? null
                : Year.from(line.time.atOffset(ZoneOffset.UTC));
    }
}
