package dev.clew.bundle.text;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.LogRecords;
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
        if (!panic && !log.isFramed(first.text())) {
            return false;
        }
        page.take();
        StringBuilder lines = new StringBuilder(first.text());
        StringBuilder raw = new StringBuilder(first.raw());
        Line last = first;
        for (int i = 0;
                i < LONGEST
                        && page.hasNext()
                        && (log.isPartial(last.text()) || goesOn(page, log, first));
                i++) {
            Line next = page.take();
            last = next;
            lines.append('\n').append(next.text());
            raw.append('\n').append(next.raw());
        }
        context.emit(log.record(context.origin(first), lines.toString(), raw.toString()));
        return true;
    }

    private static boolean goesOn(Page page, LogRecords log, Line first) {
        Line next = page.peek();
        if (next.isBlank()) {
            Line after = page.peek(1);
            return after != null && after.words().startsWith("goroutine ");
        }
        return log.continues(next.text()) && (next.indent() > first.indent() || next.indent() == 0);
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
