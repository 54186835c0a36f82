package dev.clew.match.jq;

import dev.clew.match.regex.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a query apart.
final class FilterReader {

    private static final int DEEPEST = 100;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    /// Functions with the numbers of arguments they take.
    static final Map<String, Set<Integer>> FUNCTIONS =
            Map.ofEntries(
                    Map.entry("select", Set.of(1)),
                    Map.entry("map", Set.of(1)),
                    Map.entry("not", Set.of(0)),
                    Map.entry("empty", Set.of(0)),
                    Map.entry("length", Set.of(0)),
                    Map.entry("type", Set.of(0)),
                    Map.entry("keys", Set.of(0)),
                    Map.entry("add", Set.of(0)),
                    Map.entry("any", Set.of(0, 1)),
                    Map.entry("all", Set.of(0, 1)),
                    Map.entry("has", Set.of(1)),
                    Map.entry("contains", Set.of(1)),
                    Map.entry("startswith", Set.of(1)),
                    Map.entry("endswith", Set.of(1)),
                    Map.entry("ltrimstr", Set.of(1)),
                    Map.entry("rtrimstr", Set.of(1)),
                    Map.entry("split", Set.of(1)),
                    Map.entry("join", Set.of(1)),
                    Map.entry("tostring", Set.of(0)),
                    Map.entry("tonumber", Set.of(0)),
                    Map.entry("fromjson", Set.of(0)),
                    Map.entry("ascii_downcase", Set.of(0)),
                    Map.entry("ascii_upcase", Set.of(0)),
                    Map.entry("floor", Set.of(0)));

    private final String source;
    private int at;
    private int depth;

    private FilterReader(String source) {
        this.source = source;
    }

    /// @throws IllegalArgumentException with the reason if it is no query, or one that is not
    ///   understood here
    static Filter read(String source) {
        FilterReader reader = new FilterReader(source);
        try {
            Filter filter = reader.pipe();
            reader.blanks();
            if (reader.at < source.length()) {
                throw reader.wrong("'" + source.charAt(reader.at) + "' is out of place");
            }
            return filter;
        } catch (IndexOutOfBoundsException e) {
            throw reader.wrong("it ends too early");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("jq: " + what + " at character " + (at + 1));
    }

    private void blanks() {
        while (at < source.length()
                && (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '#')) {
            if (source.charAt(at) == '#') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() - 1 : end;
            }
            at++;
        }
    }

    private boolean sees(String token) {
        blanks();
        return source.startsWith(token, at);
    }

