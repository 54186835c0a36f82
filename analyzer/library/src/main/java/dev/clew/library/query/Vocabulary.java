package dev.clew.library.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The words that the index knows.
public final class Vocabulary {

    private static final int SHORTEST_PREFIX = 3;
    private static final int SHORTEST_FUZZY = 4;
    private static final int TWO_EDITS = 8;
    private static final int LONGEST = 40;
    private static final int MOST = 6;
    private static final int MOST_LOOKED_AT = 200;

    private final IndexReader reader;
    private final String field;

    /// The words of a field.
    public Vocabulary(IndexReader reader, String field) {
        this.reader = reader;
        this.field = field;
    }

    /// A word that is like another.
    ///
    /// @param likeness up to 1
    public record Similar(String term, float likeness) {}

    boolean knows(String term) throws IOException {
        return reader.docFreq(new Term(field, term)) > 0;
    }

    /// The words most like one that is not known: longer ones that begin with it, and those it may
    /// be a misspelling of.
    List<Similar> similar(String term) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null
                || term.length() < SHORTEST_PREFIX
                || term.length() > LONGEST
                || !term.chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
            return List.of();
        }
        List<Similar> similar = new ArrayList<>();
        longer(terms, term, similar);
        if (term.length() >= SHORTEST_FUZZY) {
            misspelt(terms, term, similar);
        }
        similar.sort(
                Comparator.comparingDouble((Similar each) -> -each.likeness())
                        .thenComparing(Similar::term));
        return similar.subList(0, Math.min(MOST, similar.size()));
    }

    private static void longer(Terms terms, String term, List<Similar> similar) throws IOException {
        TermsEnum all = terms.iterator();
        BytesRef start = new BytesRef(term);
        if (all.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return;
        }
        int seen = 0;
        for (BytesRef each = all.term();
                each != null && StringHelper.startsWith(each, start) && seen < MOST_LOOKED_AT;
                each = all.next(), seen++) {
            similar.add(
                    new Similar(
                            each.utf8ToString(),
                            0.5f + 0.4f * term.length() / Math.max(term.length(), each.length)));
        }
    }

    private void misspelt(Terms terms, String term, List<Similar> similar) throws IOException {
        int edits = term.length() >= TWO_EDITS ? 2 : 1;
        FuzzyTermsEnum fuzzy = new FuzzyTermsEnum(terms, new Term(field, term), edits, 1, true);
        int seen = 0;
        for (BytesRef each = fuzzy.next();
                each != null && seen < MOST_LOOKED_AT;
                each = fuzzy.next(), seen++) {
            String word = each.utf8ToString();
            if (similar.stream().noneMatch(known -> known.term().equals(word))) {
                similar.add(new Similar(word, Math.min(0.95f, fuzzy.getBoost())));
            }
        }
    }
}
