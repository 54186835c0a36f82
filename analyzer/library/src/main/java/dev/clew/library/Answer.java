package dev.clew.library;

import dev.clew.model.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the library has on a question.
///
/// @param results the best one first
/// @param total how many there are beside those left out
public record Answer(List<Result> results, int total) {
    public Answer {
        results = List.copyOf(results);
    }

    /// An article that answers the question, or a signature without one.
    ///
    /// @param id of the article; of the signature where there is no article
    /// @param article null for a signature without one
    /// @param score comparable within one answer only
    /// @param share how much of what the question says is in the article, from 0 to 1; rare words
    ///   count more
    /// @param reasons why it was found, in words
    /// @param excerpts where it was found
    /// @param signatures of the article, those that fit best first
    /// @param recognised whether one of the signatures recognises the pasted line
    public record Result(
            String id,
            String title,
            @Nullable Article article,
            double score,
            double share,
            List<String> reasons,
            List<Excerpt> excerpts,
            List<KnownSignature> signatures,
            boolean recognised) {
        public Result {
            reasons = List.copyOf(reasons);
            excerpts = List.copyOf(excerpts);
            signatures = List.copyOf(signatures);
        }
    }

    /// A stretch of an article with the words that were looked for.
    ///
    /// @param field where it stands: `title`, `summary`, `keywords`, `lines`, `body`, `zh`
    public record Excerpt(String field, List<Piece> pieces) {
        public Excerpt {
            pieces = List.copyOf(pieces);
        }

        /// The stretch without marks.
        public String text() {
            return String.join("", pieces.stream().map(Piece::text).toList());
        }
    }

    /// Text that was looked for, or that stands between.
    public record Piece(String text, boolean hit) {}
}
