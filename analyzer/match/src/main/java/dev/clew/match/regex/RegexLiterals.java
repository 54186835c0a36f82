package dev.clew.match.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads off an expression the texts one of which is in everything it matches, so that those can be
/// looked for first.
///
/// Understands enough of the RE2 syntax to be sure, and gives nothing where it is not: a wrong
/// literal would lose matches.
public final class RegexLiterals {

    /// Those whose shortest text is longer come first: that one decides how often a cover is found
    /// by chance.
    private static final Comparator<List<String>> LONGER =
            Comparator.comparingInt(
                    texts -> -texts.stream().mapToInt(String::length).min().orElse(0));

    private final String source;
    private final Comparator<List<String>> better;
    private int at;

    private RegexLiterals(String source, Comparator<List<String>> better) {
        this.source = source;
        this.better = better;
    }

    /// What a part of an expression guarantees.
    ///
    /// @param runs texts that are all in every match
    /// @param whole whether the part matches exactly its only run, so that neighbours may join it
    /// @param cover texts one of which is in every match, or null if the part guarantees none
    private record Part(List<String> runs, boolean whole, Optional<List<String>> cover) {
        static final Part NOTHING = new Part(List.of(), false, Optional.empty());
    }

    /// Texts one of which is in everything the expression matches, the longest there are, or empty
    /// if it guarantees none. Letter case is as written; the caller must look for them without
    /// regard to case, because the expression may.
    public static Optional<List<String>> of(String expression) {
        return of(expression, LONGER);
    }

    /// The same with a choice of one's own where several texts would do.
    ///
    /// @param better puts the texts first that are the better ones to look for
    public static Optional<List<String>> of(String expression, Comparator<List<String>> better) {
        RegexLiterals reader = new RegexLiterals(expression, better);
        Optional<List<String>> cover = reader.alternatives().cover();
        return reader.at == expression.length() ? cover : Optional.empty();
    }

    private Part alternatives() {
        List<Part> branches = new ArrayList<>();
        branches.add(sequence());
        while (at < source.length() && source.charAt(at) == '|') {
            at++;
            branches.add(sequence());
        }
        if (branches.size() == 1) {
            return branches.getFirst();
        }
        List<String> union = new ArrayList<>();
        for (Part branch : branches) {
            if (branch.cover().isEmpty()) {
                return Part.NOTHING;
            }
            union.addAll(branch.cover().get());
        }
        return new Part(List.of(), false, Optional.of(union));
    }

    private Part sequence() {
        List<List<String>> covers = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean whole = true;
        while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            Part part = atom();
            int from = at;
            int least = quantifier();
            boolean quantified = at != from;
            if (least == 0) {
                part = Part.NOTHING;
            }
            if (part.whole() && !quantified) {
                run.append(part.runs().getFirst());
                continue;
            }
            whole = false;
            if (part.whole()) {
                run.append(part.runs().getFirst());
            }
            flush(run, runs);
            if (part.whole()) {
                // "ab+" ends one run with its first b, and what follows begins another after its
                // last.
                continue;
            }
            part.cover().ifPresent(covers::add);
        }
        flush(run, runs);
        runs.forEach(text -> covers.add(List.of(text)));
        if (whole) {
            String text = runs.isEmpty() ? "" : runs.getFirst();
            return new Part(
                    List.of(text),
                    true,
                    text.isEmpty() ? Optional.empty() : Optional.of(List.of(text)));
        }
        return new Part(List.of(), false, covers.stream().min(better));
    }

    private static void flush(StringBuilder run, List<String> runs) {
        if (!run.isEmpty()) {
            runs.add(run.toString());
            run.setLength(0);
        }
    }

    private Part atom() {
        char c = source.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                skipClass();
                yield Part.NOTHING;
            }
            case '.', '^', '$' -> c == '.' ? Part.NOTHING : literal("");
            case '\\' -> escape();
            default -> literal(String.valueOf(c));
        };
    }

    private static Part literal(String text) {
        return new Part(
                List.of(text),
                true,
                text.isEmpty() ? Optional.empty() : Optional.of(List.of(text)));
    }

    private Part group() {
        if (source.startsWith("?", at)) {
            int close = source.indexOf(')', at);
            int colon = source.indexOf(':', at);
            if (source.startsWith("?<", at) || source.startsWith("?P<", at)) {
                at = source.indexOf('>', at) + 1;
            } else if (colon >= 0 && colon < close) {
                at = colon + 1;
            } else {
                at = close + 1; // flags for the rest, such as (?i)
                return literal("");
            }
        }
        Part inner = alternatives();
        at++; // the closing parenthesis; the compiler has already seen that it is there
        return inner.whole() ? new Part(inner.runs(), true, inner.cover()) : inner;
    }

    private void skipClass() {
        if (source.startsWith("^", at)) {
            at++;
        }
        if (source.startsWith("]", at)) {
            at++;
        }
        while (at < source.length() && source.charAt(at) != ']') {
            if (source.startsWith("[:", at)) {
                at = source.indexOf(":]", at) + 2;
            } else {
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
    }

    private Part escape() {
        char c = source.charAt(at++);
        if (c == 'b' || c == 'B' || c == 'A' || c == 'z') {
            return literal("");
        }
        if (c == 'Q') {
            int end = source.indexOf("\\E", at);
            String text = end < 0 ? source.substring(at) : source.substring(at, end);
            at = end < 0 ? source.length() : end + 2;
            return literal(text);
        }
        if (Character.isLetterOrDigit(c)) {
            if ((c == 'p' || c == 'P' || c == 'x') && source.startsWith("{", at)) {
                at = source.indexOf('}', at) + 1;
            } else if (c == 'p' || c == 'P') {
                at++;
            } else if (c == 'x') {
                at += 2;
            }
            return Part.NOTHING;
        }
        return literal(String.valueOf(c));
    }

    /// Passes a quantifier, if one is there, and gives the least number of times it asks for.
    private int quantifier() {
        if (at >= source.length()) {
            return 1;
        }
        int least = 1;
        switch (source.charAt(at)) {
            case '*', '?' -> {
                least = 0;
                at++;
            }
            case '+' -> at++;
            case '{' -> {
                int close = source.indexOf('}', at);
                String inside = close < 0 ? "" : source.substring(at + 1, close);
                if (!inside.matches("\\d+(,\\d*)?")) {
                    return 1; // a brace that stands for itself is read as a literal next
                }
                least = Integer.parseInt(inside.split(",", -1)[0]);
                at = close + 1;
            }
            default -> {
                return 1;
            }
        }
        if (at < source.length() && source.charAt(at) == '?') {
            at++;
        }
        return least;
    }
}
