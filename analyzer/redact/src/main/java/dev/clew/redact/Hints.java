package dev.clew.redact;

/// Tells quickly of most lines that there is nothing to take out of them.
final class Hints {

    /// Shortest run of the letters of base64 that may hide something.
    static final int RUN = 16;

    private static final String[] WORDS = {
        "pass", "pwd", "psk", "secret", "token", "key", "auth", "cred", "cookie", "bearer", "conn",
        "docker", "begin", "eyj", "name"
    };
    private static final boolean[] FIRST = new boolean[128];

    static {
        for (String word : WORDS) {
            FIRST[word.charAt(0)] = true;
        }
    }

    private Hints() {}

    static boolean any(String line) {
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '@' || c == '%') {
                return true;
            }
            run = isBase64(c) ? run + 1 : 0;
            if (run >= RUN) {
                return true;
            }
            int lower = c | 0x20;
            if (lower < 128 && FIRST[lower] && startsWord(line, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWord(String line, int at) {
        for (String word : WORDS) {
            if (line.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
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
