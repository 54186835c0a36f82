package dev.clew.fleet;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/// Prints the rows of an answer.
final class AnswerPrinter {

    /// Rows that are printed as text; who wants more has a program read them.
    private static final int MOST_ROWS = 1_000;

    private static final int WIDEST = 60;

    private AnswerPrinter() {}

    /// As a table for people.
    static void text(Dataset<Row> answer, PrintStream out, PrintStream err) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(answer.columns()));
        List<Row> rows = answer.limit(MOST_ROWS + 1).collectAsList();
        for (Row row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            lines.add(cells(row).stream().map(AnswerPrinter::narrow).toList());
        }
        int[] widths = new int[answer.columns().length];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i)).repeat(' ', widths[i] - line.get(i).length() + 2);
            }
            out.println(text.toString().stripTrailing());
        }
        if (rows.size() > MOST_ROWS) {
            err.println("clew: only the first " + MOST_ROWS + " rows; -o csv or json has all");
        }
    }

    /// As an array of objects.
    static void json(Dataset<Row> answer, PrintStream out) {
        out.print('[');
        Iterator<Row> rows =
                answer.select(
                                functions.to_json(
                                        functions.struct(functions.col("*")),
                                        Map.of("ignoreNullFields", "false")))
                        .toLocalIterator();
        String before = "\n";
        while (rows.hasNext()) {
            out.print(before + "  " + rows.next().getString(0));
            before = ",\n";
        }
        out.println("\n]");
    }

    /// As RFC 4180 has it.
    static void csv(Dataset<Row> answer, PrintStream out) {
        line(List.of(answer.columns()), out);
        Iterator<Row> rows = answer.toLocalIterator();
        while (rows.hasNext()) {
            line(cells(rows.next()), out);
        }
    }

    private static void line(List<String> cells, PrintStream out) {
        out.print(
                cells.stream().map(AnswerPrinter::quoted).collect(Collectors.joining(","))
                        + "\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            cells.add(cell(row.get(i)));
        }
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> bytes.length + " bytes";
            case scala.collection.Map<?, ?> map ->
                    CollectionConverters.asJava(map).entrySet().stream()
                            .map(AnswerPrinter::pair)
                            .sorted()
                            .collect(Collectors.joining(", "));
            case scala.collection.Seq<?> texts ->
                    CollectionConverters.asJava(texts).stream()
                            .map(AnswerPrinter::cell)
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String pair(Map.Entry<?, ?> entry) {
        return entry.getKey() + "=" + entry.getValue();
    }

    private static String narrow(String cell) {
        String safe = safe(cell);
        return safe.length() <= WIDEST ? safe : safe.substring(0, WIDEST - 1) + "…";
    }

    /// A text in one line that can't move the cursor of a terminal.
    static String safe(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }
}
