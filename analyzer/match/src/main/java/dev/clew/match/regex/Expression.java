package dev.clew.match.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A compiled regular expression whose running time is linear in its input (RE2 syntax, no
/// back-references and no look-around). `.` also matches line ends, because a record may have
/// several lines.
///
/// Whether it matches is told by a [LazyDfa], as far as that goes; RE2/J is asked for the groups,
/// and for what the former leaves open. Safe for use by several threads.
public final class Expression {

    private final String source;
    private final Optional<LazyDfa> dfa;
    private final boolean named;
    private volatile @Nullable Pattern pattern;

    private Expression(String source) {
        this.source = source;
        Optional<SyntaxReader.Parsed> parsed = SyntaxReader.read(source);
        this.dfa = parsed.flatMap(each -> LazyDfa.of(each.syntax()));
        this.named = parsed.map(SyntaxReader.Parsed::named).orElse(true);
    }

    /// Compiles an expression.
    ///
    /// @throws IllegalArgumentException with the reason and the offending part, if it is none
    public static Expression of(String source) {
        Pattern checked = compile(source);
        Expression expression = new Expression(source);
        expression.pattern = checked;
        return expression;
    }

    /// An expression that was found to be one before, such as those of a compiled pack. What is not
    /// needed is not compiled.
    public static Expression checked(String source) {
        return new Expression(source);
    }

    private static Pattern compile(String source) {
        try {
            return Pattern.compile(source, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription() + ": " + e.getPattern(), e);
        }
    }

    private Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = compile(source);
            pattern = known;
        }
        return known;
    }

    /// Names of the groups, in the order they stand in the expression.
    public List<String> names() {
        if (!named) {
            return List.of();
        }
        Map<String, Integer> groups = pattern().namedGroups();
        List<String> names = new ArrayList<>(groups.keySet());
        names.sort(Comparator.comparing(groups::get));
        return names;
    }

    /// Whether some part of the text matches.
    public boolean matches(String text) {
        return switch (dfa.map(each -> each.find(text)).orElse(LazyDfa.Answer.OPEN)) {
            case YES -> true;
            case NO -> false;
            case OPEN -> pattern().matcher(text).find();
        };
    }

    /// Whether some part of the text matches; if so, groups that took part and are not empty are
    /// put into `captures`.
    public boolean find(String text, Map<String, String> captures) {
        if (!named || dfa.isPresent()) {
            boolean matches = matches(text);
            if (!matches || !named) {
                return matches;
            }
        }
        Matcher matcher = pattern().matcher(text);
        if (!matcher.find()) {
            return false;
        }
        for (String name : pattern().namedGroups().keySet()) {
            String value = matcher.group(name);
            if (value != null && !value.isEmpty()) {
                captures.putIfAbsent(name, value);
            }
        }
        return true;
    }

    /// Where the next match stands, and its groups; null if there is no more.
    ///
    /// @param from place in the text to look from, at most its length
    /// @return for the match, then for each group, where it begins and where it ends; -1 twice for
    ///   a group that took no part
    public int @Nullable [] bounds(String text, int from) {
        Matcher matcher = pattern().matcher(text);
        if (!matcher.find(from)) {
            return null;
        }
        int[] bounds = new int[2 * (matcher.groupCount() + 1)];
        for (int group = 0; group <= matcher.groupCount(); group++) {
            bounds[2 * group] = matcher.start(group);
            bounds[2 * group + 1] = matcher.end(group);
        }
        return bounds;
    }

    /// The expression that matches a text to the letter.
    public static String quoted(String text) {
        return Pattern.quote(text);
    }
}
