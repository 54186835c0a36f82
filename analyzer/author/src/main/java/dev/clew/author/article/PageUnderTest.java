package dev.clew.author.article;

import dev.clew.model.Article;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;

/// An article with its file, and where its problems go.
///
/// @param path as problems name it
/// @param text the file as it is
record PageUnderTest(Article article, String path, String text, Problems problems) {

    /// A problem of the article as a whole.
    void error(Code code, String message) {
        problems.error(Place.of(path), code, message);
    }

    /// A problem in the line that holds a text; of the article as a whole if no line does.
    void error(Code code, String near, String message) {
        String[] lines = text.split("\n", -1);
        String first = near.strip().split("\n", -1)[0].strip();
        for (int i = 0; i < lines.length && !first.isEmpty(); i++) {
            int column = lines[i].indexOf(first);
            if (column >= 0) {
                problems.error(new Place(path, i + 1, column + 1), code, message);
                return;
            }
        }
        error(code, message);
    }
}
