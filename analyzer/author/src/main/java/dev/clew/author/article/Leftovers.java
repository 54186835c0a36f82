package dev.clew.author.article;

import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.List;
import java.util.regex.Pattern;

/// Finds what a draft left for its author to write.
public final class Leftovers {

    /// Stands before what a person has to write.
    public static final String MARK = "TO WRITE:";

    /// What the summary of a draft said in older versions.
    private static final String SUMMARY = "What happens, and why, in two sentences.";

    /// What people write for themselves, and texts that only hold a place.
    private static final Pattern PLACE_HOLDING =
            Pattern.compile(
                    "\\b(?:TODO|FIXME|TBD|XXX)\\b|(?i:lorem ipsum)|\\burl: *\"?https://example\\.com/?\"?[,}]|^\\s*"
                            + SUMMARY
                            + "\\s*$");

    private Leftovers() {}

    /// Whether a text only holds a place, or tells its author what to do.
    public static boolean holdsPlace(String text) {
        return PLACE_HOLDING.matcher(text).find();
    }

    static void check(PageUnderTest page) {
        marks(page.path(), page.text(), page.problems());
        page.text()
                .lines()
                .filter(line -> !line.contains(MARK) && holdsPlace(line))
                .forEach(line ->
                        page.error(Code.P319, line, "only holds a place: '" + line.strip() + "'"));
    }

    /// Puts down each line that tells its author what to write.
    ///
    /// @param path of the file, as problems name it
    /// @param text of the file, of an article or a signature
    public static void marks(String path, String text, Problems problems) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int column = lines.get(i).indexOf(MARK);
            if (column >= 0) {
                problems.error(
                        new Place(path, i + 1, column + 1),
                        Code.P319,
                        "still to be written: "
                                + lines.get(i)
                                        .substring(column + MARK.length())
                                        .replaceFirst("\".*$", "")
                                        .strip());
            }
        }
    }
}
