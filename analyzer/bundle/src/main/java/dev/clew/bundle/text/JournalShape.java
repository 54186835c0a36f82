package dev.clew.bundle.text;

import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.wrapper.Envelopes;
import dev.clew.bundle.wrapper.Shipped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An entry of the journal of which each field stands on a line of its own: `journalctl -o export`
/// and `-o verbose`.
final class JournalShape implements Shape {

    private static final int MOST_FIELDS = 400;

    /// `Sat 2026-03-21 09:15:16.887702 UTC [s=1;i=2;b=3;m=4;t=5;x=6]`
    private static final Pattern VERBOSE =
            Pattern.compile(
                    "^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\S*(?: [A-Z]{1,5})?) \\[s=[^\\]]{1,300}\\]$");

    private static final Pattern FIELD = Pattern.compile("^\\s*(_{0,2}[A-Z][A-Z0-9_]*)=(.*)$");

    /// Whether an entry begins with a line.
    static boolean isHead(String text) {
        return text.startsWith("__CURSOR=") || VERBOSE.matcher(text).matches();
    }

    @Override
    public boolean take(Page page, Context context) {
        Line first = page.peek();
        Matcher verbose = VERBOSE.matcher(first.text());
        Map<String, String> fields = new LinkedHashMap<>();
        if (verbose.matches()) {
            fields.put("@timestamp", verbose.group(1));
        } else if (!first.text().startsWith("__CURSOR=")) {
            return false;
        }
        page.take();
        StringBuilder raw = new StringBuilder(first.raw());
        String name = "";
        for (int i = 0; i < MOST_FIELDS && page.hasNext() && !page.peek().isBlank(); i++) {
            if (VERBOSE.matcher(page.peek().text()).matches()) {
                break;
            }
            Line line = page.take();
            raw.append('\n').append(line.raw());
            Matcher field = FIELD.matcher(line.text());
            if (field.matches()) {
                name = field.group(1);
                fields.putIfAbsent(name, field.group(2));
            } else if (fields.containsKey(name)) {
                fields.merge(name, line.words(), (value, more) -> value + "\n" + more);
            }
        }
        LogRecords log = new LogRecords(context.source);
        Shipped shipped = Envelopes.ofShipper(fields);
        context.emit(
                shipped == null
                        ? log.record(
                                context.origin(first), log.parseAll(raw.toString()), raw.toString())
                        : log.record(context.origin(first), shipped, raw.toString()));
        return true;
    }
}
