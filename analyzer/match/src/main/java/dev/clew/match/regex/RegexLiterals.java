package dev.clew.match.regex;

import dev.clew.match.literal.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads off an expression the texts one of which is in everything it matches, so that those can be
/// looked for first.
///
/// Understands enough of the RE2 syntax to be sure, and gives nothing where it is not: a wrong
/// literal would lose matches.
public final class RegexLiterals {

    /// Texts that a part is taken to match exactly, at most: the choices of neighbours multiply.
    /// The letters and digits are few enough, in one letter case.
    private static final int MOST = 40;

    /// To look for one of more texts within a line takes longer than it saves.
    private static final int FEW = 16;

    /// A shorter text stands in most lines.
    private static final int TELLING = 3;

    /// Beyond this a text is rare enough.
    private static final int LONG = 16;

    /// Those whose shortest text is longer come first: that one decides how often a cover is found
    /// by chance. Each doubling of the texts to look for takes a letter off.
    private static final Comparator<List<String>> LONGER =
            Comparator.<List<String>>comparingInt(RegexLiterals::length)
                    .reversed()
                    .thenComparingInt(List::size);

    private final String source;
    private final Comparator<List<String>> better;
    private int at;

    private RegexLiterals(String source, Comparator<List<String>> better) {
        this.source = source;
        this.better = better;
    }

    private static int length(List<String> texts) {
        int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
        int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(texts.size());
        return Math.min(LONG, shortest) - doublings;
    }

    /// What a part of an expression guarantees.
    ///
    /// @param exact everything the part matches, or nothing if that is too much to list
    /// @param heads texts with one of which every match begins
    /// @param tails texts with one of which every match ends
    /// @param covers lists of texts; of each one text is in every match
    private record Part(
            Optional<Set<String>> exact,
            Set<String> heads,
            Set<String> tails,
            List<List<String>> covers) {
        static final Set<String> ANY = Set.of("");
        static final Part NOTHING = new Part(Optional.empty(), ANY, ANY, List.of());

        static Part exactly(Set<String> texts) {
            return new Part(
                    Optional.of(texts),
                    texts,
                    texts,
                    RegexLiterals.cover(texts).map(List::of).orElse(List.of()));
        }

        Optional<List<String>> best(Comparator<List<String>> better) {
            return covers.stream().min(better);
        }
    }

    /// Texts one of which is in everything the expression matches, the longest there are, or empty
    /// if it guarantees none. They are in lower case: the caller must look for them without regard
    /// to case, because the expression may.
    public static Optional<List<String>> of(String expression) {
        return of(expression, LONGER);
    }

    /// The same with a choice of one's own where several texts would do.
    ///
    /// @param better puts the texts first that are the better ones to look for
    public static Optional<List<String>> of(String expression, Comparator<List<String>> better) {
        return read(expression, better).best(better);
    }

    /// All there is to know: lists of texts, and of each list one text is in everything the
    /// expression matches. Texts too short to tell much are left out.
    public static List<List<String>> all(String expression) {
        return read(expression, LONGER).covers().stream()
                .filter(cover -> cover.size() <= FEW)
                .filter(cover -> cover.stream().allMatch(text -> text.length() >= TELLING))
                .distinct()
                .toList();
    }

    /// The same with the short and the long lists.
    public static List<List<String>> everyCover(String expression) {
        return List.copyOf(read(expression, LONGER).covers());
    }

    private static Part read(String expression, Comparator<List<String>> better) {
        RegexLiterals reader = new RegexLiterals(expression, better);
        Part whole = reader.alternatives();
        return reader.at == expression.length() ? whole : Part.NOTHING;
    }

    /// The texts without those that others are a part of, or nothing if one is empty.
    private static Optional<List<String>> cover(Set<String> texts) {
        if (texts.contains("")) {
            return Optional.empty();
        }
        return Optional.of(
                texts.stream()
                        .filter(text ->
                                texts.stream()
                                        .noneMatch(other ->
                                                !other.equals(text) && text.contains(other)))
                        .toList());
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
        Set<String> exact = new LinkedHashSet<>();
        Set<String> heads = new LinkedHashSet<>();
        Set<String> tails = new LinkedHashSet<>();
        boolean sure = true;
        boolean covered = true;
        for (Part branch : branches) {
            sure &= branch.exact().isPresent();
            covered &= !branch.covers().isEmpty();
            branch.exact().ifPresent(exact::addAll);
            heads.addAll(branch.heads());
            tails.addAll(branch.tails());
        }
        return new Part(
                sure && exact.size() <= MOST ? Optional.of(exact) : Optional.empty(),
                heads.size() <= MOST ? heads : Part.ANY,
                tails.size() <= MOST ? tails : Part.ANY,
                covered ? covers(branches) : List.of());
    }

