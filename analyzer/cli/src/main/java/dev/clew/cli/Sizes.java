package dev.clew.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as people write them: `4096`, `500M`, `20G`.
final class Sizes {

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})([KMGT]?)(?:i?B)?");
    private static final String UNITS = "KMGT";

    private Sizes() {}

    /// How many bytes that is, at least 1; a unit is 1024 of the one before it.
    ///
    /// @throws UserError if it is no size
    static long of(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new UserError(Exit.USAGE, "'" + text + "' is no size; write it like 500M or 20G");
        }
        int power = size.group(2).isEmpty() ? 0 : UNITS.indexOf(size.group(2)) + 1;
        return Long.parseLong(size.group(1)) << (10 * power);
    }
}
