package dev.clew.bundle.log;

/// Where the stamps of a line stand that its frames show: at its beginning, after the tags of a
/// container runtime, and as the value of `time`, `ts` and the like. Stamps within the words of a
/// program are none of these. For use by one thread, one line at a time.
final class LineStamps {

    private static final int STAMPS = 3;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /// Length of `2022-08-22T16:34:16` and of `0805 12:00:01`.
    private static final int ISO = 19;

    private static final int KLOG = 13;

    private final int[] starts = new int[STAMPS];
    private int size;
    private long hash;

    /// Looks at a line.
    void look(byte[] bytes, int from, int to) {
        size = 0;
        long sum = BASIS;
        int at = from;
        while (at < to) {
            int end = size < STAMPS && isDigit(bytes[at]) ? endOfStamp(bytes, from, at, to) : at;
            if (end > at) {
                starts[size++] = at - from;
                sum = (sum ^ 1) * PRIME;
                at = end;
                continue;
            }
            sum = (sum ^ bytes[at++]) * PRIME;
            sum ^= sum >>> 29;
        }
        hash = (sum ^ (to - from)) * PRIME;
    }

    /// The same for lines that differ in nothing but these stamps, and, as far as 64 bits go, for
    /// no others.
    long hash() {
        return hash;
    }

    /// How many stamps the line has.
    int size() {
        return size;
    }

    /// How far from the beginning of the line a stamp begins.
    int start(int stamp) {
        return starts[stamp];
    }

    /// Whether a line, by its first bytes, surely begins a record: it has the header of klog, or
    /// begins with a pair or an object, be it after the stamp and the tags of a container runtime.
    static boolean surelyBeginsRecord(byte[] bytes, int from, int to) {
        int at = from;
        if (at < to && isDigit(bytes[at])) {
            int tag = afterRuntime(bytes, at, to);
            if (tag < 0) {
                return false;
            }
            at = tag;
        }
        return isKlog(bytes, at, to)
                || startsWith(bytes, at, to, "time=\"")
                || startsWith(bytes, at, to, "time=2")
                || startsWith(bytes, at, to, "level=")
                || startsWith(bytes, at, to, "ts=")
                || startsWith(bytes, at, to, "{\"");
    }

    private int endOfStamp(byte[] bytes, int from, int at, int to) {
        if (isIso(bytes, at, to)
                && (at == from || isAfterTag(bytes, from, at) || isValueOfTime(bytes, from, at))) {
            return endOfIso(bytes, at, to);
        }
        int letter = at - 1;
        if (letter >= from
                && (letter == from || isAfterTag(bytes, from, letter))
                && isKlog(bytes, letter, to)) {
            return endOfDigits(bytes, at + KLOG, to);
        }
        return at;
    }

    /// Whether the tags of a container runtime stand between the first stamp and that place.
    private boolean isAfterTag(byte[] bytes, int from, int at) {
        return size == 1 && starts[0] == 0 && afterRuntime(bytes, from, at + 1) == at;
    }

    private static boolean isValueOfTime(byte[] bytes, int from, int at) {
        int end = at;
        while (end > from && (bytes[end - 1] == '"' || bytes[end - 1] == ' ')) {
            end--;
        }
        if (end == from || bytes[end - 1] != '=' && bytes[end - 1] != ':') {
            return false;
        }
        end--;
        while (end > from && bytes[end - 1] == '"') {
            end--;
        }
        int start = end;
        while (start > from && isLetter(bytes[start - 1])) {
            start--;
        }
        boolean apart =
                start == from
                        || bytes[start - 1] == ' '
                        || bytes[start - 1] == '"'
                        || bytes[start - 1] == '@';
        return apart
                && (is(bytes, start, end, "time")
                        || is(bytes, start, end, "ts")
                        || is(bytes, start, end, "t")
                        || is(bytes, start, end, "timestamp"));
    }

    /// Behind `2022-08-22T16:34:16.123Z stderr F `, or -1 if the line does not begin so.
    private static int afterRuntime(byte[] bytes, int at, int to) {
        if (!isIso(bytes, at, to)) {
            return -1;
        }
        int end = endOfIso(bytes, at, to);
        boolean tagged =
                startsWith(bytes, end, to, " stdout F ")
                        || startsWith(bytes, end, to, " stderr F ");
        return tagged ? end + " stdout F ".length() : -1;
    }

    private static boolean isIso(byte[] bytes, int at, int to) {
        return at + ISO <= to
                && bytes[at + 4] == '-'
                && bytes[at + 7] == '-'
                && (bytes[at + 10] == 'T' || bytes[at + 10] == ' ')
                && bytes[at + 13] == ':'
                && bytes[at + 16] == ':'
                && isDigit(bytes[at + 18]);
    }

    /// The fraction and the zone belong to the stamp, but not one that differs in form.
    private static int endOfIso(byte[] bytes, int at, int to) {
        int end = at + ISO;
        if (end < to && (bytes[end] == '.' || bytes[end] == ',')) {
            end = endOfDigits(bytes, end, to);
        }
        return end < to && bytes[end] == 'Z' ? end + 1 : end;
    }

    private static boolean isKlog(byte[] bytes, int at, int to) {
        return at + 1 + KLOG <= to
                && (bytes[at] == 'I' || bytes[at] == 'W' || bytes[at] == 'E' || bytes[at] == 'F')
                && isDigit(bytes[at + 1])
                && isDigit(bytes[at + 4])
                && bytes[at + 5] == ' '
                && bytes[at + 8] == ':'
                && bytes[at + 11] == ':'
                && isDigit(bytes[at + 13]);
    }

    /// Behind the digits of a fraction, or where it would begin.
    private static int endOfDigits(byte[] bytes, int at, int to) {
        int end = at;
        if (end < to && (bytes[end] == '.' || bytes[end] == ',')) {
            end++;
            while (end < to && isDigit(bytes[end])) {
                end++;
            }
        }
        return end;
    }

    private static boolean startsWith(byte[] bytes, int at, int to, String text) {
        return at + text.length() <= to && is(bytes, at, at + text.length(), text);
    }

    private static boolean is(byte[] bytes, int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