    /// What is in every match of one of several branches, each of which guarantees something: the
    /// best of each, and what stands first and last in each.
    private List<List<String>> covers(List<Part> branches) {
        List<Function<List<List<String>>, List<String>>> choices =
                List.of(
                        covers -> covers.stream().min(better).orElseThrow(),
                        List::getFirst,
                        List::getLast);
        return choices.stream()
                .map(choice ->
                        branches.stream()
                                .flatMap(branch -> choice.apply(branch.covers()).stream())
                                .collect(Collectors.toCollection(LinkedHashSet::new)))
                .distinct()
                .flatMap(union -> cover(union).stream())
                .toList();
    }

    /// Gathers what the parts of a sequence guarantee.
    private static final class Sequence {
        private final List<List<String>> covers = new ArrayList<>();
        private final StringBuilder run = new StringBuilder();
        private Optional<Set<String>> heads = Optional.empty();
        private Set<String> ends = Part.ANY;
        private boolean whole = true;

        /// Goes on with a part that matches texts of which every one is known.
        void exactly(Set<String> texts) {
            if (texts.size() == 1) {
                run.append(texts.iterator().next());
            } else {
                flushRun();
            }
            boolean many = ends.size() * texts.size() > FEW;
            if (ends.size() > 1 && (many || texts.size() > FEW / 2)) {
                cover(ends).ifPresent(covers::add);
            }
            if (texts.size() > 1 && many) {
                cover(texts).ifPresent(covers::add);
            }
            if (ends.size() * texts.size() <= MOST) {
                Set<String> longer = new LinkedHashSet<>();
                for (String end : ends) {
                    texts.forEach(text -> longer.add(end + text));
                }
                ends = longer;
            } else {
                flushEnds();
                whole = false;
                ends = texts;
            }
        }

        /// Goes on with a part of which only so much is known.
        void partly(Part part) {
            exactly(part.heads());
            flushRun();
            flushEnds();
            whole = false;
            covers.addAll(part.covers());
            exactly(part.tails());
        }

        Part part() {
            flushRun();
            Set<String> all = ends;
            flushEnds();
            return new Part(
                    whole ? Optional.of(all) : Optional.empty(),
                    heads.orElse(all),
                    all,
                    List.copyOf(covers));
        }

        private void flushRun() {
            if (!run.isEmpty()) {
                covers.add(List.of(run.toString()));
                run.setLength(0);
            }
        }

        private void flushEnds() {
            cover(ends).ifPresent(covers::add);
            if (heads.isEmpty()) {
                heads = Optional.of(ends);
            }
            ends = Part.ANY;
        }
    }

    private Part sequence() {
        Sequence sequence = new Sequence();
        while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            Part part = atom();
            int from = at;
            int least = quantifier();
            String quantifier = source.substring(from, at);
            if (part.exact().isPresent() && quantifier.isEmpty()) {
                sequence.exactly(part.exact().get());
            } else if (part.exact().isPresent() && quantifier.startsWith("?")) {
                Set<String> maybe = new LinkedHashSet<>(part.exact().get());
                maybe.add("");
                sequence.exactly(maybe);
            } else {
                // "ab+c": what ends with the first b is sure, and what begins with the last
                sequence.partly(least == 0 ? Part.NOTHING : part);
            }
        }
        return sequence.part();
    }

    private Part atom() {
        char c = source.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characters();
            case '.', '^', '$' -> c == '.' ? Part.NOTHING : literal("");
            case '\\' -> escape();
            default -> literal(String.valueOf(c));
        };
    }

    private static Part literal(String text) {
        return Part.exactly(Set.of(Fold.lower(text)));
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
        return inner;
    }

    /// A class of characters. One of ASCII that has no more of them than letters and digits stands
    /// for each of them.
    private Part characters() {
        int from = at;
        skipClass();
        Set<String> each = new LinkedHashSet<>();
        return members(source.substring(from, at - 1), each) && each.size() <= MOST
                ? Part.exactly(each)
                : Part.NOTHING;
    }

    /// Adds what a class has, in lower case, and tells whether that is all of it.
    private static boolean members(String inside, Set<String> into) {
        if (inside.startsWith("^")) {
            return false;
        }
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '\\') {
                i++;
                c = inside.charAt(i);
                if (c == 'd' || c == 'w') {
                    shorthand(c, into);
                    continue;
                }
            }
            boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            char last = range ? inside.charAt(i + 2) : c;
            if (inside.startsWith("[:", i)
                    || last == '\\'
                    || last > '~'
                    || inside.charAt(i) != c && Character.isLetterOrDigit(c)) {
                return false;
            }
            add(c, last, into);
            i += range ? 2 : 0;
        }
        return true;
    }

    private static void shorthand(char c, Set<String> into) {
        add('0', '9', into);
        if (c == 'w') {
            add('a', 'z', into);
            into.add("_");
        }
    }

    private static void add(char first, char last, Set<String> into) {
        for (char c = first; c <= last; c++) {
            into.add(String.valueOf(Fold.lower(c)));
        }
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
        if (c == 'd' || c == 'w') {
            Set<String> each = new LinkedHashSet<>();
            shorthand(c, each);
            return Part.exactly(each);
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
