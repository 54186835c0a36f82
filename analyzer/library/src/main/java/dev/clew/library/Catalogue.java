package dev.clew.library;

import dev.clew.match.index.BinaryReader;
import dev.clew.model.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds documents of the index by their ids, and reads them. Where two have the same id, the first
/// one counts.
final class Catalogue {

    private final IndexReader reader;

    Catalogue(IndexReader reader) {
        this.reader = reader;
    }

    /// The document of the article of that id, -1 if there is none.
    int find(String id) throws IOException {
        return first(Fields.ARTICLE_ID, id);
    }

    /// The signature of that id, null if there is none.
    @Nullable KnownSignature signature(String id) throws IOException {
        int document = first(Fields.SIGNATURE_ID, id);
        return document < 0 ? null : signature(document);
    }

    /// The signature of a document, null if the document is an article.
    @Nullable KnownSignature signature(int document) throws IOException {
        BytesRef value = value(document, Fields.SIGNATURE);
        return value == null
                ? null
                : SignatureCodec.decode(new BinaryReader(value.bytes, value.offset, value.length));
    }

    /// The id of the article of a document that is one.
    String articleId(int document) throws IOException {
        BytesRef value = value(document, Fields.ARTICLE_ID);
        if (value == null) {
            throw new IOException("document " + document + " is no article");
        }
        return value.utf8ToString();
    }

    /// Signatures that lead to the article of that id, each id once.
    List<KnownSignature> signaturesOf(String article) throws IOException {
        List<KnownSignature> signatures = new ArrayList<>();
        for (int document : documents(Fields.LEADS_TO, article)) {
            KnownSignature signature = signature(document);
            if (signature != null
                    && signatures.stream().noneMatch(each -> each.id().equals(signature.id()))) {
                signatures.add(signature);
            }
        }
        return signatures;
    }

    /// The article of a document that is one.
    Article article(int document) throws IOException {
        Document fields = reader.storedFields().document(document, Set.of(Fields.ARTICLE));
        BytesRef stored = fields.getBinaryValue(Fields.ARTICLE);
        if (stored == null) {
            throw new IOException("document " + document + " is no article");
        }
        return ArticleCodec.decode(new BinaryReader(stored.bytes, stored.offset, stored.length));
    }

    /// What the article of a document is for.
    Article.Kind kind(int document) throws IOException {
        BytesRef value = value(document, Fields.KIND);
        return value == null ? Article.Kind.FAULT : Article.Kind.valueOf(value.utf8ToString());
    }

    /// Ids of all articles, each once, in the order of the index.
    List<String> articleIds() throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (int document = 0; document < reader.maxDoc(); document++) {
            BytesRef id = value(document, Fields.ARTICLE_ID);
            if (id != null) {
                ids.add(id.utf8ToString());
            }
        }
        return List.copyOf(ids);
    }

    /// All signatures, each id once, in the order of the index.
    List<KnownSignature> signatures() throws IOException {
        Map<String, KnownSignature> signatures = new LinkedHashMap<>();
        for (int document = 0; document < reader.maxDoc(); document++) {
            KnownSignature signature = signature(document);
            if (signature != null) {
                signatures.putIfAbsent(signature.id(), signature);
            }
        }
        return List.copyOf(signatures.values());
    }

    private int first(String field, String id) throws IOException {
        List<Integer> documents = documents(field, id);
        return documents.isEmpty() ? -1 : documents.getFirst();
    }

    private List<Integer> documents(String field, String value) throws IOException {
        List<Integer> documents = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings =
                    leaf.reader().postings(new Term(field, value), PostingsEnum.NONE);
            if (postings != null) {
                for (int document = postings.nextDoc();
                        document != DocIdSetIterator.NO_MORE_DOCS;
                        document = postings.nextDoc()) {
                    documents.add(leaf.docBase + document);
                }
            }
        }
        return documents;
    }

    private @Nullable BytesRef value(int document, String field) throws IOException {
        BinaryDocValues values = MultiDocValues.getBinaryValues(reader, field);
        return values != null && values.advanceExact(document) ? values.binaryValue() : null;
    }
}
