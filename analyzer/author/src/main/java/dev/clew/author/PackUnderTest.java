package dev.clew.author;

import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.Rule;
import dev.clew.packs.ArticleFolder;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.vocabulary.CommandFacts;
import dev.clew.packs.vocabulary.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pack and the articles that belong to it, read from their sources.
///
/// @param rules in the order of their paths
/// @param articles in the order of their paths
/// @param commands what is known of the commands that articles use
/// @param problems what was wrong with the files
public record PackUnderTest(
        List<PackFolder.Entry> rules,
        List<ArticleFolder.Entry> articles,
        CommandFacts commands,
        Problems problems)
        implements Articles {

    public PackUnderTest {
        rules = List.copyOf(rules);
        articles = List.copyOf(articles);
    }

    /// Reads a pack.
    ///
    /// @param pack folder of the rules
    /// @param kb folder of the articles, or empty if the pack brings none of its own
    /// @param beside groups and vocabulary that this pack may use
    public static PackUnderTest read(Path pack, Optional<Path> kb, Lint.Beside beside)
            throws IOException {
        Problems problems = new Problems();
        List<PackFolder.Entry> rules = PackFolder.read(pack, beside.groups(), problems);
        Path own = pack.resolve(PackFolder.VOCABULARY);
        Path vocabulary = Files.isDirectory(own) ? own : beside.vocabulary().orElse(own);
        Placeholders placeholders = Placeholders.read(vocabulary, problems);
        List<ArticleFolder.Entry> articles = new ArrayList<>();
        if (kb.isPresent() && Files.isDirectory(kb.get())) {
            articles.addAll(ArticleFolder.read(kb.get(), placeholders, problems));
        }
        return new PackUnderTest(rules, articles, CommandFacts.read(vocabulary), problems);
    }

    /// The signatures, with the files they were read from.
    public Map<Rule.Signature, String> signatures() {
        Map<Rule.Signature, String> signatures = new java.util.LinkedHashMap<>();
        for (PackFolder.Entry entry : rules) {
            if (entry.rule() instanceof Rule.Signature signature) {
                signatures.put(signature, entry.path());
            }
        }
        return signatures;
    }

    @Override
    public Optional<Article> find(String id) {
        return articles.stream()
                .map(ArticleFolder.Entry::article)
                .filter(article -> article.id().equals(id))
                .findFirst();
    }

    /// Articles by id.
    public Map<String, Article> byId() {
        Map<String, Article> byId = new HashMap<>();
        articles.forEach(entry -> byId.putIfAbsent(entry.article().id(), entry.article()));
        return byId;
    }
}