    private boolean passes(String token) {
        if (!sees(token)) {
            return false;
        }
        boolean word = Character.isLetter(token.charAt(0));
        int end = at + token.length();
        if (word && end < source.length() && isName(source.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    private void expect(String token) {
        if (!passes(token)) {
            throw wrong("'" + token + "' is missing");
        }
    }

    private static boolean isName(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    private Filter pipe() {
        if (++depth > DEEPEST) {
            throw wrong("it is nested too deep");
        }
        Filter left = both();
        while (sees("|") && !sees("|=")) {
            at++;
            left = new Filter.Pipe(left, both());
        }
        depth--;
        return left;
    }

    private Filter both() {
        Filter left = orElse();
        while (passes(",")) {
            left = new Filter.Both(left, orElse());
        }
        return left;
    }

    private Filter orElse() {
        Filter left = or();
        return passes("//") ? new Filter.OrElse(left, orElse()) : left;
    }

    private Filter or() {
        Filter left = and();
        while (passes("or")) {
            left = new Filter.Logic(false, left, and());
        }
        return left;
    }

    private Filter and() {
        Filter left = comparison();
        while (passes("and")) {
            left = new Filter.Logic(true, left, comparison());
        }
        return left;
    }

    private Filter comparison() {
        Filter left = sum();
        blanks();
        for (int length = 2; length > 0; length--) {
            String operator = source.substring(at, Math.min(source.length(), at + length));
            if (COMPARISONS.contains(operator)) {
                at += length;
                return new Filter.Compare(operator, left, sum());
            }
        }
        return left;
    }

    private Filter sum() {
        Filter left = product();
        while (sees("+") || sees("-")) {
            char operator = source.charAt(at++);
            left = new Filter.Arithmetic(operator, left, product());
        }
        return left;
    }

    private Filter product() {
        Filter left = postfix();
        while (sees("*") || sees("%") || sees("/") && !sees("//")) {
            char operator = source.charAt(at++);
            left = new Filter.Arithmetic(operator, left, postfix());
        }
        return left;
    }

    private Filter postfix() {
        Filter filter = term();
        while (at < source.length()) {
            if (source.charAt(at) == '?') {
                at++;
                filter = new Filter.Try(filter);
            } else if (source.startsWith(".[", at)) {
                at++;
                filter = brackets(filter);
            } else if (source.charAt(at) == '[') {
                filter = brackets(filter);
            } else if (source.charAt(at) == '.') {
                at++;
                filter = new Filter.Member(filter, new Filter.Constant(memberName()));
            } else {
                break;
            }
        }
        return filter;
    }

    private Filter brackets(Filter of) {
        expect("[");
        if (passes("]")) {
            return new Filter.Each(of);
        }
        Filter name = pipe();
        expect("]");
        return new Filter.Member(of, name);
    }

    private String memberName() {
        return source.charAt(at) == '"' ? text() : name();
    }

    private String name() {
        int from = at;
        while (at < source.length() && isName(source.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw wrong("a name is missing");
        }
        return source.substring(from, at);
    }

    private Filter term() {
        blanks();
        char c = source.charAt(at);
        if (c == '.') {
            at++;
            boolean member =
                    at < source.length() && (source.charAt(at) == '"' || isName(source.charAt(at)));
            return member
                    ? new Filter.Member(new Filter.Self(), new Filter.Constant(memberName()))
                    : dot();
        }
        if (c == '"') {
            return new Filter.Constant(text());
        }
        if (c == '(') {
            at++;
            Filter inner = pipe();
            expect(")");
            return inner;
        }
        if (c == '[') {
            at++;
            if (passes("]")) {
                return new Filter.Gather(new Filter.Call("empty", List.of()));
            }
            Filter inner = pipe();
            expect("]");
            return new Filter.Gather(inner);
        }
        if (c == '-' || Character.isDigit(c)) {
            return number();
        }
        return word();
    }

    /// A lone dot, behind which brackets may follow.
    private Filter dot() {
        return at < source.length() && source.charAt(at) == '['
                ? brackets(new Filter.Self())
                : new Filter.Self();
    }

    private Filter number() {
        int from = at++;
        while (at < source.length() && ".eE0123456789".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        try {
            return new Filter.Constant(Double.valueOf(source.substring(from, at)));
        } catch (NumberFormatException e) {
            throw wrong("no number");
        }
    }

    private String text() {
        int from = at++;
        while (source.charAt(at) != '"') {
            if (source.startsWith("\\(", at)) {
                throw wrong("values inside texts are not understood here");
            }
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        try {
            return String.valueOf(Json.read(source.substring(from, at)));
        } catch (Json.NotJson e) {
            throw wrong("no text");
        }
    }

    private Filter word() {
        if (!Character.isLetter(source.charAt(at))) {
            throw wrong("'" + source.charAt(at) + "' is not understood here");
        }
        String name = name();
        switch (name) {
            case "true", "false" -> {
                return new Filter.Constant(name.equals("true"));
            }
            case "null" -> {
                return new Filter.Constant(null);
            }
            case "if" -> {
                return choice();
            }
            default -> {}
        }
        List<Filter> arguments = new ArrayList<>();
        if (at < source.length() && source.charAt(at) == '(') {
            at++;
            do {
                arguments.add(pipe());
            } while (passes(";"));
            expect(")");
        }
        if (name.equals("test")) {
            return test(arguments);
        }
        if (!FUNCTIONS.getOrDefault(name, Set.of()).contains(arguments.size())) {
            throw wrong("'" + name + "' with " + arguments.size() + " arguments is not known here");
        }
        return new Filter.Call(name, arguments);
    }

    private Filter choice() {
        Filter condition = pipe();
        expect("then");
        Filter then = pipe();
        Filter otherwise = new Filter.Self();
        if (passes("elif")) {
            return new Filter.Choice(condition, then, choice());
        }
        if (passes("else")) {
            otherwise = pipe();
        }
        expect("end");
        return new Filter.Choice(condition, then, otherwise);
    }

    private Filter test(List<Filter> arguments) {
        boolean texts =
                !arguments.isEmpty()
                        && arguments.size() <= 2
                        && arguments.stream()
                                .allMatch(each ->
                                        each instanceof Filter.Constant(Object value)
                                                && value instanceof String);
        if (!texts) {
            throw wrong("'test' needs an expression that is written out");
        }
        String source = textOf(arguments.getFirst());
        String flags = arguments.size() > 1 ? textOf(arguments.get(1)).replace("g", "") : "";
        if (!flags.matches("[is]*")) {
            throw wrong("flags '" + flags + "' are not known here");
        }
        String expression = flags.isEmpty() ? source : "(?" + flags + ")" + source;
        return new Filter.Test(Expression.of(expression), expression);
    }

    private static String textOf(Filter filter) {
        return filter instanceof Filter.Constant(String text) ? text : "";
    }
}
