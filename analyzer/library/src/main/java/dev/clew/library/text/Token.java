package dev.clew.library.text;

import java.util.Locale;

/// A term at a place of a text.
///
/// @param term in lower case
/// @param from where it begins in the text
/// @param to where it ends in the text
/// @param step 1 if it stands behind the term before it, 0 if it begins at the same place
public record Token(String term, int from, int to, int step, Kind kind) {

    /// What a term is.
    public enum Kind {
        /// A word that stands alone.
        WORD,
        /// A word inside a compound.
        PART,
        /// A compound written as one: `ipv4nativeroutingcidr` for all forms of that option.
        JOINED,
        /// Two Chinese characters side by side, or one that stands alone.
        HAN,
        /// A notion of the field that the text names in one of its forms.
        NOTION;

        /// The name Lucene knows it by.
        public String type() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofType(String type) {
            return valueOf(type.toUpperCase(Locale.ROOT));
        }
    }
}
