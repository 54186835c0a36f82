package dev.clew.library;

import dev.clew.library.Answer.Excerpt;
import dev.clew.library.Answer.Piece;
import dev.clew.library.query.Term;
import dev.clew.library.text.KnowledgeAnalyzer;
import dev.clew.library.text.PlainText;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/// Finds the stretches of an article that the words of a question stand in.
final class Excerpts {

    private static final int LENGTH = 140;
    private static final int LONGEST = 170;
    private static final int BEFORE = 60;

    private final KnowledgeAnalyzer analyzer;

    Excerpts(KnowledgeAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /// The best stretch of each field that has any of the words.
    List<Excerpt> of(Article article, List<Term> terms) throws IOException {
        if (terms.isEmpty()) {
            return List.of();
        }
        UnifiedHighlighter highlighter =
                UnifiedHighlighter.builderWithoutSearcher(analyzer)
                        .withFormatter(new Pieces())
                        .withBreakIterator(() ->
                                LengthGoalBreakIterator.createClosestToLength(
                                        BreakIterator.getSentenceInstance(Locale.ROOT),
                                        LENGTH,
                                        0.5f))
                        .withMaxNoHighlightPassages(0)
                        .build();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Fields.TITLE, article.title());
        texts.put(Fields.SUMMARY, article.summary());
        texts.put(Fields.KEYWORDS, String.join(", ", article.keywords()));
        Translation chinese = article.translations().get("zh");
        texts.put(Fields.ZH, chinese == null ? "" : chinese.title() + " " + chinese.summary());
        texts.put(
                Fields.TEXT,
                PlainText.of(article.body()).replaceAll("\\((?:\\.\\./)*[\\w/-]+\\.md\\)", ""));
        List<Excerpt> excerpts = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getValue().isEmpty()) {
                continue;
            }
            Object pieces =
                    highlighter.highlightWithoutSearcher(
                            text.getKey(), query(text.getKey(), terms), text.getValue(), 1);
            if (pieces instanceof Excerpt excerpt
                    && excerpt.pieces().stream().anyMatch(Piece::hit)) {
                excerpts.add(new Excerpt(text.getKey(), excerpt.pieces()));
            }
        }
        return excerpts;
    }

    private static Query query(String field, List<Term> terms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Term term : terms) {
            query.add(
                    new TermQuery(new org.apache.lucene.index.Term(field, term.text())),
                    Occur.SHOULD);
        }
        return query.build();
    }

    /// Cuts passages at the words that were found.
    private static final class Pieces extends PassageFormatter {
        @Override
        public Excerpt format(Passage[] passages, String content) {
            List<Piece> pieces = new ArrayList<>();
            for (Passage passage : passages) {
                int done = passage.getStartOffset();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    int from = Math.max(done, passage.getMatchStarts()[i]);
                    int to = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
                    if (to > from) {
                        add(pieces, content.substring(done, from), false);
                        add(pieces, content.substring(from, to), true);
                        done = to;
                    }
                }
                add(pieces, content.substring(done, passage.getEndOffset()), false);
            }
            return new Excerpt("", around(pieces));
        }

        /// The words before and behind the first find, no more than a line or two.
        private static List<Piece> around(List<Piece> pieces) {
            List<Piece> around = new ArrayList<>();
            int left = LONGEST;
            boolean hit = false;
            for (Piece piece : pieces) {
                if (left <= 0) {
                    break;
                }
                String text = piece.text();
                if (!hit && !piece.hit() && text.length() > BEFORE) {
                    int from = text.indexOf(' ', text.length() - BEFORE);
                    text = from < 0 ? text : "…" + text.substring(from);
                }
                if (text.length() > left && !piece.hit()) {
                    int to = text.lastIndexOf(' ', left);
                    around.add(new Piece(text.substring(0, Math.max(0, to)) + " …", false));
                    break;
                }
                around.add(new Piece(text, piece.hit()));
                left -= text.length();
                hit |= piece.hit();
            }
            return around;
        }

        private static void add(List<Piece> pieces, String text, boolean hit) {
            String words = text.replaceAll("\\s+", " ");
            if (hit && !pieces.isEmpty() && pieces.getLast().hit()) {
                pieces.add(new Piece(pieces.removeLast().text() + words, true));
            } else if (!words.isEmpty()) {
                pieces.add(new Piece(words, hit));
            }
        }
    }
}
