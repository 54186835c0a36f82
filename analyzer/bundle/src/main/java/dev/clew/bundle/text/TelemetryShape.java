package dev.clew.bundle.text;

import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.wrapper.Envelopes;
import dev.clew.bundle.wrapper.Shipped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of logs as the debug exporter of an OpenTelemetry collector prints them: the resource and
/// its attributes, then each line with its own.
final class TelemetryShape implements Shape {

    private static final int LINES_LOOKED_AT = 200;
    private static final Pattern BEGIN =
            Pattern.compile("(?:^|\\s)(ResourceLog|LogRecord|ScopeLogs) #\\d+$");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("^\\s*-> ([\\w./-]+): \\w+\\((.*)\\)$");
    private static final Pattern FIELD =
            Pattern.compile("^(Timestamp|ObservedTimestamp|SeverityText|SeverityNumber): ?(.*)$");
    private static final Pattern BODY = Pattern.compile("^Body: \\w+\\((.*)$");
    private static final Map<String, String> NAMES =
            Map.of(
                    "Timestamp", "timeUnixNano",
                    "ObservedTimestamp", "observedTimeUnixNano",
                    "SeverityText", "severityText",
                    "SeverityNumber", "severityNumber");

    private Map<String, String> resource = new LinkedHashMap<>();

    @Override
    public boolean take(Page page, Context context) {
        Line first = page.peek();
        if (first.text().indexOf('#') < 0) {
            return false;
        }
        Matcher begin = BEGIN.matcher(first.text());
        if (!begin.find()) {
            return false;
        }
        page.take();
        Map<String, String> members = new LinkedHashMap<>();
        StringBuilder raw = new StringBuilder(first.raw());
        StringBuilder body = new StringBuilder();
        boolean inBody = false;
        for (int i = 0; i < LINES_LOOKED_AT && page.hasNext(); i++) {
            Line line = page.peek();
            if (BEGIN.matcher(line.text()).find()) {
                break;
            }
            page.take();
            raw.append('\n').append(line.raw());
            Matcher attribute = ATTRIBUTE.matcher(line.text());
            Matcher field = FIELD.matcher(line.text());
            Matcher start = BODY.matcher(line.text());
            if (start.matches()) {
                body.append(start.group(1));
                inBody = !line.text().endsWith(")");
            } else if (attribute.matches()) {
                members.putIfAbsent(attribute.group(1), attribute.group(2));
            } else if (field.matches()) {
                members.putIfAbsent(NAMES.getOrDefault(field.group(1), ""), field.group(2));
            } else if (inBody) {
                body.append('\n').append(line.text());
                inBody = !line.text().endsWith(")");
            }
        }
        if (!begin.group(1).equals("LogRecord")) {
            resource = begin.group(1).equals("ResourceLog") ? members : resource;
            return true;
        }
        if (body.length() > 0 && body.charAt(body.length() - 1) == ')') {
            body.setLength(body.length() - 1);
        }
        members.put("body", body.toString());
        resource.forEach(members::putIfAbsent);
        LogRecords log = new LogRecords(context.source);
        Shipped shipped = Envelopes.ofShipper(members);
        context.emit(
                shipped == null
                        ? log.record(
                                context.origin(first), log.parseAll(raw.toString()), raw.toString())
                        : log.record(context.origin(first), shipped, raw.toString()));
        return true;
    }
}
