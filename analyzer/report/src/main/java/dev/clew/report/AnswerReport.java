package dev.clew.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.library.Answer;
import dev.clew.library.Answer.Excerpt;
import dev.clew.library.Answer.Piece;
import dev.clew.library.Answer.Result;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// What a search found, as text, JSON or Markdown.
public final class AnswerReport {

    private static final int MOST_EXCERPTS = 2;
    private static final int MOST_SIGNATURES = 5;

    private AnswerReport() {}

    /// The results for a terminal.
    ///
    /// @param language of the question: `zh` for titles and summaries in Chinese where there are
    ///   any
    public static String text(Answer answer, Theme theme, int columns, String language) {
        if (answer.results().isEmpty()) {
            return "Nothing was found. Try fewer words, an option, or a line of a log.\n";
        }
        int width = Math.clamp(columns, 60, 120);
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (Result result : answer.results()) {
            number++;
            out.append(String.format(Locale.ROOT, "%2d. ", number))
                    .append(theme.strong(title(result, language)))
                    .append('\n');
            line(out, theme.command(result.id()) + theme.faint(area(result)));
            Article article = result.article();
            if (article != null) {
                Terminal.wrap(firstSentence(summary(article, language)), width - 4)
                        .forEach(each -> line(out, each));
            }
            for (Excerpt excerpt : excerpts(result, language)) {
                StringBuilder text = new StringBuilder();
                for (Piece piece : excerpt.pieces()) {
                    String safe = Terminal.safe(piece.text());
                    text.append(piece.hit() ? theme.found(safe) : safe);
                }
                line(out, theme.faint("> ") + text);
            }
            if (!result.reasons().isEmpty()) {
                line(
                        out,
                        theme.faint(
                                "found by " + Terminal.safe(String.join("; ", result.reasons()))));
            }
            out.append('\n');
        }
        int more = answer.total() - answer.results().size();
        out.append(
                theme.faint(
                        (more > 0 ? more + " more with -n. " : "")
                                + "clew explain ID shows an article."));
        return out.append('\n').toString();
    }

    private static String title(Result result, String language) {
        Article article = result.article();
        Translation words = article == null ? null : article.translations().get(language);
        return words == null ? result.title() : words.title();
    }

    private static String summary(Article article, String language) {
        Translation words = article.translations().get(language);
        return words == null ? article.summary() : words.summary();
    }

    private static String area(Result result) {
        Article article = result.article();
        return article == null ? " · signature without an article" : " · " + article.area();
    }

    /// Title and summary are printed anyway, and Chinese only where nothing else was found.
    private static List<Excerpt> excerpts(Result result, String language) {
        Article article = result.article();
        boolean printedInChinese =
                article != null
                        && language.equals("zh")
                        && article.translations().containsKey("zh");
        List<Excerpt> others =
                result.excerpts().stream()
                        .filter(each -> !List.of("title", "summary").contains(each.field()))
                        .filter(each -> !(printedInChinese && each.field().equals("zh")))
                        .toList();
        List<Excerpt> english = others.stream().filter(each -> !each.field().equals("zh")).toList();
        return (english.isEmpty() ? others : english).stream().limit(MOST_EXCERPTS).toList();
    }

    /// The first sentence of a summary: what fits on a line or two.
    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        int chinese = text.indexOf('。');
        if (chinese >= 0 && (end < 0 || chinese < end)) {
            end = chinese;
        }
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static void line(StringBuilder out, String text) {
        out.append("    ").append(text.stripTrailing()).append('\n');
    }

    /// The results as a Markdown list.
    public static String markdown(Answer answer) {
        StringBuilder out = new StringBuilder();
        for (Result result : answer.results()) {
            out.append("1. **")
                    .append(Markdown.words(result.title()))
                    .append("** (`")
                    .append(result.id())
                    .append("`)");
            if (result.article() != null) {
                out.append("  \n   ")
                        .append(Markdown.words(firstSentence(result.article().summary())));
            }
            for (Excerpt excerpt : excerpts(result, "en")) {
                out.append("  \n   ");
                for (Piece piece : excerpt.pieces()) {
                    String words = Markdown.words(piece.text());
                    out.append(
                            piece.hit() && !words.isBlank() ? "**" + words.strip() + "**" : words);
                }
            }
            out.append('\n');
        }
        return out.isEmpty() ? "Nothing was found.\n" : out.toString();
    }

    /// The results as JSON.
    ///
    /// @param question the words as they were typed
    public static String json(String question, Answer answer) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schemaVersion", JsonReport.SCHEMA_VERSION);
            json.writeStringField("question", question);
            json.writeNumberField("total", answer.total());
            json.writeArrayFieldStart("results");
            for (Result result : answer.results()) {
                result(json, result);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    private static void result(JsonGenerator json, Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", result.id());
        json.writeStringField("title", result.title());
        Article article = result.article();
        if (article == null) {
            json.writeNullField("area");
            json.writeNullField("summary");
        } else {
            json.writeStringField("area", article.area());
            json.writeStringField("summary", article.summary());
        }
        json.writeNumberField("score", result.score());
        json.writeBooleanField("recognised", result.recognised());
        json.writeArrayFieldStart("reasons");
        for (String reason : result.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("highlights");
        for (Excerpt excerpt : result.excerpts()) {
            json.writeStartObject();
            json.writeStringField("field", excerpt.field());
            json.writeArrayFieldStart("pieces");
            for (Piece piece : excerpt.pieces()) {
                json.writeStartObject();
                json.writeStringField("text", piece.text());
                json.writeBooleanField("hit", piece.hit());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonFields.signatures(json, result.signatures().stream().limit(MOST_SIGNATURES).toList());
        json.writeEndObject();
    }
}
