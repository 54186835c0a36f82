package dev.clew.library;

import dev.clew.library.text.KnowledgeAnalyzer;
import dev.clew.library.text.PlainText;
import dev.clew.library.text.Token;
import dev.clew.library.text.Tokens;
import dev.clew.model.Article;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a page without a server needs to search articles: for each word the form it is known by,
/// and for each of those the articles that have it and how much it counts there.
///
/// @param forms words as they are written, in lower case, to the terms they are forms of
/// @param postings for each term, what it is worth in each article that has it
public record OfflineIndex(Map<String, String> forms, Map<String, List<Posting>> postings) {

    private static final double SATURATION = 0.9;
    private static final double LENGTH = 0.5;

    public OfflineIndex {
        forms = new TreeMap<>(forms);
        postings = new TreeMap<>(postings);
    }

    /// What a term is worth in an article.
    ///
    /// @param article its place in the list
    /// @param worth in tenths
    public record Posting(int article, int worth) {}

    /// The index of articles, whose places in the list are their numbers.
    public static OfflineIndex of(List<Article> articles) {
        Map<String, String> forms = new HashMap<>();
        Map<String, Map<Integer, Double>> frequencies = new HashMap<>();
        double[] lengths = new double[articles.size()];
        for (int i = 0; i < lengths.length; i++) {
            for (Map.Entry<Fields.Weighted, String> field : texts(articles.get(i)).entrySet()) {
                lengths[i] += add(field.getValue(), field.getKey().weight(), i, forms, frequencies);
            }
        }
        double average = 0;
        for (double length : lengths) {
            average += length / Math.max(1, lengths.length);
        }
        Map<String, List<Posting>> postings = new HashMap<>();
        for (Map.Entry<String, Map<Integer, Double>> term : frequencies.entrySet()) {
            int having = term.getValue().size();
            double rarity = Math.log(1 + (lengths.length - having + 0.5) / (having + 0.5));
            List<Posting> of = new ArrayList<>();
            for (Map.Entry<Integer, Double> each : new TreeMap<>(term.getValue()).entrySet()) {
                double norm = SATURATION * (1 - LENGTH + LENGTH * lengths[each.getKey()] / average);
                double worth = rarity * each.getValue() / (each.getValue() + norm);
                of.add(new Posting(each.getKey(), (int) Math.max(1, Math.round(10 * worth))));
            }
            postings.put(term.getKey(), of);
        }
        return new OfflineIndex(forms, postings);
    }

    private static double add(
            String text,
            double weight,
            int article,
            Map<String, String> forms,
            Map<String, Map<Integer, Double>> frequencies) {
        List<Token> written = Tokens.of(text);
        List<Token> terms = new KnowledgeAnalyzer().terms(text);
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i).term();
            forms.putIfAbsent(written.get(i).term(), term);
            frequencies
                    .computeIfAbsent(term, key -> new HashMap<>())
                    .merge(article, weight, Double::sum);
        }
        return weight * terms.size();
    }

    private static Map<Fields.Weighted, String> texts(Article article) {
        Map<Fields.Weighted, String> texts = new HashMap<>();
        for (Fields.Weighted each : Fields.SEARCHED) {
            texts.put(
                    each,
                    switch (each.field()) {
                        case Fields.TITLE -> article.title() + "\n" + article.id();
                        case Fields.KEYWORDS -> String.join("\n", article.keywords());
                        case Fields.SUMMARY -> article.summary();
                        case Fields.ZH -> LibraryWriter.chinese(article);
                        case Fields.LINES ->
                                String.join("\n", PlainText.quoted(article.body(), "Symptom"));
                        default -> PlainText.of(article.body());
                    });
        }
        return texts;
    }
}
