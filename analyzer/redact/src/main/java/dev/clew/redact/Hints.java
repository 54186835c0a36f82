package dev.clew.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.BitSet;

/// What one quick look at a line tells: where words stand that may name a secret, which rules are
/// worth a try, and whether there are signs of anything else. Most lines have nothing.
final class Hints {

    /// Shortest run of the letters of base64 that may hide something.
    static final int RUN = 16;

    private static final int MOST_KEYS = 10_000;

    private static final int BASE64 = 1;
    private static final int WORD = 1 << 1;
    private static final int DIGIT = 1 << 2;
    private static final int PERCENT = 1 << 3;
    private static final int HIDING = 1 << 4;
    private static final byte[] SORTS = sorts();

    private int[] keys = new int[8];
    private int keyCount;
    private final BitSet rules = new BitSet();
    private boolean percent;
    private boolean run;
    private boolean quiet = true;

    private Hints() {}

    private static byte[] sorts() {
        byte[] sorts = new byte[256];
        for (char c = 0; c < sorts.length; c++) {
            boolean number = c >= '0' && c <= '9';
            sorts[c] |= (byte) (isBase64(c) ? BASE64 : 0);
            sorts[c] |= (byte) (number || isLetter(c) ? WORD : 0);
            sorts[c] |= (byte) (number ? DIGIT : 0);
            sorts[c] |= (byte) (c == '%' ? PERCENT : 0);
            sorts[c] |= (byte) (Cleaned.mayHide(c) ? HIDING : 0);
        }
        return sorts;
    }

    static Hints of(String line, RedactionRules rules) {
        byte[] bytes = line.getBytes(ISO_8859_1);
        return of(bytes, 0, bytes.length, rules);
    }

    /// A look at the line `[from, to)`.
    static Hints of(byte[] line, int from, int to, RedactionRules rules) {
        Hints hints = new Hints();
        HintTable table = rules.table();
        int state = 0;
        int run = 0;
        int longest = 0;
        int word = 0;
        int digits = 0;
        int made = 0;
        int all = 0;
        for (int i = from; i < to; i++) {
            byte b = line[i];
            int sort = SORTS[b & 0xff];
            all |= sort;
            run = (run + 1) & -(sort & BASE64);
            longest = Math.max(longest, run);
            int within = -(sort >> 1 & 1);
            word = (word + 1) & within;
            digits = (digits + (sort >> 2 & 1)) & within;
            made |= (RUN - 1 - word) & -digits; // negative for a long word with digits
            state = table.step(state, b);
            if (state < 0) {
                state = ~state;
                for (int found : table.found(state)) {
                    hints.found(line, from, to, i, found, rules);
                }
            }
        }
        hints.percent = (all & PERCENT) != 0;
        hints.run = longest >= RUN;
        hints.rules.or(rules.always());
        if (made < 0) {
            hints.rules.or(rules.ofRuns());
        }
        hints.quiet &=
                hints.keyCount == 0
                        && hints.rules.isEmpty()
                        && (all & PERCENT) == 0
                        && !((all & HIDING) != 0 && Cleaned.mayBeNeeded(line, from, to))
                        && !mayOpen(line, from, to)
                        && !(hints.run && Encoded.mayHold(line, from, to));
        return hints;
    }

    /// Whether a line looks as those of YAML or JSON do whose value stands below, or as those of a
    /// private key.
    private static boolean mayOpen(byte[] line, int from, int to) {
        int first = from;
        int last = to - 1;
        while (last > first && line[last] >= 0 && line[last] <= ' ') {
            last--;
        }
        while (first < last && line[first] >= 0 && line[first] <= ' ') {
            first++;
        }
        int length = last - first + 1;
        return last >= from
                && (line[last] == ':'
                        || line[last] == '{'
                        || line[last] == '|'
                        || PrivateKeyLines.isFull(length));
    }

    private void found(byte[] line, int begin, int end, int at, int word, RedactionRules all) {
        if (all.isOpening(word)) {
            quiet = false;
            return;
        }
        int length = all.nameLength(word);
        if (length == 0) {
            rules.or(all.ofHint(word));
            return;
        }
        if (all.isWeak(word) && at + 1 < end && isSmall(line[at + 1]) && line[at + 1] != 's') {
            return; // authorization, keyboard
        }
        int from = at - length + 1;
        boolean part =
                length <= 3
                        && ((from > begin && isSmall(line[from - 1]) && isSmall(line[from]))
                                || (at + 1 < end && isSmall(line[at + 1]) && line[at + 1] != 's'));
        boolean ending =
                length <= 3
                        && line[from] == 'p'
                        && at + 1 < end
                        && "=: \"'>".indexOf(line[at + 1]) >= 0;
        if ((!part || ending) && keyCount < MOST_KEYS) {
            if (keyCount == keys.length) {
                keys = Arrays.copyOf(keys, keyCount * 2);
            }
            keys[keyCount++] = from - begin;
        }
    }

    private static boolean isLetter(char c) {
        return isSmall(c | 0x20);
    }

    private static boolean isSmall(int c) {
        return c >= 'a' && c <= 'z';
    }

    /// Where words begin that may name a secret.
    int[] keys() {
        return Arrays.copyOf(keys, keyCount);
    }

    boolean hasKeys() {
        return keyCount > 0;
    }

    /// The rules that may match.
    BitSet rules() {
        return rules;
    }

    boolean hasPercent() {
        return percent;
    }

    /// Whether there is a run of the letters of base64.
    boolean hasRun() {
        return run;
    }

    /// Whether nothing in the line calls for a closer look, if nothing goes on from those before.
    boolean isQuiet() {
        return quiet;
    }

    boolean any() {
        return keyCount > 0 || percent || run || !rules.isEmpty();
    }

    static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }
}
