package dev.clew.packs.article;

import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.packs.rule.RuleReader;
import dev.clew.packs.yaml.YamlFile;
import dev.clew.packs.yaml.YamlMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads articles: a YAML header between two lines of `---`, then Markdown.
public final class ArticleReader {

    private static final Set<String> HEADER =
            Set.of(
                    "title",
                    "summary",
                    "kind",
                    "applies",
                    "verified",
                    "keywords",
                    "placeholders",
                    "references",
                    "zh");
    private static final Map<String, Article.Kind> KINDS =
            Map.of(
                    "fault",
                    Article.Kind.FAULT,
                    "how-to",
                    Article.Kind.HOW_TO,
                    "concept",
                    Article.Kind.CONCEPT);

    private ArticleReader() {}

    /// Reads the article of a file.
    ///
    /// @param path as problems name it
    /// @return empty if the header can't be read; an article with gaps if single values are wrong,
    ///   with the problems put down
    public static Optional<Article> read(
            String id, String area, String path, String text, Problems problems) {
        String[] lines = text.split("\n", -1);
        int end = 1;
        while (end < lines.length && !lines[end].stripTrailing().equals("---")) {
            end++;
        }
        if (!lines[0].stripTrailing().equals("---") || end == lines.length) {
            problems.error(
                    new Place(path, 1, 1),
                    Code.P313,
                    "the file must begin with a header between two lines of ---");
            return Optional.empty();
        }
        // The line of the opening --- is kept as a comment, so that places in the header are places
        // in the file.
        String header = "#\n" + String.join("\n", List.of(lines).subList(1, end));
        String body = String.join("\n", List.of(lines).subList(end + 1, lines.length));
        int bodyLine = end + 2;
        return YamlFile.read(path, header, problems)
                .map(map -> article(id, area, map, body, bodyLine, path, problems));
    }

    private static Article article(
            String id,
            String area,
            YamlMap map,
            String body,
            int bodyLine,
            String path,
            Problems problems) {
        map.allow(HEADER);
        String kind = map.text("kind");
        if (!kind.isEmpty() && !KINDS.containsKey(kind)) {
            problems.error(
                    map.place("kind"),
                    Code.P104,
                    "'" + kind + "' is no kind; known: concept, fault, how-to");
        }
        List<FixStep> steps = FixSteps.read(body, path, bodyLine, problems);
        return new Article(
                id,
                area,
                map.text("title"),
                map.text("summary"),
                KINDS.getOrDefault(kind, Article.Kind.FAULT),
                RuleReader.applies(map, "applies"),
                date(map),
                map.texts("keywords"),
                placeholders(map),
                references(map),
                translations(map),
                steps,
                body.strip() + "\n");
    }

    private static LocalDate date(YamlMap map) {
        String text = map.text("verified");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            if (!text.isEmpty()) {
                map.problems()
                        .error(
                                map.place("verified"),
                                Code.P309,
                                "'" + text + "' is no date such as 2026-11-22");
            }
            return LocalDate.EPOCH;
        }
    }

    private static Map<String, String> placeholders(YamlMap map) {
        Map<String, String> placeholders = new LinkedHashMap<>();
        map.map("placeholders")
                .ifPresent(names ->
                        names.keys()
                                .forEach(name ->
                                        placeholders.put(
                                                name, names.optionalText(name).orElse(""))));
        return placeholders;
    }

    private static List<Article.Reference> references(YamlMap map) {
        List<Article.Reference> references = new ArrayList<>();
        for (YamlMap.Item item : map.items("references")) {
            item.map()
                    .ifPresent(reference -> {
                        reference.allow(Set.of("title", "url"));
                        String url = reference.text("url");
                        if (!url.isEmpty()
                                && !url.matches("https://[\\w.-]+\\.[a-z]{2,}(/\\S*)?")) {
                            reference
                                    .problems()
                                    .error(
                                            reference.place("url"),
                                            Code.P311,
                                            "'" + url + "' is no https address");
                        }
                        references.add(new Article.Reference(reference.text("title"), url));
                    });
        }
        return references;
    }

    private static Map<String, Article.Translation> translations(YamlMap map) {
        Map<String, Article.Translation> translations = new LinkedHashMap<>();
        map.map("zh")
                .ifPresent(chinese -> {
                    chinese.allow(Set.of("title", "summary", "keywords", "steps"));
                    translations.put(
                            "zh",
                            new Article.Translation(
                                    chinese.text("title"),
                                    chinese.text("summary"),
                                    chinese.texts("keywords"),
                                    chinese.texts("steps")));
                });
        return translations;
    }
}
