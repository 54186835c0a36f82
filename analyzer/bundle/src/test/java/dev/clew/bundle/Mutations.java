package dev.clew.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Damages valid input the way transport, terminals and attackers do. The same random numbers give
/// the same damage.
final class Mutations {

    /// What is made is cut at this length, so that a round takes bounded time.
    static final int LONGEST = 128 << 10;

    private static final List<String> NESTS =
            List.of("[", "{\"a\":", "- ", "{a: ", "((", "\"\\\\\"", "- - ", "\u001b[", "a:\n ");
    private static final List<String> RUNS =
            List.of(
                    "a.",
                    "a/",
                    ".(",
                    "A ",
                    "a=b ",
                    "1m",
                    " ",
                    "a",
                    "@:",
                    "(x1 over ",
                    "1",
                    "\n",
                    "\u001b]",
                    "│ ");
    private static final List<String> BROKEN =
            List.of("\0", "\u001b[31m", "\r", "\f", "\u0085", "\u2028", "\ufeff", "\t", "\"", "\\");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /// The bytes with up to four damages.
    byte[] damage(byte[] valid, byte[] other) {
        byte[] bytes = valid;
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, other);
        }
        return bytes.length > LONGEST ? java.util.Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    /// The bytes cut short, or with a few bits flipped.
    byte[] spoil(byte[] valid) {
        if (random.nextBoolean()) {
            return java.util.Arrays.copyOf(valid, random.nextInt(valid.length + 1));
        }
        byte[] bytes = valid.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int a = random.nextInt(bytes.length + 1);
        int b = random.nextInt(bytes.length + 1);
        int from = Math.min(a, b);
        int to = Math.max(a, b);
        return switch (random.nextInt(10)) {
            case 0 -> splice(bytes, from, to, new byte[0], 0);
            case 1 -> splice(bytes, to, bytes.length, new byte[0], 0);
            case 2 -> splice(bytes, to, to, slice(bytes, from, to), 1 + random.nextInt(20));
            case 3 -> {
                int end = Math.min(bytes.length, from + 1 + random.nextInt(12));
                yield splice(bytes, end, end, slice(bytes, from, end), random.nextInt(20_000));
            }
            case 4 -> splice(bytes, from, from, text(NESTS), 1 + random.nextInt(6_000));
            case 5 -> splice(bytes, from, from, text(BROKEN), 1 + random.nextInt(3));
            case 6 -> {
                byte[] junk = new byte[1 + random.nextInt(8)];
                random.nextBytes(junk);
                yield splice(bytes, from, from, junk, 1);
            }
            case 7 -> splice(bytes, from, to, other, 1);
            case 8 -> splice(bytes, from, from, text(RUNS), random.nextInt(20_000));
            default -> lineEnds(bytes);
        };
    }

    private byte[] text(List<String> texts) {
        return texts.get(random.nextInt(texts.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] lineEnds(byte[] bytes) {
        String[] ends = {"\r\n", " ", "\n\n", "\\n"};
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace("\n", ends[random.nextInt(ends.length)])
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /// The bytes with `[from, to)` replaced by so many copies of a part.
    private static byte[] splice(byte[] bytes, int from, int to, byte[] part, int copies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        for (int i = 0; i < copies && out.size() < LONGEST; i++) {
            out.writeBytes(part);
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
