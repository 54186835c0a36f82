package dev.clew.packs.article;

import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Placeholder;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.packs.rule.RuleReader;
import dev.clew.packs.vocabulary.Placeholders;
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
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

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
    /// @param vocabulary the placeholders that every article may use
    /// @return empty if the header can't be read; an article with gaps if single values are wrong,
    ///   with the problems put down
    public static Optional<Article> read(
            String id,
            String area,
            String path,
            String text,
            Placeholders vocabulary,
            Problems problems) {
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
                .map(map -> article(id, area, map, body, bodyLine, path, vocabulary, problems));
    }

    private static Article article(
            String id,
            String area,
            YamlMap map,
            String body,
            int bodyLine,
            String path,
            Placeholders vocabulary,
            Problems problems) {
        map.allow(HEADER);
        String kind = map.text("kind");
        if (!kind.isEmpty() && !KINDS.containsKey(kind)) {
            problems.error(
                    map.place("kind"),
                    Code.P104,
                    "'" + kind + "' is no kind; known: concept, fault, how-to");
        }
        List<Sections> sections = Sections.of(body);
        List<FixStep> steps =
                sections.stream()
                        .filter(section -> section.title().equals("Fix"))
                        .flatMap(fix -> Steps.read(fix.blocks(), path, bodyLine, problems).stream())
                        .toList();
        Guide guide = GuideReader.read(sections, path, bodyLine, problems).orElse(null);
        return new Article(
                id,
                area,
                map.text("title"),
                map.text("summary"),
                KINDS.getOrDefault(kind, Article.Kind.FAULT),
                RuleReader.applies(map, "applies"),
                date(map),
                map.texts("keywords"),
                placeholders(map, steps, guide, vocabulary),
                references(map),
                TranslationReader.read(map),
                steps,
                guide,
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

    /// Those that the article explains, and those of the vocabulary that its commands use.
    private static Map<String, Placeholder> placeholders(
            YamlMap map, List<FixStep> steps, @Nullable Guide guide, Placeholders vocabulary) {
        Map<String, Placeholder> placeholders = new LinkedHashMap<>();
        map.map("placeholders")
                .ifPresent(own ->
                        own.keys()
                                .forEach(
                                        name -> placeholders.put(name, vocabulary.own(name, own))));
        List<String> texts = new ArrayList<>();
        steps.forEach(step -> texts(step, texts));
        if (guide != null) {
            texts(guide.first(), texts);
            guide.verify().forEach(step -> texts(step, texts));
        }
        placeholders.values().forEach(each -> texts.add(each.get() == null ? "" : each.get()));
        for (int i = 0; i < texts.size(); i++) { // grows by the commands that tell the values
            Matcher matcher = Placeholder.IN_TEXT.matcher(texts.get(i));
            while (matcher.find()) {
                String name = matcher.group(1);
                vocabulary
                        .find(name)
                        .filter(each -> !placeholders.containsKey(name))
                        .ifPresent(each -> {
                            placeholders.put(name, each);
                            texts.add(each.get() == null ? "" : each.get());
                        });
            }
        }
        return placeholders;
    }

    private static void texts(FixStep step, List<String> texts) {
        texts.add(step.text());
        texts.add(step.command() == null ? "" : step.command());
        texts.addAll(step.notes().values());
    }

    private static List<Article.Reference> references(YamlMap map) {
        List<Article.Reference> references = new ArrayList<>();
        for (YamlMap.Item item : map.items("references")) {
            item.map()
                    .ifPresent(reference -> {
                        reference.allow(Set.of("title", "url", "version"));
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
                        references.add(
                                new Article.Reference(
                                        reference.text("title"),
                                        url,
                                        reference.optionalText("version").orElse("")));
                    });
        }
        return references;
    }
}
