package dev.clew.redact;

import java.util.Arrays;
import java.util.BitSet;

/// What one quick look at a line tells: where words stand that may name a secret, which rules are
/// worth a try, and whether there are signs of anything else. Most lines have nothing.
final class Hints {

    /// Shortest run of the letters of base64 that may hide something.
    static final int RUN = 16;

    private static final int MOST_KEYS = 10_000;

    private int[] keys = new int[8];
    private int keyCount;
    private final BitSet rules = new BitSet();
    private boolean percent;
    private boolean run;

    private Hints() {}

    static Hints of(String line, RedactionRules rules) {
        Hints hints = new Hints();
        HintTable table = rules.table();
        int state = 0;
        int run = 0;
        int tight = 0;
        boolean digit = false;
        boolean made = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            run = isBase64(c) ? run + 1 : 0;
            hints.run |= run >= RUN;
            boolean number = c >= '0' && c <= '9';
            tight = number || (run > 0 && isLetter(c)) ? tight + 1 : 0;
            digit = tight > 0 && (digit || number);
            made |= digit && tight >= RUN;
            hints.percent |= c == '%';
            state = table.step(state, c);
            int[] found = table.found(state);
            for (int word : found) {
                hints.found(line, i, word, rules);
            }
        }
        hints.rules.or(rules.always());
        if (made) {
            hints.rules.or(rules.ofRuns());
        }
        return hints;
    }

    private void found(String line, int at, int word, RedactionRules all) {
        int length = all.nameLength(word);
        if (length == 0) {
            rules.or(all.ofHint(word));
            return;
        }
        int from = at - length + 1;
        boolean part =
                length <= 3
                        && ((from > 0
                                        && isSmall(line.charAt(from - 1))
                                        && isSmall(line.charAt(from)))
                                || (at + 1 < line.length()
                                        && isSmall(line.charAt(at + 1))
                                        && line.charAt(at + 1) != 's'));
        boolean ending = length <= 3 && line.charAt(from) == 'p' && endsName(line, at + 1);
        if ((!part || ending) && keyCount < MOST_KEYS) {
            if (keyCount == keys.length) {
                keys = Arrays.copyOf(keys, keyCount * 2);
            }
            keys[keyCount++] = from;
        }
    }

    private static boolean endsName(String line, int at) {
        return at < line.length() && "=: \"'>".indexOf(line.charAt(at)) >= 0;
    }

    private static boolean isLetter(char c) {
        return isSmall((char) (c | 0x20));
    }

    private static boolean isSmall(char c) {
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
