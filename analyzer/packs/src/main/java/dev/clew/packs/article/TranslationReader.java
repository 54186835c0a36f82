package dev.clew.packs.article;

import dev.clew.model.FixStep;
import dev.clew.model.Translation;
import dev.clew.packs.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the part of the header that says an article in another language.
final class TranslationReader {

    private static final Set<String> KEYS =
            Set.of(
                    "title",
                    "summary",
                    "keywords",
                    "first",
                    "answers",
                    "impact",
                    "causes",
                    "steps",
                    "verify",
                    "help");
    private static final Set<String> STEP =
            Set.of("do", "text", "effect", "undo", "ask", "expect", "done");

    private TranslationReader() {}

    static Map<String, Translation> read(YamlMap header) {
        Map<String, Translation> translations = new LinkedHashMap<>();
        header.map("zh").ifPresent(chinese -> translations.put("zh", translation(chinese)));
        return translations;
    }

    private static Translation translation(YamlMap map) {
        map.allow(KEYS);
        return new Translation(
                map.text("title"),
                map.text("summary"),
                map.texts("keywords"),
                map.optionalText("first").orElse(""),
                map.texts("answers"),
                map.optionalText("impact").orElse(""),
                causes(map),
                map.items("steps").stream().map(TranslationReader::step).toList(),
                map.optionalText("verify").orElse(""),
                map.optionalText("help").orElse(""));
    }

    private static List<List<String>> causes(YamlMap map) {
        List<List<String>> causes = new ArrayList<>();
        for (YamlMap.Item row : map.items("causes")) {
            causes.add(row.items().stream().flatMap(each -> each.text().stream()).toList());
        }
        return causes;
    }

    /// A sentence, as in articles of the older form, or a mapping.
    private static Translation.Step step(YamlMap.Item item) {
        if (item.isText()) {
            return new Translation.Step(item.text().orElse(""), "", Map.of());
        }
        return item.map()
                .map(step -> {
                    step.allow(STEP);
                    return new Translation.Step(
                            step.text("do"), step.optionalText("text").orElse(""), notes(step));
                })
                .orElse(new Translation.Step("", "", Map.of()));
    }

    private static Map<FixStep.Note, String> notes(YamlMap step) {
        Map<FixStep.Note, String> notes = new EnumMap<>(FixStep.Note.class);
        for (FixStep.Note note : FixStep.Note.values()) {
            String key = note == FixStep.Note.DONE_WHEN ? "done" : note.field();
            step.optionalText(key).ifPresent(words -> notes.put(note, words));
        }
        return notes;
    }
}
