package dev.clew.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// The messages that no signature knows, to be searched by words. Each is one document: the message
/// with placeholders, and a line that was printed. The index lies beside the tables in a folder
/// named by the batch that was the last when it was made.
final class TemplateIndex {

    private static final String FOLDER = "_search";
    private static final String WORDS = "words";
    private static final String SHOWN = "shown";
    private static final int MOST_WORDS = 64;

    /// The file that makes the others an index: it goes last.
    private static final String HEAD = "segments_";

    private static final String DOCUMENTS =
            """
            SELECT t.template, t.text, t.component, t.count, t.clusters, t.bundles, t.first_date,
                t.last_date, t.sample, p.paths
            FROM (SELECT template, max(text) text, max(component) component, sum(count) count,
                    count(DISTINCT cluster) clusters, count(DISTINCT bundle) bundles,
                    min(date) first_date, max(date) last_date, max_by(sample, date) sample
                  FROM unknown_templates GROUP BY template) t
            JOIN (SELECT template, array_join(collect_list(path), '\\n') paths
                  FROM (SELECT u.template, b.path, row_number() OVER (
                            PARTITION BY u.template ORDER BY u.date DESC, b.path) place
                        FROM unknown_templates u JOIN bundles b ON b.bundle = u.bundle)
                  WHERE place <= 20 GROUP BY template) p ON p.template = t.template\
            """;

    private TemplateIndex() {}

    /// A message that was found.
    ///
    /// @param score how well it fits, more is better
    /// @param paths of the newest bundles that have it, at most 20
    record Hit(
            float score,
            String template,
            String text,
            String component,
            String count,
            String clusters,
            String bundles,
            String firstDate,
            String lastDate,
            String sample,
            List<String> paths) {}

    /// Makes the index of the tables as they are, and removes earlier ones.
    static void write(SparkSession spark, Store store, Path work) throws IOException {
        Path built = Files.createTempDirectory(work, "search-");
        try (Analyzer analyzer = new StandardAnalyzer();
                NIOFSDirectory directory = new NIOFSDirectory(built);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            Iterator<Row> rows = spark.sql(DOCUMENTS).toLocalIterator();
            while (rows.hasNext()) {
                writer.addDocument(document(rows.next()));
            }
            writer.forceMerge(1);
        }
        List<Commit> commits = store.commits();
        String name = commits.isEmpty() ? "none" : commits.getLast().batch();
        publish(store, built, name);
    }

    private static Document document(Row row) {
        Document document = new Document();
        document.add(new TextField(WORDS, row.getString(1), Field.Store.NO));
        document.add(new TextField(WORDS, Objects.toString(row.getString(8), ""), Field.Store.NO));
        for (int i = 0; i < row.length(); i++) {
            document.add(new StoredField(SHOWN + i, Objects.toString(row.get(i), "")));
        }
        return document;
    }

    private static void publish(Store store, Path built, String name) throws IOException {
        FileSystem files = store.files();
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(store.path(FOLDER), name);
        files.delete(folder, true);
        files.mkdirs(folder);
        try (Stream<Path> parts = Files.list(built)) {
            List<Path> order =
                    parts.sorted(
                                    Comparator.comparing(
                                            each -> each.getFileName().toString().startsWith(HEAD)))
                            .toList();
            for (Path part : order) {
                String file = part.getFileName().toString();
                try (OutputStream out =
                        files.create(new org.apache.hadoop.fs.Path(folder, file), true)) {
                    Files.copy(part, out);
                }
            }
        }
        for (FileStatus other : files.listStatus(store.path(FOLDER))) {
            if (!other.getPath().getName().equals(name)) {
                files.delete(other.getPath(), true);
            }
        }
    }

    /// The messages that have most of the words.
    ///
    /// @param work a folder for the index of a fleet that is elsewhere
    /// @throws FleetError if there is no index
    static List<Hit> search(Store store, Path work, String text, int most) throws IOException {
        Path index = fetched(store, work);
        try (Analyzer analyzer = new StandardAnalyzer();
                NIOFSDirectory directory = new NIOFSDirectory(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words(analyzer, text)) {
                query.add(new TermQuery(new Term(WORDS, word)), BooleanClause.Occur.SHOULD);
            }
            IndexSearcher searcher = new IndexSearcher(reader);
            StoredFields stored = searcher.storedFields();
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query.build(), most).scoreDocs) {
                hits.add(hit(found.score, stored.document(found.doc)));
            }
            return hits;
        }
    }

    private static List<String> words(Analyzer analyzer, String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(WORDS, text)) {
            CharTermAttribute word = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MOST_WORDS) {
                words.add(word.toString());
            }
            tokens.end();
        }
        return words.stream().distinct().toList();
    }

    private static Hit hit(float score, Document document) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            shown.add(Objects.toString(document.get(SHOWN + i), ""));
        }
        return new Hit(
                score,
                shown.get(0),
                shown.get(1),
                shown.get(2),
                shown.get(3),
                shown.get(4),
                shown.get(5),
                shown.get(6),
                shown.get(7),
                shown.get(8),
                shown.get(9).lines().toList());
    }

    private static Path fetched(Store store, Path work) throws IOException {
        FileSystem files = store.files();
        if (!files.exists(store.path(FOLDER))) {
            throw none(store);
        }
        org.apache.hadoop.fs.Path newest = null;
        for (FileStatus each : files.listStatus(store.path(FOLDER))) {
            if (newest == null || newest.compareTo(each.getPath()) < 0) {
                newest = each.getPath();
            }
        }
        if (newest == null) {
            throw none(store);
        }
        if (!store.remote()) {
            return store.local().resolve(FOLDER).resolve(newest.getName());
        }
        Path copy = Files.createDirectories(work.resolve("search"));
        for (FileStatus part : files.listStatus(newest)) {
            try (InputStream in = files.open(part.getPath())) {
                Files.copy(in, copy.resolve(part.getPath().getName()));
            }
        }
        return copy;
    }

    private static FleetError none(Store store) {
        return new FleetError(
                FleetError.NO_INPUT,
                store.place() + " has no index yet; the next 'clew fleet' makes it");
    }
}
