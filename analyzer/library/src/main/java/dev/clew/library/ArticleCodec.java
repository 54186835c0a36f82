package dev.clew.library;

import dev.clew.match.index.BinaryReader;
import dev.clew.match.index.BinaryWriter;
import dev.clew.model.Article;
import dev.clew.model.Guide;
import dev.clew.model.Placeholder;
import dev.clew.model.PlaceholderType;
import dev.clew.model.Translation;
import java.io.IOException;
import java.time.LocalDate;
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
        StepCodec.applies(out, article.applies());
        out.text(article.verified().toString()).texts(article.keywords());
        out.all(article.placeholders().values(), each -> placeholder(out, each));
        out.all(
                article.references(),
                reference ->
                        out.text(reference.title())
                                .text(reference.url())
                                .text(reference.version()));
        out.all(
                article.translations().entrySet(),
                entry -> {
                    out.text(entry.getKey());
                    translation(out, entry.getValue());
                });
        StepCodec.steps(out, article.steps());
        guide(out, article.guide());
        return out.text(article.body()).bytes();
    }

    static Article decode(BinaryReader in) throws IOException {
        return new Article(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                Article.Kind.valueOf(in.text()),
                StepCodec.applies(in),
                LocalDate.parse(in.text()),
                in.texts(),
                placeholders(in),
                in.all(() -> new Article.Reference(in.text(), in.text(), in.text())),
                translations(in),
                StepCodec.steps(in),
                guide(in),
                in.text());
    }

    private static void placeholder(BinaryWriter out, Placeholder each) {
        out.text(each.name())
                .text(each.type().name())
                .text(each.means())
                .optional(each.get())
                .optional(each.kind())
                .optional(each.shape())
                .optional(each.fact())
                .texts(each.said())
                .optional(each.usual())
                .text(each.areas());
    }

    private static Map<String, Placeholder> placeholders(BinaryReader in) throws IOException {
        Map<String, Placeholder> all = new LinkedHashMap<>();
        for (Placeholder each :
                in.all(() ->
                        new Placeholder(
                                in.text(),
                                PlaceholderType.valueOf(in.text()),
                                in.text(),
                                in.optional(),
                                in.optional(),
                                in.optional(),
                                in.optional(),
                                in.texts(),
                                in.optional(),
                                in.text()))) {
            all.put(each.name(), each);
        }
        return all;
    }

    private static void translation(BinaryWriter out, Translation translation) {
        out.text(translation.title())
                .text(translation.summary())
                .texts(translation.keywords())
                .text(translation.first())
                .texts(translation.answers())
                .text(translation.impact());
        out.all(translation.causes(), out::texts);
        out.all(
                translation.steps(),
                step -> {
                    out.text(step.title()).text(step.text());
                    StepCodec.notes(out, step.notes());
                });
        out.text(translation.verify()).text(translation.noHelp());
    }

    private static Map<String, Translation> translations(BinaryReader in) throws IOException {
        Map<String, Translation> translations = new LinkedHashMap<>();
        int size = in.number();
        for (int i = 0; i < size; i++) {
            translations.put(
                    in.text(),
                    new Translation(
                            in.text(),
                            in.text(),
                            in.texts(),
                            in.text(),
                            in.texts(),
                            in.text(),
                            in.all(in::texts),
                            in.all(() ->
                                    new Translation.Step(
                                            in.text(), in.text(), StepCodec.notes(in))),
                            in.text(),
                            in.text()));
        }
        return translations;
    }

    private static void guide(BinaryWriter out, @Nullable Guide guide) {
        out.flag(guide != null);
        if (guide != null) {
            StepCodec.steps(out, List.of(guide.first()));
            out.all(
                    guide.answers(),
                    each -> {
                        out.text(each.see()).text(each.then());
                        StepCodec.numbers(out, each.steps());
                    });
            out.text(guide.impact());
            out.all(
                    guide.causes(),
                    each -> {
                        out.text(each.see()).text(each.cause()).text(each.then());
                        StepCodec.numbers(out, each.steps());
                    });
            StepCodec.steps(out, guide.verify());
            out.text(guide.noHelp());
        }
    }

    private static @Nullable Guide guide(BinaryReader in) throws IOException {
        return in.flag()
                ? new Guide(
                        StepCodec.steps(in).getFirst(),
                        in.all(() -> new Guide.Answer(in.text(), in.text(), StepCodec.numbers(in))),
                        in.text(),
                        in.all(() ->
                                new Guide.Cause(
                                        in.text(), in.text(), in.text(), StepCodec.numbers(in))),
                        StepCodec.steps(in),
                        in.text())
                : null;
    }
}
