package dev.clew.report.page;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.PastedText;
import dev.clew.diagnose.Suppressed;
import dev.clew.library.Answer;
import dev.clew.model.Article;
import dev.clew.model.LogRecord;
import dev.clew.report.Markdown;
import dev.clew.report.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a pasted line says, as one Markdown page: the signature that recognises it or what comes
/// nearest, and what its fields mean.
public final class LinePage {

    private static final int MOST_RECORDS = 3;
    private static final int LONGEST_VALUE = 200;

    private LinePage() {}

    /// The page.
    ///
    /// @param nearest what the search finds where no signature recognises it
    public static String markdown(PastedText pasted, Answer nearest) {
        StringBuilder page = new StringBuilder();
        Diagnosis diagnosis = pasted.diagnosis();
        if (diagnosis.findings().isEmpty()) {
            unknown(diagnosis, nearest, page);
        }
        for (Finding finding : diagnosis.findings()) {
            finding(finding, page);
        }
        for (Suppressed suppressed : diagnosis.suppressed()) {
            page.append("# ")
                    .append(Markdown.words(suppressed.benign().title()))
                    .append("\n\nLooks bad and is not: ")
                    .append(Markdown.words(suppressed.benign().reason()))
                    .append("\n\n<")
                    .append(suppressed.benign().reference())
                    .append(">\n\n");
        }
        pasted.records().stream().limit(MOST_RECORDS).forEach(record -> record(record, page));
        return page.toString();
    }

    private static void unknown(Diagnosis diagnosis, Answer nearest, StringBuilder page) {
        if (diagnosis.suppressed().isEmpty()) {
            page.append("# No signature recognises this\n\n");
            if (nearest.results().isEmpty()) {
                page.append("Nothing in the knowledge base comes near it.\n\n");
            } else {
                page.append("What comes nearest:\n\n");
            }
        }
        for (Answer.Result result : nearest.results()) {
            page.append("- ")
                    .append(Markdown.code(result.id()))
                    .append(": ")
                    .append(Markdown.words(result.title()))
                    .append('\n');
        }
        page.append('\n');
    }

    private static void finding(Finding finding, StringBuilder page) {
        page.append("# ")
                .append(Markdown.words(finding.signature().title()))
                .append("\n\n")
                .append(Markdown.code(finding.signature().id()))
                .append(" · ")
                .append(finding.severity().word())
                .append(" · ")
                .append(finding.signature().role().word())
                .append("\n\n");
        Article article = finding.article();
        if (article != null) {
            page.append(Markdown.words(article.summary()))
                    .append("\n\nWhat to do: ")
                    .append(Markdown.code("clew explain " + article.id()))
                    .append("\n\n");
        }
    }

    private static void record(LogRecord record, StringBuilder page) {
        page.append("## Read as: ").append(record.kind().word());
        if (!record.component().isEmpty()) {
            page.append(" of ").append(record.component());
        }
        page.append("\n\n| field | value | meaning |\n|---|---|---|\n");
        fields(record)
                .forEach((name, value) ->
                        page.append("| ")
                                .append(cell(name))
                                .append(" | ")
                                .append(cell(Terminal.cut(value, LONGEST_VALUE)))
                                .append(" | ")
                                .append(meaning(record, name).map(LinePage::cell).orElse(""))
                                .append(" |\n"));
        page.append('\n');
    }

    /// The fields worth showing, in order, each once.
    static Map<String, String> fields(LogRecord record) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (record.time() != null && !record.timeAssumed()) {
            fields.put("time", record.time().toString());
        }
        for (String name :
                List.of("level", "component", "node", "namespace", "pod", "container", "message")) {
            String value = record.value(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        record.fields()
                .forEach((name, value) -> {
                    if (!value.equals(fields.get("message"))) {
                        fields.putIfAbsent(name, value);
                    }
                });
        return fields;
    }

    /// What a field of a record means.
    static Optional<String> meaning(LogRecord record, String field) {
        return FieldMeanings.of(record.kind().word(), field);
    }

    private static String cell(String text) {
        return Markdown.words(text).replace("|", "\\|");
    }
}
