package dev.clew.match.index;

import dev.clew.match.Asked;
import dev.clew.match.RuleSource;
import dev.clew.match.RuleTerms;
import dev.clew.match.Triggers;
import dev.clew.match.code.Codes;
import dev.clew.model.Rule;
import dev.clew.model.Software;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A pack compiled into a Lucene index: one document for each rule, with the literals that trigger
/// it as terms and the rule itself as stored bytes. A run reads the flat tables beside the index
/// (`tables.bin`), which open at once; a rule is read when one of its triggers was seen.
public final class PackIndex implements RuleSource, Closeable {

    /// Changes whenever the stored form does, so that indexes of other versions of this program are
    /// made anew.
    public static final int FORMAT = 9;

    private static final int ID_BYTES = 6;

    private static final String ID = "id";
    private static final String AREA = "area";
    private static final String ARTICLE = "article";
    private static final String LINE = "line-literal";
    private static final String OBJECT = "object-literal";
    private static final String ALWAYS = "always";
    private static final String EVERY_LINE = "line";
    private static final String EVERY_OBJECT = "object";
    private static final String LITERAL = "literal";
    private static final String FIELD = "field";
    private static final String SOFTWARE = "software";
    private static final String BODY = "body";

    private static final int LONGEST_TERM = 1_000;

    private static final String VOCABULARY = "vocabulary";

    private final RuleSource rules;
    private final Path folder;
    private volatile @Nullable Codes codes;

    private PackIndex(RuleSource rules, Path folder) {
        this.rules = rules;
        this.folder = folder;
    }

    /// Writes rules into an empty folder. The order of the rules is kept.
    public static void write(List<? extends Rule> rules, Path folder) throws IOException {
        List<Triggers> triggers = rules.stream().map(Triggers::of).toList();
        IndexWriterConfig config =
                new IndexWriterConfig()
                        .setUseCompoundFile(true)
                        .setMergePolicy(NoMergePolicy.INSTANCE);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(256);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (int ordinal = 0; ordinal < rules.size(); ordinal++) {
                writer.addDocument(document(rules.get(ordinal), triggers.get(ordinal)));
            }
        }
        PackTables.write(rules, triggers, folder);
    }

    private static Document document(Rule rule, Triggers triggers) {
        Document document = new Document();
        document.add(new StringField(ID, rule.id(), Field.Store.NO));
        document.add(new StringField(AREA, rule.area(), Field.Store.NO));
        if (rule instanceof Rule.Signature signature) {
            document.add(new StringField(ARTICLE, signature.article(), Field.Store.NO));
        }
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
        RuleTerms terms = RuleTerms.of(rule);
        for (String literal : terms.literals()) {
            document.add(new StringField(LITERAL, cut(literal), Field.Store.NO));
        }
        for (String field : terms.fields()) {
            document.add(new StringField(FIELD, field, Field.Store.NO));
        }
        for (Software software : terms.software()) {
            document.add(new StringField(SOFTWARE, software.word(), Field.Store.NO));
        }
        document.add(new StoredField(BODY, RuleCodec.encode(rule)));
        return document;
    }

    /// Terms of an index have a longest length.
    private static String cut(String literal) {
        return literal.length() <= LONGEST_TERM ? literal : literal.substring(0, LONGEST_TERM);
    }

    /// Opens a compiled pack: its flat tables, which are made from the index where they are missing
    /// or belong to another one.
    ///
    /// @throws IOException if the folder holds no index
    public static PackIndex open(Path folder) throws IOException {
        try {
            return new PackIndex(PackTables.open(folder), folder);
        } catch (IOException e) {
            List<Rule> rules = read(folder);
            return new PackIndex(withTables(rules, folder), folder);
        }
    }

    /// What names a pack as it was compiled: the start of the hash of its index; empty if the
    /// folder can't be read.
    public static String id(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".cfs")).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (IOException | NoSuchAlgorithmException e) {
            return "";
        }
    }

    private static RuleSource withTables(List<Rule> rules, Path folder) {
        try {
            PackTables.write(rules, rules.stream().map(Triggers::of).toList(), folder);
            return PackTables.open(folder);
        } catch (IOException e) {
            return RuleSource.of(rules); // a folder that can't be written to
        }
    }

    private static List<Rule> read(Path folder) throws IOException {
        try (Directory directory = new NIOFSDirectory(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            StoredFields stored = reader.storedFields();
            List<Rule> rules = new ArrayList<>(reader.maxDoc());
            for (int ordinal = 0; ordinal < reader.maxDoc(); ordinal++) {
                BytesRef body = stored.document(ordinal, Set.of(BODY)).getBinaryValue(BODY);
                rules.add(RuleCodec.decode(new BinaryReader(body.bytes, body.offset, body.length)));
            }
            return rules;
        }
    }

    @Override
    public int size() {
        return rules.size();
    }

    @Override
    public Rule rule(int ordinal) {
        return rules.rule(ordinal);
    }

    @Override
    public Prepared prepared(int ordinal) {
        return rules.prepared(ordinal);
    }

    @Override
    public boolean readsRaw() {
        return rules.readsRaw();
    }

    @Override
    public int find(String id) {
        return rules.find(id);
    }

    @Override
    public void ids(ObjIntConsumer<String> sink) {
        rules.ids(sink);
    }

    @Override
    public void triggers(boolean lines, TriggerSink sink) {
        rules.triggers(lines, sink);
    }

    /// Looked up in the index.
    ///
    /// @throws UncheckedIOException if it can't be read
    @Override
    public BitSet asked(Asked asked) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.literal() != null) {
            String literal = cut(asked.literal().toLowerCase(Locale.ROOT));
            all.add(
                    new WildcardQuery(new Term(LITERAL, "*" + escaped(literal) + "*")),
                    BooleanClause.Occur.FILTER);
        }
        if (asked.field() != null) {
            all.add(new TermQuery(new Term(FIELD, asked.field())), BooleanClause.Occur.FILTER);
        }
        if (asked.software() != null) {
            all.add(
                    new TermQuery(new Term(SOFTWARE, asked.software().word())),
                    BooleanClause.Occur.FILTER);
        }
        all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        BitSet found = new BitSet();
        try (Directory directory = new NIOFSDirectory(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (ScoreDoc hit : searcher.search(all.build(), Math.max(1, size())).scoreDocs) {
                if (asked.holds(rule(hit.doc))) {
                    found.set(hit.doc);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String escaped(String literal) {
        return literal.replaceAll("[*?\\\\]", "\\\\$0");
    }

    /// Read when first asked for.
    @Override
    public Codes codes() {
        Codes known = codes;
        if (known == null) {
            try {
                known = Codes.read(folder.resolve(VOCABULARY).resolve(Codes.FILE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            codes = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        if (rules instanceof PackTables tables) {
            tables.close();
        }
    }
}
