package dev.clew.report.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.library.OfflineIndex;
import dev.clew.library.text.Notions;
import dev.clew.library.text.StopWords;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What the search of the site works with, as a script: a page from the file system may load
/// scripts and nothing else.
final class SiteData {

    private SiteData() {}

    static String script(List<Article> articles) {
        OfflineIndex index = OfflineIndex.of(articles);
        StringWriter out = new StringWriter();
        out.write("window.CLEW = ");
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("articles");
            for (Article article : articles) {
                article(json, article);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("stop");
            for (String word : new TreeSet<>(StopWords.all())) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("notions");
            for (Map.Entry<String, List<String>> phrase : Notions.shipped().phrases().entrySet()) {
                json.writeStringField(phrase.getKey(), String.join(" ", phrase.getValue()));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("forms");
            for (Map.Entry<String, String> form : index.forms().entrySet()) {
                if (!form.getKey().equals(form.getValue())) {
                    json.writeStringField(form.getKey(), form.getValue());
                }
            }
            json.writeEndObject();
            json.writeObjectFieldStart("terms");
            for (Map.Entry<String, List<OfflineIndex.Posting>> term : index.postings().entrySet()) {
                json.writeArrayFieldStart(term.getKey());
                for (OfflineIndex.Posting posting : term.getValue()) {
                    json.writeNumber(posting.article());
                    json.writeNumber(posting.worth());
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append(";\n").toString();
    }

    private static void article(JsonGenerator json, Article article) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", article.id());
        json.writeStringField("area", article.area());
        json.writeStringField("title", article.title());
        json.writeStringField("summary", article.summary());
        Translation chinese = article.translations().get("zh");
        if (chinese != null) {
            json.writeStringField("zh", chinese.title());
        }
        json.writeEndObject();
    }
}
