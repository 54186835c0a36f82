package dev.clew.bundle.text;

import dev.clew.bundle.log.FlatJson;
import dev.clew.bundle.log.LogRecords;
import dev.clew.bundle.wrapper.Envelopes;
import dev.clew.bundle.wrapper.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lines of logs as a log store exports them: a table of comma-separated values, with names of
/// columns on its first line (RFC 4180).
final class CsvShape implements Shape {

    private static final int LONGEST_HEAD = 2000;
    private static final int LINES_LOOKED_AT = 200;

    @Override
    public boolean take(Page page, Context context) {
        if (!isHead(page.peek().text())) {
            return false;
        }
        List<String> names = cells(page.take().text());
        LogRecords log = new LogRecords(context.source);
        while (page.hasNext() && !page.peek().isBlank()) {
            row(names == null ? List.of() : names, page, context, log);
        }
        return true;
    }

    /// Whether a line names the columns of such a table.
    static boolean isHead(String text) {
        if (text.length() > LONGEST_HEAD || text.indexOf(',') < 0) {
            return false;
        }
        List<String> names = cells(text);
        return names != null && Envelopes.areColumns(names);
    }

    private static void row(List<String> names, Page page, Context context, LogRecords log) {
        Line first = page.take();
        StringBuilder text = new StringBuilder(first.text());
        StringBuilder raw = new StringBuilder(first.raw());
        List<String> cells = cells(first.text());
        for (int i = 0; cells == null && i < LINES_LOOKED_AT && page.hasNext(); i++) {
            Line next = page.take();
            text.append('\n').append(next.text());
            raw.append('\n').append(next.raw());
            cells = next.text().indexOf('"') < 0 ? null : cells(text.toString());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; cells != null && i < Math.min(cells.size(), names.size()); i++) {
            row.putIfAbsent(names.get(i), cells.get(i));
        }
        Map<String, String> labels = FlatJson.read(row.getOrDefault("labels", ""));
        if (labels != null) {
            labels.forEach((name, value) -> row.putIfAbsent("labels." + name, value));
        }
        Shipped shipped = Envelopes.row(row);
        context.emit(
                shipped == null
                        ? log.record(
                                context.origin(first),
                                log.parseAll(text.toString()),
                                raw.toString())
                        : log.record(context.origin(first), shipped, raw.toString()));
    }

    /// The cells of a row; null if a quoted one does not end in the text.
    private static @Nullable List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return quoted ? null : cells;
    }
}
