package dev.clew.cli;

import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.packs.ArticleFolder;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Articles that stand in the folders of user packs, before the shipped ones.
final class UserArticles {

    private UserArticles() {}

    static Articles over(Articles shipped, List<Path> folders) throws IOException {
        if (folders.isEmpty()) {
            return shipped;
        }
        Map<String, Article> own = new HashMap<>();
        for (Path folder : folders) {
            Path articles =
                    Files.isDirectory(folder.resolve("articles"))
                            ? folder.resolve("articles")
                            : folder;
            ArticleFolder.read(articles, new Problems())
                    .forEach(entry -> own.put(entry.article().id(), entry.article()));
        }
        return id -> Optional.ofNullable(own.get(id)).or(() -> shipped.find(id));
    }
}
