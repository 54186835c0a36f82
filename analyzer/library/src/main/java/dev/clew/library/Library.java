package dev.clew.library;

import dev.clew.match.index.Wire;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// Articles in a Lucene index. Safe for use by several threads.
public final class Library implements Articles, Closeable {

    private static final String ID = "id";
    private static final String BODY = "body";

    private final Directory directory;
    private final DirectoryReader reader;

    private Library(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /// Writes articles into an empty folder.
    public static void write(List<Article> articles, Path folder) throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig()
                        .setUseCompoundFile(true)
                        .setMergePolicy(NoMergePolicy.INSTANCE);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (Article article : articles) {
                Document document = new Document();
                document.add(new StringField(ID, article.id(), Field.Store.NO));
                document.add(new StoredField(BODY, ArticleCodec.encode(article)));
                writer.addDocument(document);
            }
        }
    }

    /// Opens a library.
    ///
    /// @throws IOException if the folder holds none
    public static Library open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        return new Library(directory, DirectoryReader.open(directory));
    }

    @Override
    public Optional<Article> find(String id) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum postings = leaf.reader().postings(new Term(ID, id), PostingsEnum.NONE);
                if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    return Optional.of(article(leaf.docBase + postings.docID()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("knowledge base damaged: " + directory, e);
        }
    }

    private Article article(int document) throws IOException {
        BytesRef body = reader.storedFields().document(document, Set.of(BODY)).getBinaryValue(BODY);
        return ArticleCodec.decode(new Wire.Reader(body.bytes, body.offset, body.length));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
