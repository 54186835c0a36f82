package dev.clew.bundle.text;

import dev.clew.bundle.log.Escapes;
import dev.clew.bundle.log.LevelWords;
import dev.clew.bundle.log.LogRecords;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Any other line, with the lines below it that are indented deeper: helm and kubectl break long
/// errors that way.
final class ParagraphShape implements Shape {

    private static final int LONGEST = 60;

    /// `cilium-test-1/client-5f7d9 (10.244.1.17) -> `, whose call a connectivity test made
    private static final Pattern ACTION =
            Pattern.compile(
                    "\\b([a-z0-9][a-z0-9-]{0,62})/([a-z0-9][a-z0-9.-]{0,252})"
                            + " \\([0-9a-f.:]{3,45}\\) -> ");

    @Override
    public boolean take(Page page, Context context) {
        Line first = page.take();
        StringBuilder text = new StringBuilder(first.words());
        StringBuilder raw = new StringBuilder(first.raw());
        Line last = first;
        for (int i = 0;
                i < LONGEST
                        && page.hasNext()
                        && (goesOn(first, page.peek()) || endsTraceback(first, last, page.peek()));
                i++) {
            Line next = page.take();
            last = next;
            text.append(' ').append(next.words());
            raw.append('\n').append(next.raw());
        }
        context.emit(record(context, first, text.toString(), raw.toString()));
        return true;
    }

    /// A record of text that is none of the other shapes.
    static LogRecord.Builder record(Context context, Line first, String text, String raw) {
        LogRecord.Builder record =
                LogRecord.of(RecordKind.TEXT, context.origin(first), raw)
                        .text(Escapes.resolve(text).replaceAll("\\s+", " "))
                        .component(context.source.component())
                        .level(LevelWords.of(first.words()))
                        .entity(context.describedEntity())
                        .subject(context.described == null ? context.release : context.described);
        Matcher action = ACTION.matcher(text);
        if (context.described == null && text.indexOf(" -> ") > 0 && action.find()) {
            record.entity(Entity.ofPod(action.group(1), action.group(2)))
                    .subject(new Subject("Pod", action.group(1), action.group(2), null));
        }
        return record;
    }

    private static boolean endsTraceback(Line first, Line last, Line next) {
        return LogRecords.beginsTraceback(first.words())
                && last.indent() > first.indent()
                && next.indent() == first.indent()
                && LogRecords.isException(next.words());
    }

    private static boolean goesOn(Line first, Line next) {
        if (next.isLong()
                || StatusShape.isRow(next.text())
                || EventShape.row(next.text()) != null
                || Columns.of(next.text()) != null) {
            return false;
        }
        if (next.isBlank() || first.words().contains("   ")) {
            return false;
        }
        boolean deeper = next.indent() > first.indent();
        boolean bullet = next.words().startsWith("* ") || next.words().startsWith("- ");
        return deeper
                && (first.words().endsWith(":") || bullet || !first.words().contains(":  "))
                && !next.words().matches("[A-Z][\\w ]{2,24}: {2,}\\S.*");
    }
}
