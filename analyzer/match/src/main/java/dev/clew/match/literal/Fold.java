package dev.clew.match.literal;

import java.nio.charset.StandardCharsets;

/// Letter case, for ASCII only: log messages are English, and other letters are compared as they
/// are.
public final class Fold {

    private static final byte[] LOWER = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
    }

    private Fold() {}

    static byte lower(byte b) {
        return LOWER[b & 0xff];
    }

    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    public static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                StringBuilder folded = new StringBuilder(text);
                for (int j = i; j < folded.length(); j++) {
                    folded.setCharAt(j, lower(folded.charAt(j)));
                }
                return folded.toString();
            }
        }
        return text;
    }

    /// Whether a stretch of bytes begins with a text in lower case, in any letter case.
    public static boolean startsWith(byte[] bytes, int from, int to, byte[] text) {
        if (to - from < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (lower(bytes[from + i]) != text[i]) {
                return false;
            }
        }
        return true;
    }

    static byte[] bytes(String text) {
        return lower(text).getBytes(StandardCharsets.UTF_8);
    }
}
