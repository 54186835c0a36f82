package dev.clew.match;

import dev.clew.match.literal.Fold;
import dev.clew.match.shape.LineShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text in lower case that knows which groups of four characters stand in it, to tell in a few
/// nanoseconds of nearly every text that it is not a part.
final class FoldedText {

    private static final int GRAM = 4;
    private static final int MIX = 0x9E3779B9;
    private static final int BITS_FOR_EACH = 16;
    private static final int MOST_BITS = 1 << 20;

    private final String text;
    private final long[] grams;
    private final int shift;

    /// @param text in any letter case
    FoldedText(String text) {
        this.text = Fold.lower(text);
        int bits =
                Math.min(MOST_BITS, Integer.highestOneBit(64 + this.text.length()) * BITS_FOR_EACH);
        grams = new long[bits / Long.SIZE];
        shift = Integer.SIZE - Integer.numberOfTrailingZeros(bits);
        int gram = 0;
        for (int i = 0; i < this.text.length(); i++) {
            gram = next(gram, this.text.charAt(i));
            if (i >= GRAM - 1) {
                int bit = gram * MIX >>> shift;
                grams[bit >>> 6] |= 1L << bit;
            }
        }
    }

    /// The last characters, of which those before the last four leave no trace.
    private static int next(int gram, char c) {
        return gram << 8 ^ c;
    }

    /// A part to look for.
    static final class Part {
        private final String text;
        private final int first;
        private final int middle;
        private final int last;

        /// What of it stands in every text of a shape if it stands in one; null if all of it does.
        private final Part @Nullable [] pieces;

        /// @param text in any letter case
        Part(String text) {
            this.text = Fold.lower(text);
            List<String> fixed = LineShape.fixedParts(this.text);
            pieces = fixed.equals(List.of(this.text)) ? null : all(fixed);
            first = gram(0);
            middle = gram((this.text.length() - GRAM) / 2);
            last = gram(this.text.length() - GRAM);
        }

        static Part[] all(List<String> texts) {
            return texts.stream().map(Part::new).toArray(Part[]::new);
        }

        /// Whether it stands in all texts of a shape or in none.
        boolean isFixed() {
            return pieces == null;
        }

        private int gram(int at) {
            int gram = 0;
            for (int i = Math.max(0, at); i < Math.min(text.length(), at + GRAM); i++) {
                gram = next(gram, text.charAt(i));
            }
            return gram;
        }
    }

    boolean containsAny(Part[] parts) {
        for (Part part : parts) {
            if (contains(part)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(Part part) {
        return (part.text.length() < GRAM || has(part.middle) && has(part.first) && has(part.last))
                && text.contains(part.text);
    }

    /// Whether a text of the same shape may contain the part.
    boolean mayContain(Part part) {
        Part[] pieces = part.pieces;
        if (pieces == null) {
            return contains(part);
        }
        for (Part piece : pieces) {
            if (!contains(piece)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(int gram) {
        int bit = gram * MIX >>> shift;
        return (grams[bit >>> 6] >>> bit & 1) != 0;
    }
}
