package dev.clew.cli;

import dev.clew.model.Article;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.cre.CreFile;
import dev.clew.packs.cre.CreRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What rules in the format of CRE say of cause and mitigation. Of a large rule base a run needs
/// few articles, so only the files that hold them are understood. Safe for use by several threads.
final class ForeignArticles {

    private final List<Path> packs;
    private final List<Map.Entry<Path, String>> files = new ArrayList<>();
    private final Map<String, Optional<Article>> known = new HashMap<>();

    ForeignArticles(List<Path> packs) {
        this.packs = List.copyOf(packs);
    }

    /// The article that the rule of that id makes, or empty.
    ///
    /// @throws UserError if the rules can't be read
    synchronized Optional<Article> find(String id) {
        if (files.isEmpty()) {
            readFiles();
        }
        return known.computeIfAbsent(id, this::search);
    }

    private void readFiles() {
        try {
            for (Path pack : packs) {
                files.addAll(PackFolder.foreignTexts(pack).entrySet());
            }
        } catch (IOException e) {
            throw new UserError(Exit.NO_INPUT, "the rules can't be read: " + e.getMessage());
        }
    }

    private Optional<Article> search(String id) {
        return files.reversed().stream()
                .filter(file -> file.getValue().toLowerCase(Locale.ROOT).contains(id))
                .flatMap(file ->
                        CreFile.read(file.getKey().toString(), file.getValue(), new Problems())
                                .stream())
                .map(CreRule::article)
                .filter(article -> article.id().equals(id))
                .findFirst();
    }
}
