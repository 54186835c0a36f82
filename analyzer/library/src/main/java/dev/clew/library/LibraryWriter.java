package dev.clew.library;

import dev.clew.bundle.log.Components;
import dev.clew.library.text.KnowledgeAnalyzer;
import dev.clew.library.text.PlainText;
import dev.clew.match.CompiledRule;
import dev.clew.match.template.Template;
import dev.clew.model.Article;
import dev.clew.model.Rule;
import dev.clew.model.Translation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Makes the index of articles and signatures.
final class LibraryWriter {

    private LibraryWriter() {}

    static void write(List<Article> articles, List<Rule.Signature> signatures, Directory directory)
            throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig(new KnowledgeAnalyzer())
                        .setUseCompoundFile(true)
                        .setMergePolicy(NoMergePolicy.INSTANCE)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Article article : articles) {
                writer.addDocument(
                        article(
                                article,
                                signatures.stream()
                                        .filter(each -> each.article().equals(article.id()))
                                        .toList()));
            }
            for (Rule.Signature signature : signatures) {
                writer.addDocument(signature(signature));
            }
        }
    }

    private static Document article(Article article, List<Rule.Signature> signatures) {
        Document document = new Document();
        document.add(new StringField(Fields.ARTICLE_ID, article.id(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.ARTICLE_ID, new BytesRef(article.id())));
        document.add(new BinaryDocValuesField(Fields.KIND, new BytesRef(article.kind().name())));
        document.add(new StoredField(Fields.ARTICLE, ArticleCodec.encode(article)));
        searched(document, Fields.TITLE, article.title() + "\n" + article.id());
        searched(document, Fields.SUMMARY, article.summary());
        searched(document, Fields.KEYWORDS, String.join("\n", article.keywords()));
        searched(document, Fields.TEXT, PlainText.of(article.body()));
        searched(document, Fields.ZH, chinese(article));
        List<String> lines = new ArrayList<>(PlainText.quoted(article.body(), "Symptom"));
        for (Rule.Signature signature : signatures) {
            lines.add(signature.title());
            signature.hits().forEach(hit -> lines.add(Template.of(hit.lines()).fixed()));
        }
        searched(document, Fields.LINES, String.join("\n", lines));
        return document;
    }

    static String chinese(Article article) {
        Translation translation = article.translations().get("zh");
        return translation == null
                ? ""
                : translation.title()
                        + "\n"
                        + String.join("\n", translation.keywords())
                        + "\n"
                        + translation.summary();
    }

    private static Document signature(Rule.Signature signature) {
        Document document = new Document();
        document.add(new StringField(Fields.SIGNATURE_ID, signature.id(), Field.Store.NO));
        document.add(new StringField(Fields.LEADS_TO, signature.article(), Field.Store.NO));
        document.add(
                new BinaryDocValuesField(
                        Fields.SIGNATURE, new BytesRef(SignatureCodec.encode(known(signature)))));
        searched(document, Fields.TITLE, signature.title() + "\n" + signature.id());
        List<String> lines = new ArrayList<>();
        signature.hits().forEach(hit -> lines.add(Template.of(hit.lines()).fixed()));
        searched(document, Fields.LINES, String.join("\n", lines));
        return document;
    }

    private static KnownSignature known(Rule.Signature signature) {
        return new KnownSignature(
                signature.id(),
                signature.area(),
                signature.title(),
                signature.severity(),
                signature.article(),
                List.copyOf(components(signature)));
    }

    private static Set<String> components(Rule.Signature signature) {
        Set<String> components = new TreeSet<>();
        CompiledRule.patternsOf(signature).forEach(each -> components.addAll(each.components()));
        components.retainAll(Components.known());
        return components;
    }

    private static void searched(Document document, String field, String text) {
        if (!text.isEmpty()) {
            document.add(new TextField(field, text, Field.Store.NO));
            document.add(new TextField(Fields.ALL, text, Field.Store.NO));
        }
    }
}
