package dev.clew.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Secrets that were seen, to be taken out wherever else they stand, plain or encoded. They are
/// only ever in memory. For use by several threads.
final class Known {

    private static final int MOST_BYTES = 96 << 20;
    private static final int SHORTEST = 8;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST = 4000;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final GramIndex forms = new GramIndex(SHORTEST);
    private final GramIndex names = new GramIndex(SHORTEST_NAME);
    private final Set<Long> seen = new HashSet<>();
    private final List<String> others = new ArrayList<>();
    private int[] origins = new int[64];
    private final List<Mark> marks = new ArrayList<>();
    private long leftOut;

    /// What stands for a secret.
    private record Mark(Kind kind, String instead) {}

    private final java.util.function.BiFunction<Kind, String, String> instead;

    /// @param instead what stands in the place of a value
    Known(java.util.function.BiFunction<Kind, String, String> instead) {
        this.instead = instead;
    }

    /// Remembers a secret, if it is long and odd enough not to be a word that stands elsewhere for
    /// itself.
    void learn(Kind kind, String value) {
        if (value.length() < SHORTEST || value.length() > LONGEST || !Looks.isMade(value)) {
            return;
        }
        long print = print(value);
        lock.writeLock().lock();
        try {
            if (!seen.add(print)) {
                return;
            }
            if (forms.bytes() > MOST_BYTES) {
                leftOut++;
                return;
            }
            int mark = mark(kind, instead.apply(kind, value));
            add(value, mark);
            for (String form : encoded(value)) {
                add(form, mark);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private int mark(Kind kind, String text) {
        Mark mark = new Mark(kind, text);
        if (marks.size() > Kind.values().length) {
            marks.add(mark);
            return marks.size() - 1;
        }
        int known = marks.indexOf(mark);
        if (known < 0) {
            marks.add(mark);
            return marks.size() - 1;
        }
        return known;
    }

    private void add(String form, int mark) {
        int number = forms.count();
        if (!forms.add(form)) {
            return;
        }
        if (number == origins.length) {
            origins = Arrays.copyOf(origins, number * 2);
        }
        origins[number] = mark;
    }

    /// Remembers a name, and what to write instead.
    void rename(String name, String other) {
        long print = print("host:" + name);
        lock.writeLock().lock();
        try {
            if (seen.add(print) && names.bytes() < MOST_BYTES && names.add(name)) {
                others.add(other);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static long print(String value) {
        long one = 1125899906842597L;
        for (int i = 0; i < value.length(); i++) {
            one = 31 * one + value.charAt(i);
            one ^= one >>> 31;
        }
        return one;
    }

    /// The ways in which a value stands in URLs, in JSON, in hex, and in base64, where what is
    /// around it shifts it by one or two bytes.
    private static Set<String> encoded(String value) {
        Set<String> all = new HashSet<>();
        String url = URLEncoder.encode(value, StandardCharsets.ISO_8859_1);
        all.add(url);
        all.add(url.replace("+", "%20"));
        all.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        all.add(HexFormat.of().formatHex(bytes));
        all.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = shift == 0 ? 0 : shift + 1;
            int to = shifted.length / 3 * 4;
            if (to - from >= SHORTEST) {
                String core = whole.substring(from, to);
                all.add(core);
                all.add(core.replace('+', '-').replace('/', '_'));
            }
        }
        all.removeIf(form -> form.length() < SHORTEST || form.equals(value));
        return all;
    }

    boolean isEmpty() {
        return forms.count() == 0 && names.count() == 0;
    }

    /// How many secrets could not be remembered, because there are too many.
    long leftOut() {
        return leftOut;
    }

    /// Whether a known secret may stand in the line `[from, to)`. It is if it does.
    boolean mayStand(byte[] bytes, int from, int to) {
        if (isEmpty()) {
            return false;
        }
        lock.readLock().lock();
        try {
            return forms.mayStand(bytes, from, to)
                    || (names.count() > 0 && names.mayStand(bytes, from, to));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Marks every known secret.
    void find(String line, Spans spans) {
        if (isEmpty()) {
            return;
        }
        lock.readLock().lock();
        try {
            if (forms.count() > 0) {
                forms.find(
                        line,
                        (text, from, to) -> {
                            Mark mark = marks.get(origins[text]);
                            spans.add(from, to, mark.kind(), mark.instead());
                        });
            }
            if (names.count() > 0) {
                names.find(
                        line,
                        (text, from, to) -> {
                            if (stands(line, from, to)) {
                                spans.add(from, to, Kind.HOST, others.get(text));
                            }
                        });
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /// A name of a host is not part of a longer word.
    private static boolean stands(String line, int from, int to) {
        return (from == 0 || !isWord(line.charAt(from - 1)))
                && (to == line.length() || !isWord(line.charAt(to)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
