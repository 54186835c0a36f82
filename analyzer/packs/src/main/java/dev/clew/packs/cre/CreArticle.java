package dev.clew.packs.cre;

import dev.clew.model.Applies;
import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.StepCondition;
import dev.clew.packs.yaml.YamlMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The article that a rule makes: what it says of cause, impact and mitigation.
final class CreArticle {

    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*•]|\\d{1,2}[.)])\\s+");
    private static final int LONGEST = 20_000;
    private static final String FIRST =
            "Look at the lines that matched, and at what the program says around them.";

    private CreArticle() {}

    static Article of(String slug, String area, String id, YamlMap cre) {
        String description = text(cre, "description");
        String cause = text(cre, "cause");
        String impact = text(cre, "impact");
        String mitigation = text(cre, "mitigation");
        List<FixStep> steps = steps(mitigation);
        return new Article(
                slug,
                area,
                plain(cre.optionalText("title").orElse(id)),
                summary(description, cause),
                Article.Kind.FAULT,
                Applies.ALWAYS,
                LocalDate.EPOCH,
                cre.has("tags") ? cre.texts("tags") : List.of(),
                Map.of(),
                references(cre),
                Map.of(),
                steps,
                new Guide(step(0, FIRST), List.of(), impact, List.of(), List.of(), ""),
                body(description, cause, impact, mitigation));
    }

    /// One line without what would act on a terminal or be taken for a value to fill in.
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").replace('<', '‹').replace('>', '›').strip();
    }

    private static String text(YamlMap cre, String key) {
        String text = cre.optionalText(key).orElse("").strip().replace('<', '‹').replace('>', '›');
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String summary(String description, String cause) {
        String whole = cause.isEmpty() ? description : description + "\nCause: " + cause;
        return whole.replaceAll("\\s+", " ").strip();
    }

    private static List<Article.Reference> references(YamlMap cre) {
        List<Article.Reference> references = new ArrayList<>();
        for (String url : cre.texts("references")) {
            if (url.startsWith("https://") || url.startsWith("http://")) {
                references.add(new Article.Reference(url, url, ""));
            }
        }
        return references;
    }

    /// Each item of the outermost list is a step; a text without a list is one.
    private static List<FixStep> steps(String mitigation) {
        List<StringBuilder> items = new ArrayList<>();
        int outermost =
                mitigation
                        .lines()
                        .filter(line -> ITEM.matcher(line).find())
                        .mapToInt(CreArticle::indent)
                        .min()
                        .orElse(-1);
        for (String line : mitigation.lines().toList()) {
            boolean begins = ITEM.matcher(line).find() && indent(line) == outermost;
            String words = begins ? ITEM.matcher(line).replaceFirst("") : line.strip();
            if (begins || items.isEmpty()) {
                items.add(new StringBuilder(words));
            } else if (!words.isEmpty()) {
                items.getLast().append(' ').append(words);
            }
        }
        List<FixStep> steps = new ArrayList<>();
        for (StringBuilder item : items) {
            if (!item.toString().isBlank()) {
                steps.add(step(steps.size() + 1, item.toString().strip()));
            }
        }
        return steps;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static FixStep step(int number, String words) {
        return new FixStep(
                number,
                words.replaceAll("\\s+", " "),
                "",
                null,
                null,
                StepCondition.ALWAYS,
                Map.of());
    }

    private static String body(String description, String cause, String impact, String mitigation) {
        StringBuilder body = new StringBuilder();
        section(body, "Symptom", description);
        section(body, "Cause", cause);
        section(body, "Impact", impact);
        section(body, "Fix", mitigation);
        return body.toString();
    }

    private static void section(StringBuilder body, String title, String text) {
        if (!text.isEmpty()) {
            body.append("## ").append(title).append('\n').append(text).append("\n\n");
        }
    }
}
