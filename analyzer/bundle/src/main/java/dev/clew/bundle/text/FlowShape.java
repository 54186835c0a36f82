package dev.clew.bundle.text;

import dev.clew.bundle.object.Structured;
import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Packet verdicts as text: `hubble observe`, `cilium monitor`, and the drop counter of the agent's
/// metrics.
final class FlowShape implements Shape {

    /// `May 22 09:46:46.607: ns/pod:port (ID:1) <> ns/pod:port (host) Policy denied DROPPED (TCP
    /// Flags: SYN)`
    private static final Pattern OBSERVED =
            Pattern.compile(
                    "^\\s*(?:(\\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d\\.\\d+):? (?:\\[[^\\]]*\\]:"
                            + " )?)?(\\S+(?: \\([^)]*\\))?) (<>|->|<-) (\\S+(?: \\([^)]*\\))?) (.+?)"
                            + " (DROPPED|DENIED|FORWARDED|ERROR|AUDITED|REDIRECTED)\\b(.*)$");

    /// `xx drop (Policy denied) flow 0x51d851d8 to endpoint 1158, identity 2->47976: 10.0.0.1:1 ->
    /// 10.0.0.2:2 tcp SYN`
    private static final Pattern MONITORED =
            Pattern.compile(
                    "^\\s*(?:CPU \\d+: )?xx drop \\(([^()]*+(?:\\([^)]*+\\))?+[^)]*+)\\)(?: flow"
                            + " \\S+)?(?: to endpoint (\\d+))?.*?(?:: ?(\\S+) -> (\\S+)(?: (.*))?)?$");

    /// `cilium_drop_count_total{direction="EGRESS",reason="Policy denied"} 12`
    private static final Pattern COUNTED =
            Pattern.compile(
                    "^\\s*(cilium_drop_count_total)["
                            + " {]+(.*?)\\}?\\s+(\\d+(?:\\.\\d+)?(?:e\\+?\\d+)?)\\s*$");

    private static final Pattern DICTIONARY =
            Pattern.compile(
                    "^\\s*(TIMESTAMP|NODE|SOURCE|DESTINATION|TYPE|VERDICT|SUMMARY): (\\S.*)$");
    private static final Pattern REASON = Pattern.compile("reason=\"?([^\",}]+)\"?");
    private static final Pattern DIRECTION = Pattern.compile("direction=\"?(\\w+)\"?");
    private static final Pattern POD =
            Pattern.compile("^([a-z0-9][a-z0-9-]*)/([a-z0-9][a-z0-9.-]*?)(?::\\d+)?(?: .*)?$");

    @Override
    public boolean take(Page page, Context context) {
        Line line = page.peek();
        if (DICTIONARY.matcher(line.text()).matches()) {
            return dictionary(page, context);
        }
        LogRecord.Builder record = read(line, context);
        if (record == null) {
            return false;
        }
        page.take();
        context.emit(record);
        return true;
    }

    /// `hubble observe -o dict`: each member of a flow on a line of its own.
    private static boolean dictionary(Page page, Context context) {
        Line first = page.peek();
        int start = page.position();
        Map<String, String> members = new HashMap<>();
        StringBuilder raw = new StringBuilder();
        while (page.hasNext()) {
            Matcher member = DICTIONARY.matcher(page.peek().text());
            if (!member.matches()
                    || members.putIfAbsent(member.group(1), member.group(2)) != null) {
                break;
            }
            raw.append(raw.isEmpty() ? "" : "\n").append(page.take().raw());
        }
        String from = members.get("SOURCE");
        String to = members.get("DESTINATION");
        String verdict = members.get("VERDICT");
        if (from == null || to == null || verdict == null) {
            page.back(start);
            return false;
        }
        if (page.hasNext() && page.peek().words().startsWith("-----")) {
            page.take();
        }
        Line whole = new Line(first.number(), raw.toString(), raw.toString().replace('\n', ' '));
        LogRecord.Builder record =
                flow(
                        verdict,
                        orEmpty(members.get("TYPE")),
                        from,
                        to,
                        orEmpty(members.get("SUMMARY")),
                        whole,
                        context);
        Stamp stamp =
                Stamps.syslog(orEmpty(members.get("TIMESTAMP")) + " ", 0, context.source.year());
        context.emit(
                stamp == null
                        ? record
                        : record.time(stamp.instant()).yearFrom(context.source.yearFrom()));
        return true;
    }

    private static LogRecord.@Nullable Builder read(Line line, Context context) {
        String text = line.text();
        Matcher drop = MONITORED.matcher(text);
        if (drop.matches()) {
            return flow(
                    "DROPPED",
                    drop.group(1),
                    orEmpty(drop.group(3)),
                    orEmpty(drop.group(4)),
                    orEmpty(drop.group(5)),
                    line,
                    context);
        }
        Matcher counter = COUNTED.matcher(text);
        if (counter.matches()) {
            Matcher reason = REASON.matcher(counter.group(2));
            Matcher direction = DIRECTION.matcher(counter.group(2));
            if (!reason.find()) {
                return null;
            }
            Structured fields =
                    new Structured(RecordKind.FLOW)
                            .field("verdict", "DROPPED")
                            .field("reason", reason.group(1))
                            .field("direction", direction.find() ? direction.group(1) : null)
                            .field("drops", counter.group(3));
            return fields.in(
                    context.source,
                    context.origin(line),
                    line.raw(),
                    context.source.entity(),
                    null);
        }
        Matcher flow = OBSERVED.matcher(text);
        if (!flow.matches()) {
            return null;
        }
        boolean backwards = flow.group(3).equals("<-");
        String from = backwards ? flow.group(4) : flow.group(2);
        String to = backwards ? flow.group(2) : flow.group(4);
        LogRecord.Builder record =
                flow(flow.group(6), flow.group(5), from, to, flow.group(7).strip(), line, context);
        Stamp stamp =
                flow.group(1) == null
                        ? null
                        : Stamps.syslog(flow.group(1), 0, context.source.year());
        return stamp == null
                ? record
                : record.time(stamp.instant()).yearFrom(context.source.yearFrom());
    }

    private static LogRecord.Builder flow(
            String verdict,
            String reason,
            String from,
            String to,
            String summary,
            Line line,
            Context context) {
        Structured fields =
                new Structured(RecordKind.FLOW)
                        .field("verdict", verdict)
                        .field("reason", reason)
                        .field("from", from)
                        .field("to", to)
                        .field("summary", summary);
        Matcher pod = POD.matcher(from);
        Subject subject =
                pod.matches() ? new Subject("Pod", pod.group(1), pod.group(2), null) : null;
        Entity entity =
                subject == null
                        ? context.source.entity()
                        : Entity.ofPod(subject.namespace(), subject.name());
        boolean bad =
                verdict.equals("DROPPED") || verdict.equals("DENIED") || verdict.equals("ERROR");
        LogRecord.Builder record =
                fields.in(context.source, context.origin(line), line.raw(), entity, subject);
        return record.text(line.words() + "; " + String.join("; ", fields.pairs()))
                .level(bad ? Level.WARN : Level.INFO);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
