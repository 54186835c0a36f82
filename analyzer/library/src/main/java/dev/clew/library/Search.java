package dev.clew.library;

import dev.clew.library.Answer.Result;
import dev.clew.library.query.Term;
import dev.clew.library.query.Terms;
import dev.clew.library.query.Vocabulary;
import dev.clew.library.text.KnowledgeAnalyzer;
import dev.clew.model.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/// Answers one question.
final class Search {

    private static final double OF_SIGNATURE = 0.3;
    private static final double RECOGNISED = 1000;
    private static final double RECOGNISED_WORDS = 3;
    private static final int SHORTEST_LINE = 40;
    private static final double TOLD_HOW = 1.4;
    private static final Pattern ASKS_HOW =
            Pattern.compile(
                    "^(?:how|can|may|is|are|which|what|when|difference|check|verify)\\b|怎么|如何|怎样|能不能|可以",
                    Pattern.CASE_INSENSITIVE);

    private final Catalogue catalogue;
    private final IndexSearcher searcher;
    private final KnowledgeAnalyzer analyzer;

    Search(Catalogue catalogue, IndexSearcher searcher, KnowledgeAnalyzer analyzer) {
        this.catalogue = catalogue;
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /// What was found of one article.
    private static final class Found {
        final String id;
        final List<KnownSignature> signatures = new ArrayList<>();
        int document = -1;
        double ofArticle;
        double ofSignature;
        double recognised;

        Found(String id) {
            this.id = id;
        }

        double score() {
            return ofArticle + OF_SIGNATURE * ofSignature + recognised;
        }
    }

    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble((Found each) -> -each.score())
                    .thenComparing(each -> each.id);

    /// An article near a line.
    ///
    /// @param share how much of the line's words it has, up to 1
    record Near(String id, double score, double share) {}

    /// The articles that have most in common with a line that a program printed.
    List<Near> nearest(String line, int most) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        List<Term> terms = new Terms(analyzer, new Vocabulary(reader, Fields.ALL)).ofLine(line);
        Cover cover = Cover.of(terms, reader);
        List<Found> best = new ArrayList<>(found(terms, cover, false).values());
        best.sort(BEST_FIRST);
        List<Near> near = new ArrayList<>();
        for (Found each : best.subList(0, Math.min(most, best.size()))) {
            int document = each.document < 0 ? catalogue.find(each.id) : each.document;
            near.add(
                    new Near(
                            each.id,
                            rounded(each.score()),
                            document < 0 ? 0 : cover.share(document)));
        }
        return near;
    }

    Answer answer(Question question, Recogniser recogniser) throws IOException {
        List<Term> terms =
                new Terms(analyzer, new Vocabulary(searcher.getIndexReader(), Fields.ALL))
                        .of(question.words());
        Cover cover = Cover.of(terms, searcher.getIndexReader());
        boolean how = ASKS_HOW.matcher(question.words().strip()).find();
        Map<String, Found> found = found(terms, cover, how);
        List<String> recognised = recogniser.recognise(question.words());
        double bonus = question.words().length() < SHORTEST_LINE ? RECOGNISED_WORDS : RECOGNISED;
        for (int rank = recognised.size() - 1; rank >= 0; rank--) {
            recognised(found, recognised.get(rank), bonus / (1 + 0.1 * rank));
        }
        List<Found> kept = new ArrayList<>();
        for (Found each : found.values()) {
            if (!question.hasConditions()
                    || Conditions.met(question, article(each), catalogue.signaturesOf(each.id))) {
                kept.add(each);
            }
        }
        kept.sort(BEST_FIRST);
        List<Result> results = new ArrayList<>();
        for (Found each : kept.subList(0, Math.min(question.most(), kept.size()))) {
            results.add(result(each, terms, cover, recognised));
        }
        return new Answer(results, kept.size());
    }

    private Map<String, Found> found(List<Term> terms, Cover cover, boolean how)
            throws IOException {
        Map<String, Found> found = new LinkedHashMap<>();
        int all = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(Ranking.query(terms), all).scoreDocs) {
            note(found, hit, cover, how);
        }
        return found;
    }

    private void note(Map<String, Found> found, ScoreDoc hit, Cover cover, boolean how)
            throws IOException {
        double score = hit.score * (0.5 + 0.5 * cover.share(hit.doc));
        KnownSignature signature = catalogue.signature(hit.doc);
        if (signature == null) {
            String id = catalogue.articleId(hit.doc);
            Found of = found.computeIfAbsent(id, Found::new);
            if (of.document < 0) {
                of.document = hit.doc;
                boolean told = how && catalogue.kind(hit.doc) != Article.Kind.FAULT;
                of.ofArticle = told ? TOLD_HOW * score : score;
            }
        } else {
            Found of =
                    found.computeIfAbsent(
                            catalogue.find(signature.article()) < 0
                                    ? signature.id()
                                    : signature.article(),
                            Found::new);
            of.signatures.add(signature);
            of.ofSignature = Math.max(of.ofSignature, score);
        }
    }

    private void recognised(Map<String, Found> found, String signatureId, double bonus)
            throws IOException {
        KnownSignature signature = catalogue.signature(signatureId);
        if (signature == null) {
            return;
        }
        String id = catalogue.find(signature.article()) < 0 ? signature.id() : signature.article();
        Found of = found.computeIfAbsent(id, Found::new);
        of.signatures.removeIf(each -> each.id().equals(signatureId));
        of.signatures.addFirst(signature);
        of.recognised = Math.max(of.recognised, bonus);
    }

    private @Nullable Article article(Found found) throws IOException {
        int document = catalogue.find(found.id);
        return document < 0 ? null : catalogue.article(document);
    }

    private Result result(Found found, List<Term> terms, Cover cover, List<String> recognised)
            throws IOException {
        Article article = article(found);
        int document = found.document < 0 ? catalogue.find(found.id) : found.document;
        List<String> reasons = new ArrayList<>();
        found.signatures.stream()
                .filter(each -> recognised.contains(each.id()))
                .forEach(each -> reasons.add("signature " + each.id() + " recognises this"));
        reasons.addAll(Reasons.of(terms, cover, document));
        String title = article != null ? article.title() : found.signatures.getFirst().title();
        return new Result(
                found.id,
                title,
                article,
                rounded(found.score()),
                document < 0 ? 0 : cover.share(document),
                reasons,
                article == null ? List.of() : new Excerpts(analyzer).of(article, terms),
                signatures(found),
                found.recognised > 0);
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }

    private List<KnownSignature> signatures(Found found) throws IOException {
        List<KnownSignature> signatures = new ArrayList<>(found.signatures);
        for (KnownSignature each : catalogue.signaturesOf(found.id)) {
            if (signatures.stream().noneMatch(known -> known.id().equals(each.id()))) {
                signatures.add(each);
            }
        }
        return signatures;
    }
}
