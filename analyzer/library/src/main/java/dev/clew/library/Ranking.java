package dev.clew.library;

import dev.clew.library.query.Term;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/// How much a document has to do with a question.
final class Ranking {

    /// How often a word stands in a document matters less than with long texts, and so does their
    /// length.
    static final Similarity SIMILARITY = new BM25Similarity(0.9f, 0.5f);

    private static final float SIDE_BY_SIDE = 0.25f;
    private static final float SIDE_BY_SIDE_IN_TITLE = 0.5f;

    private Ranking() {}

    /// What the index is asked: any of the words, in any of the fields, better side by side.
    static Query query(List<Term> terms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Term before = null;
        for (Term term : terms) {
            CombinedFieldQuery.Builder word = new CombinedFieldQuery.Builder(term.text());
            Fields.SEARCHED.forEach(each -> word.addField(each.field(), each.weight()));
            query.add(new BoostQuery(word.build(), term.weight()), Occur.SHOULD);
            if (before != null && term.place() == before.place() + 1 && before.place() >= 0) {
                pair(query, Fields.ALL, before, term, SIDE_BY_SIDE);
                pair(query, Fields.TITLE, before, term, SIDE_BY_SIDE_IN_TITLE);
            }
            if (term.place() >= 0) {
                before = term;
            }
        }
        return query.build();
    }

    private static void pair(
            BooleanQuery.Builder query, String field, Term one, Term other, float weight) {
        query.add(
                new BoostQuery(
                        new PhraseQuery(1, field, one.text(), other.text()),
                        weight * Math.min(one.weight(), other.weight())),
                Occur.SHOULD);
    }
}
