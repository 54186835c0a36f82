package dev.clew.library;

import dev.clew.library.query.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/// Which documents have which words of a question.
final class Cover {

    private final List<Had> terms;
    private final double all;

    /// Where a term stands.
    ///
    /// @param documents those that have the term
    /// @param worth of the term: rare ones more
    private record Had(BitSet documents, double worth) {}

    private Cover(List<Had> terms) {
        this.terms = terms;
        this.all = terms.stream().mapToDouble(Had::worth).sum();
    }

    static Cover of(List<Term> terms, IndexReader reader) throws IOException {
        List<Had> all = new ArrayList<>();
        for (Term term : terms) {
            BitSet having = having(term.text(), reader);
            all.add(
                    new Had(
                            having,
                            term.weight()
                                    * Math.log(
                                            1 + reader.maxDoc() / (having.cardinality() + 0.5))));
        }
        return new Cover(all);
    }

    private static BitSet having(String term, IndexReader reader) throws IOException {
        BitSet having = new BitSet(reader.maxDoc());
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings =
                    leaf.reader()
                            .postings(
                                    new org.apache.lucene.index.Term(Fields.ALL, term),
                                    PostingsEnum.NONE);
            if (postings != null) {
                for (int document = postings.nextDoc();
                        document != DocIdSetIterator.NO_MORE_DOCS;
                        document = postings.nextDoc()) {
                    having.set(leaf.docBase + document);
                }
            }
        }
        return having;
    }

    /// How much of the question a document has, from 0 to 1.
    double share(int document) {
        double had = 0;
        for (Had term : terms) {
            had += term.documents().get(document) ? term.worth() : 0;
        }
        return all == 0 ? 0 : had / all;
    }

    /// Whether a document has the term of that place.
    boolean has(int document, int term) {
        return terms.get(term).documents().get(document);
    }
}
