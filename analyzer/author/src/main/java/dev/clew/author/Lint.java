package dev.clew.author;

import dev.clew.model.Problem;
import dev.clew.model.Rule;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that can be checked of a pack and its articles.
public final class Lint {

    private Lint() {}

    /// All problems, in the order of the files.
    ///
    /// @param pack folder of the rules
    /// @param kb folder of the articles, or empty if the pack brings none of its own
    /// @param others rules of packs beside this one
    /// @param otherArticles ids of articles beside those of `kb`
    /// @param today no date may be after it
    public static List<Problem> run(
            Path pack,
            Optional<Path> kb,
            List<? extends Rule> others,
            Set<String> otherArticles,
            LocalDate today)
            throws IOException {
        Shelf shelf = Shelf.read(pack, kb);
        Problems problems = shelf.problems();
        Set<String> otherIds = new HashSet<>();
        others.forEach(rule -> otherIds.add(rule.id()));
        new PackLint(shelf, otherIds, problems).run();
        new ArticleLint(shelf, today, problems).run(otherArticles);
        new Prover(shelf, others, problems).run();
        return problems.list();
    }
}
