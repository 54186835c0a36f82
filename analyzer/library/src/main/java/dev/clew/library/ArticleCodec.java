package dev.clew.library;

import dev.clew.match.index.BinaryReader;
import dev.clew.match.index.BinaryWriter;
import dev.clew.model.Applies;
import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Software;
import dev.clew.model.VersionRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns articles into bytes and back.
final class ArticleCodec {

    private ArticleCodec() {}

    static byte[] encode(Article article) {
        BinaryWriter out = new BinaryWriter();
        out.text(article.id())
                .text(article.area())
                .text(article.title())
                .text(article.summary())
                .text(article.kind().name());
        applies(out, article.applies());
        out.text(article.verified().toString())
                .texts(article.keywords())
                .texts(article.placeholders());
        out.all(
                article.references(),
                reference -> out.text(reference.title()).text(reference.url()));
        out.all(
                article.translations().entrySet(),
                entry -> {
                    Article.Translation translation = entry.getValue();
                    out.text(entry.getKey())
                            .text(translation.title())
                            .text(translation.summary())
                            .texts(translation.keywords())
                            .texts(translation.steps());
                });
        out.all(
                article.steps(),
                step -> {
                    out.text(step.description())
                            .optional(step.command())
                            .optional(step.risk() == null ? null : step.risk().name());
                    applies(out, step.applies());
                    out.texts(step.when());
                });
        return out.text(article.body()).bytes();
    }

    static Article decode(BinaryReader in) throws IOException {
        return new Article(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                Article.Kind.valueOf(in.text()),
                applies(in),
                LocalDate.parse(in.text()),
                in.texts(),
                in.textMap(),
                in.all(() -> new Article.Reference(in.text(), in.text())),
                translations(in),
                steps(in),
                in.text());
    }

    private static Map<String, Article.Translation> translations(BinaryReader in)
            throws IOException {
        Map<String, Article.Translation> translations = new LinkedHashMap<>();
        int size = in.number();
        for (int i = 0; i < size; i++) {
            translations.put(
                    in.text(),
                    new Article.Translation(in.text(), in.text(), in.texts(), in.texts()));
        }
        return translations;
    }

    private static List<FixStep> steps(BinaryReader in) throws IOException {
        return in.all(() -> {
            String description = in.text();
            String command = in.optional();
            return new FixStep(
                    description, command, risk(in.optional()), applies(in), in.textMap());
        });
    }

    private static FixStep.@Nullable Risk risk(@Nullable String name) {
        return name == null ? null : FixStep.Risk.valueOf(name);
    }

    private static void applies(BinaryWriter out, Applies applies) {
        out.all(
                applies.ranges().entrySet(),
                range -> out.text(range.getKey().name()).text(range.getValue().toString()));
    }

    private static Applies applies(BinaryReader in) throws IOException {
        Map<Software, VersionRange> ranges = new EnumMap<>(Software.class);
        int size = in.number();
        for (int i = 0; i < size; i++) {
            ranges.put(
                    Software.valueOf(in.text()),
                    VersionRange.of(in.text()).orElse(VersionRange.ALL));
        }
        return new Applies(ranges);
    }
}
