package dev.clew.match.regex;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes an expression of the RE2 syntax apart. Gives nothing where it meets what it does not know
/// for sure, such as classes of Unicode: those expressions are left to RE2/J.
final class SyntaxReader {

    private static final int DEEPEST = 100;

    private final String source;
    private int at;
    private int depth;
    private boolean named;

    // flags, as they stand at this place
    private boolean anyCase;
    private boolean lines;
    private boolean dotAll = true;

    private SyntaxReader(String source) {
        this.source = source;
    }

    /// An expression that was taken apart.
    ///
    /// @param named whether it has named groups
    record Parsed(Syntax syntax, boolean named) {}

    /// Takes apart an expression that RE2/J accepts, `.` matching line ends too.
    static Optional<Parsed> read(String source) {
        SyntaxReader reader = new SyntaxReader(source);
        try {
            Syntax whole = reader.alternatives();
            return reader.at == source.length()
                    ? Optional.of(new Parsed(whole, reader.named))
                    : Optional.empty();
        } catch (Unknown | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Something that only RE2/J knows.
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown() {
            super("left to RE2/J", null, false, false);
        }
    }

    private boolean more() {
        return at < source.length();
    }

    private boolean passes(String text) {
        if (source.startsWith(text, at)) {
            at += text.length();
            return true;
        }
        return false;
    }

    private Syntax alternatives() {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        List<Syntax> choices = new ArrayList<>();
        do {
            choices.add(sequence());
        } while (passes("|"));
        depth--;
        return choices.size() == 1 ? choices.getFirst() : new Syntax.Choice(choices);
    }

    private Syntax sequence() {
        List<Syntax> parts = new ArrayList<>();
        while (more() && source.charAt(at) != '|' && source.charAt(at) != ')') {
            Syntax part = atom(parts);
            if (part != null) {
                parts.add(quantified(part));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Syntax.Sequence(parts);
    }

    /// The next part, or null if it is none by itself.
    private @Nullable Syntax atom(List<Syntax> before) {
        char c = source.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> new Syntax.One(characters());
            case '.' -> new Syntax.One(dotAll ? CharSet.ALL : CharSet.NEWLINE.negated());
            case '^' -> new Syntax.At(lines ? Syntax.Place.LINE_START : Syntax.Place.TEXT_START);
            case '$' -> new Syntax.At(lines ? Syntax.Place.LINE_END : Syntax.Place.TEXT_END);
            case '\\' -> escape(before);
            case '*', '+', '?' -> throw new Unknown();
            default -> one(c);
        };
    }

    private Syntax one(int c) {
        if (c >= CharSet.ASCII) {
            throw new Unknown();
        }
        return new Syntax.One(folded(CharSet.NONE.with(c, c)));
    }

    private CharSet folded(CharSet set) {
        return anyCase ? set.inAnyCase() : set;
    }

    private @Nullable Syntax group() {
        boolean outerCase = anyCase;
        boolean outerLines = lines;
        boolean outerDot = dotAll;
        if (passes("?P<") || passes("?<")) {
            at = source.indexOf('>', at) + 1;
            named = true;
        } else if (passes("?") && !flags()) {
            return null; // they hold up to the end of the group around
        }
        Syntax inner = alternatives();
        if (!passes(")")) {
            throw new Unknown();
        }
        anyCase = outerCase;
        lines = outerLines;
        dotAll = outerDot;
        return inner;
    }

    /// Reads flags, and tells whether a group follows for which they hold.
    private boolean flags() {
        boolean on = true;
        while (true) {
            switch (source.charAt(at++)) {
                case 'i' -> anyCase = on;
                case 'm' -> lines = on;
                case 's' -> dotAll = on;
                case '-' -> on = false;
                case ':' -> {
                    return true;
                }
                case ')' -> {
                    return false;
                }
                default -> throw new Unknown();
            }
        }
    }

    private @Nullable Syntax escape(List<Syntax> before) {
        char c = source.charAt(at++);
        return switch (c) {
            case 'b' -> new Syntax.At(Syntax.Place.WORD_BOUNDARY);
            case 'B' -> new Syntax.At(Syntax.Place.NO_WORD_BOUNDARY);
            case 'A' -> new Syntax.At(Syntax.Place.TEXT_START);
            case 'z' -> new Syntax.At(Syntax.Place.TEXT_END);
            case 'Q' -> {
                int end = source.indexOf("\\E", at);
                String text = source.substring(at, end < 0 ? source.length() : end);
                at = end < 0 ? source.length() : end + 2;
                if (text.isEmpty()) {
                    yield null;
                }
                // a quantifier behind it is for its last character
                text.chars().limit(text.length() - 1).forEach(each -> before.add(one(each)));
                yield one(text.charAt(text.length() - 1));
            }
            default -> {
                CharSet shorthand = shorthand(c);
                yield shorthand != null ? new Syntax.One(shorthand) : one(escaped(c));
            }
        };
    }

    private static @Nullable CharSet shorthand(char c) {
        return switch (c) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.negated();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.negated();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.negated();
            default -> null;
        };
    }

    private int escaped(char c) {
        return switch (c) {
            case 'x' -> {
                int code = HexFormat.fromHexDigits(source, at, at + 2);
                at += 2;
                yield code;
            }
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> {
                if (c >= CharSet.ASCII || Character.isLetterOrDigit(c)) {
                    throw new Unknown();
                }
                yield c;
            }
        };
    }

    private CharSet characters() {
        boolean negated = passes("^");
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || source.charAt(at) != ']') {
            first = false;
            if (source.startsWith("[:", at)) {
                throw new Unknown();
            }
            char c = source.charAt(at);
            CharSet shorthand = c == '\\' ? shorthand(source.charAt(at + 1)) : null;
            if (shorthand != null) {
                at += 2;
                set = set.or(shorthand);
            } else {
                int from = member();
                int to = from;
                if (source.startsWith("-", at) && source.charAt(at + 1) != ']') {
                    at++;
                    to = member();
                }
                set = set.or(folded(CharSet.NONE.with(from, to)));
            }
        }
        at++;
        return negated ? set.negated() : set;
    }

    private int member() {
        char c = source.charAt(at++);
        int member = c == '\\' ? escaped(source.charAt(at++)) : c;
        if (member >= CharSet.ASCII) {
            throw new Unknown();
        }
        return member;
    }

    private Syntax quantified(Syntax part) {
        if (!more()) {
            return part;
        }
        int least = 0;
        int most = -1;
        switch (source.charAt(at)) {
            case '*' -> at++;
            case '+' -> {
                at++;
                least = 1;
            }
            case '?' -> {
                at++;
                most = 1;
            }
            case '{' -> {
                int close = source.indexOf('}', at);
                String inside = close < 0 ? "" : source.substring(at + 1, close);
                if (!inside.matches("\\d{1,4}(,\\d{0,4})?")) {
                    return part; // a brace that stands for itself is read next
                }
                String[] bounds = inside.split(",", -1);
                least = Integer.parseInt(bounds[0]);
                String last = bounds[bounds.length - 1];
                most = last.isEmpty() ? -1 : Integer.parseInt(last);
                at = close + 1;
            }
            default -> {
                return part;
            }
        }
        passes("?"); // rather few than many: which of them makes no difference here
        if (more() && "*+?".indexOf(source.charAt(at)) >= 0) {
            throw new Unknown();
        }
        return new Syntax.Repeat(part, least, most);
    }
}
