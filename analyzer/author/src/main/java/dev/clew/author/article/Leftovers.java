package dev.clew.author.article;

import dev.clew.packs.Code;

/// Finds what a draft left for its author to write.
public final class Leftovers {

    /// Stands before what a person has to write.
    public static final String MARK = "TO WRITE:";

    private Leftovers() {}

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
    }
}
