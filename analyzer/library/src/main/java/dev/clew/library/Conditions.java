package dev.clew.library;

import dev.clew.library.text.PlainText;
import dev.clew.model.Applies;
import dev.clew.model.Article;
import dev.clew.model.Environment;
import dev.clew.model.Software;
import dev.clew.model.Version;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds articles against the conditions of a question.
final class Conditions {

    private Conditions() {}

    /// Whether an article, or a signature without one, meets all conditions.
    static boolean met(
            Question question, @Nullable Article article, List<KnownSignature> signatures) {
        return area(question.area(), article, signatures)
                && component(question.component(), article, signatures)
                && version(question.cilium(), article)
                && (question.severity() == null
                        || signatures.stream()
                                .anyMatch(each ->
                                        each.severity().compareTo(question.severity()) >= 0));
    }

    private static boolean area(
            @Nullable String area, @Nullable Article article, List<KnownSignature> signatures) {
        return area == null
                || (article != null
                        ? article.area().equals(area)
                        : signatures.stream().anyMatch(each -> each.area().equals(area)));
    }

    /// A signature that listens to the component, or, where none says whom it listens to, an
    /// article that names it.
    private static boolean component(
            @Nullable String component,
            @Nullable Article article,
            List<KnownSignature> signatures) {
        if (component == null
                || signatures.stream().anyMatch(each -> each.components().contains(component))) {
            return true;
        }
        return article != null
                && signatures.stream().allMatch(each -> each.components().isEmpty())
                && (article.title() + "\n" + article.summary() + PlainText.of(article.body()))
                        .toLowerCase(Locale.ROOT)
                        .contains(component);
    }

    private static boolean version(@Nullable Version cilium, @Nullable Article article) {
        return cilium == null
                || article == null
                || applies(article.applies(), cilium)
                        && (article.steps().isEmpty()
                                || article.steps().stream()
                                        .anyMatch(step ->
                                                applies(step.condition().versions(), cilium)));
    }

    private static boolean applies(Applies applies, Version cilium) {
        return applies.to(new Environment(Map.of(Software.CILIUM.word(), cilium.toString())));
    }
}
