package dev.clew.match;

import dev.clew.match.jq.Query;
import dev.clew.match.literal.TextSet;
import dev.clew.match.regex.RegexLiterals;
import dev.clew.model.Clause;
import dev.clew.model.RecordPattern;
import java.util.List;

/// What the bytes of a line must have in them for a rule to have to do with it. A literal that is
/// met often, such as `timeout`, lets many lines through that the rule has other words for; to find
/// that out takes less than to read the line.
///
/// Only for lines that are a record each: what a rule asks for may stand in any line of one.
@FunctionalInterface
interface LineTest {

    /// More texts than that are not worth looking for.
    int MOST = 64;

    LineTest ANY_LINE = (bytes, from, to) -> true;

    /// Whether a rule may have to do with a line.
    ///
    /// @param bytes has the line in `[from, to)`
    boolean mayMeet(byte[] bytes, int from, int to);

    /// What any of some patterns asks for.
    static LineTest of(List<RecordPattern> patterns) {
        return any(patterns.stream().map(pattern -> of(pattern.clause())).toList());
    }

    private static LineTest of(Clause clause) {
        return switch (clause) {
            case Clause.Text(String field, String text) -> inField(field, List.of(text));
            case Clause.Regex(String field, String pattern) ->
                    all(
                            RegexLiterals.everyCover(pattern).stream()
                                    .map(cover -> inField(field, cover))
                                    .toList());
            case Clause.In(String field, List<String> words) -> inField(field, words);
            case Clause.Jq(String query) ->
                    Query.of(query).texts().map(LineTest::oneOf).orElse(ANY_LINE);
            case Clause.All(List<Clause> clauses) ->
                    all(clauses.stream().map(LineTest::of).toList());
            case Clause.Any(List<Clause> clauses) ->
                    any(clauses.stream().map(LineTest::of).toList());
            case Clause.None none -> ANY_LINE;
            case Clause.Compare compare -> ANY_LINE;
            case Clause.Exists exists -> ANY_LINE;
        };
    }

    private static LineTest all(List<LineTest> tests) {
        List<LineTest> some =
                tests.stream().filter(test -> !test.equals(ANY_LINE)).distinct().toList();
        return switch (some.size()) {
            case 0 -> ANY_LINE;
            case 1 -> some.getFirst();
            default ->
                    (bytes, from, to) -> {
                        for (LineTest test : some) {
                            if (!test.mayMeet(bytes, from, to)) {
                                return false;
                            }
                        }
                        return true;
                    };
        };
    }

    private static LineTest any(List<LineTest> tests) {
        if (tests.contains(ANY_LINE)) {
            return ANY_LINE;
        }
        return (bytes, from, to) -> {
            for (LineTest test : tests) {
                if (test.mayMeet(bytes, from, to)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static LineTest inField(String field, List<String> texts) {
        return RequiredLiterals.isDerived(field) ? ANY_LINE : oneOf(texts);
    }

    private static LineTest oneOf(List<String> texts) {
        List<String> parts = texts.stream().map(RequiredLiterals::longestPart).toList();
        return parts.size() > MOST || parts.contains("") ? ANY_LINE : TextSet.of(parts)::isIn;
    }
}
