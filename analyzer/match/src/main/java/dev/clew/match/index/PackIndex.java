package dev.clew.match.index;

import dev.clew.match.RuleSource;
import dev.clew.match.Triggers;
import dev.clew.model.Rule;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;

/// A pack compiled into a Lucene index: one document for each rule, with the literals that trigger
/// it as terms and the rule itself as stored bytes. Opening it reads the terms; a rule is read when
/// one of its triggers was seen.
public final class PackIndex implements RuleSource, Closeable {

    /// Changes whenever the stored form does, so that indexes of other versions of this program are
    /// made anew.
    public static final int FORMAT = 4;

    private static final String ID = "id";
    private static final String AREA = "area";
    private static final String ARTICLE = "article";
    private static final String LINE = "line-literal";
    private static final String OBJECT = "object-literal";
    private static final String ALWAYS = "always";
    private static final String EVERY_LINE = "line";
    private static final String EVERY_OBJECT = "object";
    private static final String BODY = "body";
    private static final String TEXTS = "texts";

    private final Directory directory;
    private final DirectoryReader reader;
    private final ThreadLocal<StoredFields> stored;

    private PackIndex(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        this.stored =
                ThreadLocal.withInitial(() -> {
                    try {
                        return reader.storedFields();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /// Writes rules into an empty folder. The order of the rules is kept.
    public static void write(List<? extends Rule> rules, Path folder) throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig()
                        .setUseCompoundFile(true)
                        .setMergePolicy(NoMergePolicy.INSTANCE);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(256);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (Rule rule : rules) {
                writer.addDocument(document(rule));
            }
        }
    }

    private static Document document(Rule rule) {
        Document document = new Document();
        document.add(new StringField(ID, rule.id(), Field.Store.NO));
        document.add(new StringField(AREA, rule.area(), Field.Store.NO));
        if (rule instanceof Rule.Signature signature) {
            document.add(new StringField(ARTICLE, signature.article(), Field.Store.NO));
        }
        Triggers triggers = Triggers.of(rule);
        for (String literal : triggers.line()) {
            document.add(new StringField(LINE, literal, Field.Store.NO));
        }
        for (String literal : triggers.object()) {
            document.add(new StringField(OBJECT, literal, Field.Store.NO));
        }
        if (triggers.everyLine()) {
            document.add(new StringField(ALWAYS, EVERY_LINE, Field.Store.NO));
        }
        if (triggers.everyObject()) {
            document.add(new StringField(ALWAYS, EVERY_OBJECT, Field.Store.NO));
        }
        document.add(new StoredField(BODY, RuleCodec.encode(rule)));
        document.add(new StoredField(TEXTS, ExpressionTexts.encode(rule)));
        return document;
    }

    /// Opens a compiled pack.
    ///
    /// @throws IOException if the folder holds none
    public static PackIndex open(Path folder) throws IOException {
        Directory directory = new NIOFSDirectory(folder);
        return new PackIndex(directory, DirectoryReader.open(directory));
    }

    @Override
    public int size() {
        return reader.maxDoc();
    }

    @Override
    public Rule rule(int ordinal) {
        return read(ordinal, BODY, document -> RuleCodec.decode(reader(document, BODY)));
    }

    @Override
    public Prepared prepared(int ordinal) {
        return read(
                ordinal,
                TEXTS,
                document ->
                        new Prepared(
                                RuleCodec.decode(reader(document, BODY)),
                                ExpressionTexts.decode(reader(document, TEXTS))));
    }

    private interface Decoder<T> {
        T of(Document document) throws IOException;
    }

    private <T> T read(int ordinal, String field, Decoder<T> decoder) {
        try {
            return decoder.of(
                    stored.get()
                            .document(
                                    ordinal,
                                    field.equals(BODY) ? Set.of(BODY) : Set.of(BODY, field)));
        } catch (IOException e) {
            throw new UncheckedIOException("compiled pack damaged: " + directory, e);
        }
    }

    private static BinaryReader reader(Document document, String field) {
        BytesRef bytes = document.getBinaryValue(field);
        return new BinaryReader(bytes.bytes, bytes.offset, bytes.length);
    }

    @Override
    public int find(String id) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum postings = leaf.reader().postings(new Term(ID, id), PostingsEnum.NONE);
                if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    return leaf.docBase + postings.docID();
                }
            }
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException("compiled pack damaged: " + directory, e);
        }
    }

    @Override
    public void ids(ObjIntConsumer<String> sink) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                each(leaf.reader(), ID, (id, doc) -> sink.accept(id, leaf.docBase + doc));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("compiled pack damaged: " + directory, e);
        }
    }

    @Override
    public void triggers(boolean lines, TriggerSink sink) {
        String always = lines ? EVERY_LINE : EVERY_OBJECT;
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                each(
                        leaf.reader(),
                        lines ? LINE : OBJECT,
                        (term, doc) -> sink.literal(term, leaf.docBase + doc));
                each(
                        leaf.reader(),
                        ALWAYS,
                        (term, doc) -> {
                            if (term.equals(always)) {
                                sink.every(leaf.docBase + doc);
                            }
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("compiled pack damaged: " + directory, e);
        }
    }

    private interface Posting {
        void at(String term, int doc);
    }

    private static void each(LeafReader leaf, String field, Posting posting) throws IOException {
        Terms terms = leaf.terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum all = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            String text = term.utf8ToString();
            postings = all.postings(postings, PostingsEnum.NONE);
            for (int doc = postings.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = postings.nextDoc()) {
                posting.at(text, doc);
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
