package dev.clew.packs.signed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version by the rules of Semantic Versioning 2.0.0: `1.4.0`, `2.0.0-rc.1+build.7`.
public final class SemVer implements Comparable<SemVer> {

    private static final String NUMBER = "(0|[1-9]\\d{0,8})";
    private static final Pattern SHAPE =
            Pattern.compile(
                    NUMBER
                            + "\\."
                            + NUMBER
                            + "\\."
                            + NUMBER
                            + "(?:-([0-9A-Za-z-]{1,40}(?:\\.[0-9A-Za-z-]{1,40}){0,5}))?(?:\\+[0-9A-Za-z.-]{1,100})?");

    private final String text;
    private final int[] numbers;
    private final String before;

    private SemVer(String text, int[] numbers, String before) {
        this.text = text;
        this.numbers = numbers;
        this.before = before;
    }

    /// Reads a version, or gives empty if the text is none.
    public static Optional<SemVer> of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(matcher.group(i + 1));
        }
        String before = matcher.group(4);
        return Optional.of(new SemVer(text, numbers, before == null ? "" : before));
    }

    @Override
    public int compareTo(SemVer other) {
        for (int i = 0; i < numbers.length; i++) {
            int order = Integer.compare(numbers[i], other.numbers[i]);
            if (order != 0) {
                return order;
            }
        }
        if (before.isEmpty() || other.before.isEmpty()) {
            return Boolean.compare(before.isEmpty(), other.before.isEmpty());
        }
        String[] own = before.split("\\.", -1);
        String[] others = other.before.split("\\.", -1);
        for (int i = 0; i < Math.min(own.length, others.length); i++) {
            int order = part(own[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(own.length, others.length);
    }

    /// Numbers by their size and before words; words as text.
    private static int part(String one, String other) {
        boolean number = one.matches("\\d{1,9}");
        boolean otherNumber = other.matches("\\d{1,9}");
        if (number && otherNumber) {
            return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
        }
        return number || otherNumber ? Boolean.compare(otherNumber, number) : one.compareTo(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SemVer version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return numbers[0] * 961 + numbers[1] * 31 + numbers[2];
    }

    @Override
    public String toString() {
        return text;
    }
}
