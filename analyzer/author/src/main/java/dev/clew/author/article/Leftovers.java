package dev.clew.author.article;

import dev.clew.packs.Code;
import java.util.regex.Pattern;

/// Finds what a draft left for its author to write.
public final class Leftovers {

    /// Stands before what a person has to write.
    public static final String MARK = "TO WRITE:";

    /// What the summary of a draft says.
    public static final String SUMMARY = "What happens, and why, in two sentences.";

    /// What people write for themselves, and texts that only hold a place.
    private static final Pattern PLACE_HOLDING =
            Pattern.compile(
                    "\\b(?:TODO|FIXME|TBD|XXX)\\b|(?i:lorem ipsum)|^\\s*" + SUMMARY + "\\s*$");

    private Leftovers() {}

    /// Whether a text only holds a place, or tells its author what to do.
    public static boolean holdsPlace(String text) {
        return PLACE_HOLDING.matcher(text).find();
    }

    static void check(PageUnderTest page) {
        page.text()
                .lines()
                .filter(line -> line.contains(MARK))
                .forEach(line ->
                        page.error(
                                Code.P319,
                                line,
                                "still to be written: "
                                        + line.substring(line.indexOf(MARK) + MARK.length())
                                                .strip()));
        page.text()
                .lines()
                .filter(line -> !line.contains(MARK) && holdsPlace(line))
                .forEach(line ->
                        page.error(Code.P319, line, "only holds a place: '" + line.strip() + "'"));
    }
}
