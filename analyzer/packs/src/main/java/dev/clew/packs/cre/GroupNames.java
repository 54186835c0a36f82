package dev.clew.packs.cre;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of groups in expressions that were put together.
final class GroupNames {

    private static final Pattern NAMED =
            Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\(\\?P?<(\\w+)>");

    private GroupNames() {}

    /// The expression with each name given to one group only, as RE2 asks for: to the first one.
    static String once(String regex) {
        Set<String> seen = new HashSet<>();
        return NAMED.matcher(regex)
                .replaceAll(group ->
                        Matcher.quoteReplacement(
                                seen.add(group.group(2)) ? group.group() : group.group(1) + "(?:"));
    }
}
