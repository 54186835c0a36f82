package dev.clew.library;

import dev.clew.library.text.KnowledgeAnalyzer;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.RelatedArticle;
import dev.clew.model.Rule;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/// Articles and signatures in a Lucene index: found by id, and searched. Safe for use by several
/// threads.
public final class Library implements Articles, Closeable {

    /// How much of a line an article must have to be near it, and how well.
    private static final double NEAR = 0.65;

    private static final double STRONG = 15;

    private static final int MOST_NEAR = 3;

    private final IndexReader reader;
    private final Catalogue catalogue;
    private final KnowledgeAnalyzer analyzer = new KnowledgeAnalyzer();

    private Library(IndexReader reader) {
        this.reader = reader;
        this.catalogue = new Catalogue(reader);
    }

    /// Writes articles and signatures into an empty folder.
    public static void write(List<Article> articles, List<Rule.Signature> signatures, Path folder)
            throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            LibraryWriter.write(articles, signatures, directory);
        }
    }

    /// Opens a library.
    ///
    /// @throws IOException if the folder holds none
    public static Library open(Path folder) throws IOException {
        return new Library(DirectoryReader.open(new NIOFSDirectory(folder)));
    }

    /// A library of these alone, in memory.
    public static Library of(List<Article> articles, List<Rule.Signature> signatures) {
        try {
            return new Library(inMemory(articles, signatures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This library with more articles and signatures. One with an id that is known already takes
    /// the place of the other. Closing either closes both.
    public Library with(List<Article> articles, List<Rule.Signature> signatures)
            throws IOException {
        if (articles.isEmpty() && signatures.isEmpty()) {
            return this;
        }
        return new Library(
                new MultiReader(new IndexReader[] {inMemory(articles, signatures), reader}, false));
    }

    private static DirectoryReader inMemory(List<Article> articles, List<Rule.Signature> signatures)
            throws IOException {
        Directory directory = new ByteBuffersDirectory();
        LibraryWriter.write(articles, signatures, directory);
        return DirectoryReader.open(directory);
    }

    @Override
    public Optional<Article> find(String id) {
        try {
            int document = catalogue.find(id);
            return document < 0 ? Optional.empty() : Optional.of(catalogue.article(document));
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// The signature of that id, or empty if there is none.
    public Optional<KnownSignature> signature(String id) {
        try {
            return Optional.ofNullable(catalogue.signature(id));
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// The signatures that lead to an article.
    public List<KnownSignature> signaturesOf(String article) {
        try {
            return catalogue.signaturesOf(article);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// All articles, in no particular order.
    public List<Article> articles() {
        try {
            List<Article> articles = new ArrayList<>();
            for (String id : catalogue.articleIds()) {
                find(id).ifPresent(articles::add);
            }
            return articles;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// Ids of articles and signatures that look like a text, the most like first.
    public List<String> similarIds(String text, int most) {
        try {
            Set<String> ids = new LinkedHashSet<>(catalogue.articleIds());
            catalogue.signatures().forEach(signature -> ids.add(signature.id()));
            return Likeness.nearest(text, ids, most);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// What there is on a question.
    ///
    /// @param recogniser says which signatures recognise the words, if they are a pasted line
    public Answer search(Question question, Recogniser recogniser) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(Ranking.SIMILARITY);
            return new Search(catalogue, searcher, analyzer).answer(question, recogniser);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public List<RelatedArticle> nearest(String line) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(Ranking.SIMILARITY);
            return new Search(catalogue, searcher, analyzer)
                    .nearest(line, MOST_NEAR).stream()
                            .filter(each -> each.share() >= NEAR && each.score() >= STRONG)
                            .map(each -> new RelatedArticle(each.id(), each.score()))
                            .toList();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private UncheckedIOException damaged(IOException e) {
        return new UncheckedIOException("knowledge base damaged: " + reader, e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
