package dev.clew.author;

import dev.clew.author.article.ArticleRules;
import dev.clew.match.CompiledRule;
import dev.clew.match.regex.Expression;
import dev.clew.model.Article;
import dev.clew.model.Clause;
import dev.clew.model.FixStep;
import dev.clew.model.Placeholder;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import dev.clew.packs.ArticleFolder;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.packs.article.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/// Holds articles to their shape, and signatures and articles to each other.
final class ArticleLint {

    private static final List<String> OLDER = List.of("Symptom", "Cause", "Fix", "Verify");
    private static final List<String> FAULT =
            List.of(
                    "Do first",
                    "Impact",
                    "Symptom",
                    "Causes",
                    "Fix",
                    "Verify",
                    "If it does not help",
                    "Watch for it");
    private static final java.util.regex.Pattern LINK =
            java.util.regex.Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private final PackUnderTest shelf;
    private final LocalDate today;
    private final Problems problems;

    ArticleLint(PackUnderTest shelf, LocalDate today, Problems problems) {
        this.shelf = shelf;
        this.today = today;
        this.problems = problems;
    }

    void run(Set<String> otherArticles) throws IOException {
        Map<String, Set<String>> captures = new HashMap<>();
        Set<String> linked = new HashSet<>();
        Map<String, Article> byId = shelf.byId();
        shelf.signatures()
                .forEach((signature, path) -> {
                    if (!signature.isForeign()
                            && !byId.containsKey(signature.article())
                            && !otherArticles.contains(signature.article())) {
                        problems.error(
                                Place.of(path),
                                Code.P305,
                                "article '" + signature.article() + "' does not exist");
                    }
                    linked.add(signature.article());
                    captures.computeIfAbsent(signature.article(), key -> new HashSet<>())
                            .addAll(captures(signature));
                });
        for (ArticleFolder.Entry entry : shelf.articles()) {
            links(entry, byId, linked);
        }
        for (ArticleFolder.Entry entry : shelf.articles()) {
            article(entry, captures.getOrDefault(entry.article().id(), Set.of()), linked);
        }
    }

    /// Names of the values that a signature may capture, in the form placeholders use.
    static Set<String> captures(Rule.Signature signature) {
        Set<String> names = new HashSet<>();
        for (RecordPattern pattern : CompiledRule.patternsOf(signature)) {
            captures(pattern.clause(), names);
        }
        return names;
    }

    private static void captures(Clause clause, Set<String> names) {
        switch (clause) {
            case Clause.Regex(String field, String pattern) ->
                    Expression.of(pattern)
                            .names()
                            .forEach(name ->
                                    names.add(name.toLowerCase(Locale.ROOT).replace('_', '-')));
            case Clause.All(List<Clause> clauses) -> clauses.forEach(each -> captures(each, names));
            case Clause.Any(List<Clause> clauses) -> clauses.forEach(each -> captures(each, names));
            case Clause.None none -> {
                // captures nothing
            }
            case Clause.Text text -> {
                // captures nothing
            }
            case Clause.In in -> {
                // captures nothing
            }
            case Clause.Compare compare -> {
                // captures nothing
            }
            case Clause.Exists exists -> {
                // captures nothing
            }
            case Clause.Jq jq -> {
                // captures nothing
            }
        }
    }

    private void article(ArticleFolder.Entry entry, Set<String> captures, Set<String> linked)
            throws IOException {
        Article article = entry.article();
        Place place = Place.of(entry.path());
        if (article.references().isEmpty()) {
            problems.error(
                    place, Code.P304, "'references' is missing: the pages its claims come from");
        }
        if (article.verified().isAfter(today)) {
            problems.error(
                    place,
                    Code.P309,
                    "verified on " + article.verified() + ", which is in the future");
        }
        if (article.kind() == Article.Kind.FAULT) {
            sections(article, place);
            if (article.steps().isEmpty()) {
                problems.error(place, Code.P312, "the section Fix has no step");
            }
            if (!linked.contains(article.id())) {
                problems.error(place, Code.P306, "no signature and no other article leads here");
            }
        }
        for (Sections section : Sections.of(article.body())) {
            if (section.blocks().isEmpty()) {
                problems.error(place, Code.P310, "the section " + section.title() + " is empty");
            }
        }
        placeholders(article, captures, place);
        ArticleRules.check(
                article,
                entry.path(),
                Files.readString(Path.of(entry.path())),
                shelf.commands(),
                problems);
    }

    private void sections(Article article, Place place) {
        List<String> titles = Sections.of(article.body()).stream().map(Sections::title).toList();
        int last = -1;
        List<String> shape = article.guide() == null ? OLDER : FAULT;
        for (String wanted : shape) {
            int at = titles.indexOf(wanted);
            if (at < 0) {
                problems.error(place, Code.P301, "the section '## " + wanted + "' is missing");
            } else if (at < last) {
                problems.error(
                        place,
                        Code.P302,
                        "the section '## "
                                + wanted
                                + "' must come later: the order is "
                                + String.join(", ", shape));
            }
            last = Math.max(last, at);
        }
    }

    private void placeholders(Article article, Set<String> captures, Place place) {
        for (FixStep step : article.steps()) {
            if (step.command() == null) {
                continue;
            }
            Matcher matcher = Placeholder.IN_TEXT.matcher(step.command());
            while (matcher.find()) {
                String name = matcher.group(1);
                if (!captures.contains(name) && !article.placeholders().containsKey(name)) {
                    problems.error(
                            place,
                            Code.P307,
                            "<"
                                    + name
                                    + "> in a command is captured by no signature; if the reader fills it in, explain it under 'placeholders'");
                }
            }
        }
    }

    private void links(ArticleFolder.Entry entry, Map<String, Article> byId, Set<String> linked) {
        Matcher matcher = LINK.matcher(entry.article().body());
        while (matcher.find()) {
            String target = matcher.group(1);
            if (target.startsWith("https://") || target.startsWith("#")) {
                continue;
            }
            String id =
                    target.replaceFirst("#.*", "")
                            .replaceFirst("^.*/", "")
                            .replaceFirst("\\.md$", "");
            if (!target.contains(".md") || !byId.containsKey(id)) {
                problems.error(
                        Place.of(entry.path()),
                        Code.P303,
                        "the link to " + target + " leads nowhere");
            } else {
                linked.add(id);
            }
        }
    }
}
