package dev.clew.redact;

import java.util.Arrays;

/// Tells whether what is encoded can be read as a text, without decoding more than that takes.
final class Readable {

    private static final int NONE = -1;
    private static final byte[] BASE64 =
            values("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static final byte[] HEX = values("0123456789abcdef");

    static {
        BASE64['-'] = BASE64['+'];
        BASE64['_'] = BASE64['/'];
        System.arraycopy(HEX, 'a', HEX, 'A', 6);
    }

    private Readable() {}

    private static byte[] values(String letters) {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) NONE);
        for (int i = 0; i < letters.length(); i++) {
            values[letters.charAt(i)] = (byte) i;
        }
        return values;
    }

    /// Whether it is a letter of base64, or of the one for URLs.
    static boolean isLetter(byte b) {
        return BASE64[b & 0xff] != NONE;
    }

    /// Whether letters of base64 say something that can be read.
    static boolean isBase64(byte[] bytes, int from, int to) {
        int most = (to - from) * 3 / 4 / 10;
        int odd = 0;
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            bits = bits << 6 | BASE64[bytes[i] & 0xff];
            held += 6;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                odd += isOdd(bits >> held & 0xff);
                if (odd > most) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether bytes in hexadecimal say something that can be read.
    static boolean isHex(byte[] bytes, int from, int to) {
        int most = (to - from) / 2 / 10;
        int odd = 0;
        for (int i = from; i + 1 < to; i += 2) {
            int high = HEX[bytes[i] & 0xff];
            int low = HEX[bytes[i + 1] & 0xff];
            if (high < 0 || low < 0) {
                return false;
            }
            odd += isOdd(high << 4 | low);
            if (odd > most) {
                return false;
            }
        }
        return true;
    }

    /// 1 if a byte is in no text.
    static int isOdd(int b) {
        return (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t' ? 0 : 1;
    }
}
