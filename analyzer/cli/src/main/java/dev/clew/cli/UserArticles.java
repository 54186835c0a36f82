package dev.clew.cli;

import dev.clew.library.Library;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.Problem;
import dev.clew.model.RelatedArticle;
import dev.clew.model.Rule;
import dev.clew.packs.ArticleFolder;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.vocabulary.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Articles and signatures of the user's folders, before the shipped ones.
final class UserArticles {

    private UserArticles() {}

    /// The shipped library with the articles of packs, whose mistakes are left to the linter.
    static Library over(Library shipped, List<Path> packs) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (Path pack : packs) {
            read(articlesOf(pack), articles, new Problems());
        }
        return shipped.with(articles, List.of());
    }

    /// The same, with the articles that rules in the format of CRE make; those are read when one is
    /// first asked for.
    static Articles lazily(Library shipped, List<Path> packs) throws IOException {
        Library own = over(shipped, packs);
        ForeignArticles foreign = new ForeignArticles(packs);
        return new Articles() {
            @Override
            public Optional<Article> find(String id) {
                return own.find(id).or(() -> foreign.find(id));
            }

            @Override
            public List<RelatedArticle> nearest(String line) {
                return own.nearest(line);
            }
        };
    }

    /// The shipped library with articles and signatures of packs, and articles of further folders.
    static Library over(Library shipped, List<Path> packs, List<Path> kbs) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<Rule.Signature> signatures = new ArrayList<>();
        for (Path pack : packs) {
            PackCache.check(pack);
            Problems problems = new Problems();
            signatures.addAll(CompileCommand.signatures(pack, problems));
            read(articlesOf(pack), articles, problems);
            PackFolder.foreign(pack).forEach(rule -> articles.add(rule.article()));
        }
        for (Path kb : kbs) {
            if (!Files.isDirectory(kb)) {
                throw new UserError(Exit.USAGE, "--kb: " + kb + " is no folder");
            }
            Problems problems = new Problems();
            read(kb, articles, problems);
            if (problems.anyFatal()) {
                throw new UserError(
                        Exit.USAGE,
                        String.join("\n", problems.list().stream().map(Problem::toString).toList())
                                + "\nThe articles of "
                                + kb
                                + " were not used.");
            }
        }
        return shipped.with(articles, signatures);
    }

    private static Path articlesOf(Path pack) {
        Path own = pack.resolve("articles");
        return Files.isDirectory(own) ? own : pack;
    }

    private static void read(Path folder, List<Article> articles, Problems problems)
            throws IOException {
        Placeholders vocabulary = Placeholders.read(Home.vocabulary(), new Problems());
        ArticleFolder.read(folder, vocabulary, problems)
                .forEach(entry -> articles.add(entry.article()));
    }
}
