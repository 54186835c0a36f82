package dev.clew.report.page;

import dev.clew.library.KnownSignature;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import dev.clew.model.VersionRange;
import dev.clew.report.Markdown;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An article as one Markdown page.
public final class ArticlePage {

    private ArticlePage() {}

    /// The page.
    ///
    /// @param signatures that lead to the article
    /// @param language `zh` puts the Chinese title, summary and steps first where there are any;
    ///   other languages change nothing
    public static String markdown(
            Article article, List<KnownSignature> signatures, String language) {
        StringBuilder page = new StringBuilder();
        Translation translation = article.translations().get(language);
        String title = translation == null ? article.title() : translation.title();
        page.append("# ").append(Markdown.words(title)).append("\n\n");
        page.append(Markdown.code(article.id())).append(" · ").append(article.area());
        versions(article, page);
        page.append(" · verified ").append(article.verified()).append("\n\n");
        if (translation != null) {
            page.append(Markdown.words(translation.summary())).append("\n\n");
            page.append(ChinesePage.body(article, translation));
            if (article.guide() != null) {
                references(article, page);
                return page.toString();
            }
            page.append("\n## ").append(Markdown.words(article.title())).append("\n\n");
        }
        page.append(Markdown.words(article.summary())).append("\n\n");
        page.append(NoteLines.marked(article.body()));
        placeholders(article, page);
        references(article, page);
        if (!signatures.isEmpty()) {
            page.append("\n## Signatures\n");
            for (KnownSignature each : signatures) {
                page.append("- ")
                        .append(Markdown.code(each.id()))
                        .append(" (")
                        .append(each.severity().word())
                        .append("): ")
                        .append(Markdown.words(each.title()))
                        .append('\n');
            }
        }
        return page.toString();
    }

    private static void versions(Article article, StringBuilder page) {
        article.applies().ranges().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(range -> !range.getValue().equals(VersionRange.ALL))
                .forEach(range ->
                        page.append(" · ")
                                .append(range.getKey().word())
                                .append(' ')
                                .append(Markdown.words(range.getValue().toString())));
    }

    private static void placeholders(Article article, StringBuilder page) {
        if (!article.placeholders().isEmpty()) {
            page.append("\n## To fill in\n");
            new TreeMap<>(article.placeholders())
                    .forEach((name, each) ->
                            page.append("- ")
                                    .append(Markdown.code("<" + name + ">"))
                                    .append(": ")
                                    .append(Markdown.words(each.means()))
                                    .append(
                                            each.get() == null
                                                    ? ""
                                                    : "; get it with " + Markdown.code(each.get()))
                                    .append('\n'));
        }
    }

    private static void references(Article article, StringBuilder page) {
        if (!article.references().isEmpty()) {
            page.append("\n## Sources\n");
            for (Article.Reference reference : article.references()) {
                page.append("- [")
                        .append(Markdown.words(reference.title()))
                        .append("](")
                        .append(reference.url())
                        .append(")")
                        .append(
                                reference.version().isEmpty()
                                        ? ""
                                        : ", " + Markdown.words(reference.version()))
                        .append('\n');
            }
        }
    }
}
