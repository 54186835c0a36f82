package dev.clew.bundle.text;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.LogLine;
import dev.clew.bundle.log.LogRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A log line, with the lines of a stack trace or message that go on below it.
final class LogShape implements Shape {

    private static final int LONGEST = 200;

    private @Nullable Source known;
    private @Nullable LogRecords records;

    @Override
    public boolean take(Page page, Context context) {
        LogRecords log = records(context.source);
        Line first = page.peek();
        boolean panic =
                first.words().startsWith("panic: ") || first.words().startsWith("fatal error: ");
        LogLine last = log.parse(first.text());
        if (!panic && !last.isFramed()) {
            return false;
        }
        page.take();
        List<LogLine> lines = new ArrayList<>();
        lines.add(last);
        StringBuilder raw = new StringBuilder(first.raw());
        for (int i = 0;
                i < LONGEST
                        && page.hasNext()
                        && (last.isPartial() || goesOn(page, log, first, lines));
                i++) {
            Line next = page.take();
            last = log.parse(next.text());
            lines.add(last);
            raw.append('\n').append(next.raw());
        }
        context.emit(log.record(context.origin(first), lines, raw.toString()));
        return true;
    }

    private static boolean goesOn(Page page, LogRecords log, Line first, List<LogLine> lines) {
        Line next = page.peek();
        if (next.isBlank()) {
            Line after = page.peek(1);
            return after != null && after.words().startsWith("goroutine ");
        }
        LogLine line = log.parse(next.text());
        return (next.indent() > first.indent() || next.indent() == 0)
                && (LogRecords.continues(line) || LogRecords.endsTraceback(lines, line));
    }

    private LogRecords records(Source source) {
        LogRecords current = records;
        if (current == null || !source.equals(known)) {
            current = new LogRecords(source);
            records = current;
            known = source;
        }
        return current;
    }
}
