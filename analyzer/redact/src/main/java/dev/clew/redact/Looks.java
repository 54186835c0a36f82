package dev.clew.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a value looks like: made by a machine, a word, a path, the name of an object.
final class Looks {

    private static final int PLENTY = 16;

    private static final Set<String> WORDS =
            Set.of(
                    "true",
                    "false",
                    "null",
                    "nil",
                    "none",
                    "yes",
                    "no",
                    "on",
                    "off",
                    "enabled",
                    "disabled",
                    "required",
                    "optional",
                    "default",
                    "unset",
                    "empty",
                    "string",
                    "unknown",
                    "undefined",
                    "redacted",
                    "hidden",
                    "basic",
                    "bearer",
                    "file",
                    "auto",
                    "always",
                    "never",
                    "expected",
                    "invalid",
                    "failed",
                    "expired",
                    "missing",
                    "not",
                    "is",
                    "was",
                    "must",
                    "the",
                    "and",
                    "for",
                    "from",
                    "error",
                    "unauthorized",
                    "forbidden",
                    "denied",
                    "authentication",
                    "authorization",
                    "incorrect",
                    "n/a");

    private static final Pattern PLAIN_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?(/[a-z0-9._-]{1,253}){0,9}");
    private static final Pattern PATH =
            Pattern.compile("\\.{0,2}(?:/[A-Za-z0-9_.@{}$*-]{1,60}){1,30}/?");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\[?[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}\\]?(?::\\d{1,5})?(?:/\\d{1,3})?|\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d{1,5})?");
    private static final Pattern STAMP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:[T ].*)?|\\d{1,2}:\\d\\d(?::\\d\\d.*)?");
    private static final Pattern AMOUNT =
            Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[a-zA-Z]{1,3}|%)?(?:\\d+(?:ms|s|m|h))*");
    private static final Pattern OPEN =
            Pattern.compile("[<\\[{(*]+.*|\\$[({\\w].*|%[sdvqw+#].*|x{3,}|X{3,}|\\.{3,}|-+|:+.*");

    private Looks() {}

    /// Whether it stands for a value, or says that there is none.
    static boolean isOpen(String value) {
        return value.length() < 3
                || OPEN.matcher(value).matches()
                || WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    /// Whether it is no word of a sentence: digits among letters, marks inside, letters large and
    /// small without order.
    static boolean isMade(String value) {
        return value.length() >= 6 && isMixed(value) && !isPublic(value);
    }

    /// Whether it is the name of an object, in small letters, which may have a namespace before it.
    static boolean isPlainName(String value) {
        if (!PLAIN_NAME.matcher(value).matches()) {
            return false;
        }
        boolean joined =
                value.indexOf('-') >= 0 || value.indexOf('/') >= 0 || value.indexOf('.') >= 0;
        return joined || value.length() < PLENTY || digits(value) < 2;
    }

    /// Whether it is an address, a path, a time, or a size.
    static boolean isPublic(String value) {
        return value.contains("://")
                || ADDRESS.matcher(value).matches()
                || STAMP.matcher(value).matches()
                || AMOUNT.matcher(value).matches()
                || isPath(value);
    }

    static boolean isPath(String value) {
        return PATH.matcher(value).matches() && (value.length() < 20 || !isTangled(value));
    }

    /// Whether so much of it is without order that it can only be a key.
    static boolean isRandom(String value) {
        return value.length() >= 14
                && isMixed(value)
                && !isPublic(value)
                && distinct(value) >= 8
                && !isPlainWords(value);
    }

    private static boolean isPlainWords(String value) {
        return value.indexOf('-') >= 0 && isPlainName(value) && digits(value) < 4;
    }

    private static boolean isMixed(String value) {
        boolean digit = false;
        boolean letter = false;
        boolean mark = false;
        int turns = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            digit |= c >= '0' && c <= '9';
            letter |= Character.isLetter(c);
            mark |= i > 0 && "!#$%^&*~+@?".indexOf(c) >= 0;
            turns +=
                    i > 0 && Character.isUpperCase(c) && Character.isLowerCase(value.charAt(i - 1))
                            ? 1
                            : 0;
        }
        return letter && (digit || mark || (turns >= 3 && value.length() >= 12));
    }

    /// Whether large letters, small letters and digits are mixed, as in no path.
    static boolean isTangled(String value) {
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < value.length(); i++) {
            upper |= Character.isUpperCase(value.charAt(i));
            lower |= Character.isLowerCase(value.charAt(i));
        }
        return upper && lower && digits(value) > 0;
    }

    static int digits(String value) {
        int count = 0;
        for (int i = 0; i < value.length(); i++) {
            count += value.charAt(i) >= '0' && value.charAt(i) <= '9' ? 1 : 0;
        }
        return count;
    }

    private static int distinct(String value) {
        return (int) value.chars().distinct().count();
    }
}
