package dev.clew.match.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A compiled regular expression whose running time is linear in its input (RE2 syntax, no
/// back-references and no look-around). `.` also matches line ends, because a record may have
/// several lines.
public final class Expression {

    private final Pattern pattern;
    private final List<String> names;

    private Expression(Pattern pattern) {
        this.pattern = pattern;
        Map<String, Integer> groups = pattern.namedGroups();
        this.names = new ArrayList<>(groups.keySet());
        names.sort(java.util.Comparator.comparing(groups::get));
    }

    /// Compiles an expression.
    ///
    /// @throws IllegalArgumentException with the reason and the offending part, if it is none
    public static Expression of(String source) {
        try {
            return new Expression(Pattern.compile(source, Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription() + ": " + e.getPattern(), e);
        }
    }

    /// Names of the groups, in the order they stand in the expression.
    public List<String> names() {
        return List.copyOf(names);
    }

    /// Whether some part of the text matches; if so, groups that took part and are not empty are
    /// put into `captures`.
    public boolean find(String text, Map<String, String> captures) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return false;
        }
        for (String name : names) {
            String value = matcher.group(name);
            if (value != null && !value.isEmpty()) {
                captures.putIfAbsent(name, value);
            }
        }
        return true;
    }
}
