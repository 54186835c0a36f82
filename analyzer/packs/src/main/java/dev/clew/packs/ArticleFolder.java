package dev.clew.packs;

import dev.clew.model.Article;
import dev.clew.packs.article.ArticleReader;
import dev.clew.packs.vocabulary.Placeholders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a folder of articles: `<area>/<id>.md`. Files named `README.md` are left out.
public final class ArticleFolder {

    private ArticleFolder() {}

    /// An article and the file it was read from.
    public record Entry(Article article, String path) {}

    /// Reads all articles below a folder, in the order of their paths.
    ///
    /// @param vocabulary the placeholders that every article may use
    /// @throws IOException if the folder can't be listed
    public static List<Entry> read(Path folder, Placeholders vocabulary, Problems problems)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Path file : PackFolder.files(folder, ".md")) {
            String name = file.getFileName().toString();
            if (name.equals("README.md")) {
                continue;
            }
            String path = file.toString();
            String id = name.replaceFirst("\\.md$", "");
            String other = seen.putIfAbsent(id, path);
            if (other != null) {
                problems.error(
                        Place.of(path),
                        Code.P111,
                        "'" + id + "' is the id of " + other + " already");
            }
            Path parent = file.toAbsolutePath().getParent();
            String area =
                    parent == null || parent.getFileName() == null
                            ? ""
                            : parent.getFileName().toString();
            PackFolder.text(file, problems)
                    .flatMap(text -> ArticleReader.read(id, area, path, text, vocabulary, problems))
                    .ifPresent(article -> entries.add(new Entry(article, path)));
        }
        return entries;
    }
}
