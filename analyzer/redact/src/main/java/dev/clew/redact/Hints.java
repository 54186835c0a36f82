package dev.clew.redact;

import java.util.Arrays;

/// What one quick look at a line tells: where words stand that may name a secret, and whether there
/// are signs of anything else. Most lines have nothing.
final class Hints {

    /// Shortest run of the letters of base64 that may hide something.
    static final int RUN = 16;

    private static final int MOST_KEYS = 10_000;

    /// How words begin that [Keyed] knows.
    private static final String[] KEYS = {
        "pass",
        "pwd",
        "psk",
        "token",
        "api",
        "access",
        "secret",
        "private",
        "account",
        "encryption",
        "signing",
        "key",
        "docker",
        "connection",
        "pre",
        "credential",
        "auth"
    };

    private static final boolean[] PAIRS = new boolean[1 << 14];

    static {
        for (String key : KEYS) {
            PAIRS[key.charAt(0) << 7 | key.charAt(1)] = true;
        }
    }

    private int[] keys = new int[8];
    private int keyCount;
    private boolean at;
    private boolean percent;
    private boolean run;
    private boolean url;

    private Hints() {}

    static Hints of(String line) {
        Hints hints = new Hints();
        int run = 0;
        int before = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            run = isBase64(c) ? run + 1 : 0;
            hints.run |= run >= RUN;
            int lower = c >= 'A' && c <= 'Z' ? c | 0x20 : c & 0x7f;
            if (PAIRS[before << 7 | lower]) {
                hints.key(line, i - 1);
            }
            before = lower;
            switch (c) {
                case '@' -> hints.at = true;
                case '%' -> hints.percent = true;
                case '/' ->
                        hints.url |=
                                i > 1 && line.charAt(i - 1) == '/' && line.charAt(i - 2) == ':';
                default -> {
                    // says nothing
                }
            }
        }
        return hints;
    }

    private void key(String line, int at) {
        for (String key : KEYS) {
            if (keyCount < MOST_KEYS && line.regionMatches(true, at, key, 0, key.length())) {
                if (keyCount == keys.length) {
                    keys = Arrays.copyOf(keys, keyCount * 2);
                }
                keys[keyCount++] = at;
                return;
            }
        }
    }

    /// Where words begin that may name a secret.
    int[] keys() {
        return Arrays.copyOf(keys, keyCount);
    }

    boolean hasKeys() {
        return keyCount > 0;
    }

    boolean hasAt() {
        return at;
    }

    boolean hasPercent() {
        return percent;
    }

    /// Whether there is a run of the letters of base64.
    boolean hasRun() {
        return run;
    }

    boolean hasUrl() {
        return url;
    }

    boolean any(String line) {
        return hasKeys()
                || at
                || percent
                || run
                || url
                || line.contains("ookie")
                || hasBearer(line);
    }

    static boolean hasBearer(String line) {
        return line.contains("earer") || line.contains("EARER");
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
