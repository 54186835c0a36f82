package dev.clew.library;

import dev.clew.model.Severity;
import dev.clew.model.Version;
import org.jspecify.annotations.Nullable;

/// What a person looks for.
///
/// @param words as they were typed or pasted
/// @param area only articles of this folder; null for all
/// @param component only what has to do with this program; null for all
/// @param cilium only what applies to this version of Cilium; null for all
/// @param severity only articles with a signature at least that bad; null for all
/// @param most how many results to give, at least 1
public record Question(
        String words,
        @Nullable String area,
        @Nullable String component,
        @Nullable Version cilium,
        @Nullable Severity severity,
        int most) {

    /// How many characters of the words are looked at.
    public static final int LONGEST = 4000;

    public Question {
        words = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        most = Math.max(1, most);
    }

    /// A question without conditions.
    public static Question of(String words, int most) {
        return new Question(words, null, null, null, null, most);
    }

    boolean hasConditions() {
        return area != null || component != null || cilium != null || severity != null;
    }
}
