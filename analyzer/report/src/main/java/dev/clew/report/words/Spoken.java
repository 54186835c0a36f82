package dev.clew.report.words;

import dev.clew.diagnose.Finding;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What findings and their articles say in the language of a report.
public final class Spoken {

    private Spoken() {}

    /// What the article of a finding says in the language of the words; empty in English and where
    /// it is not translated.
    public static Optional<Translation> translation(Finding finding, Phrases words) {
        Article article = finding.article();
        return article == null || words.isEnglish()
                ? Optional.empty()
                : Optional.ofNullable(article.translations().get(words.code()));
    }

    /// The name of a finding.
    public static String title(Finding finding, Phrases words) {
        return translation(finding, words)
                .map(Translation::title)
                .orElseGet(() -> finding.signature().title());
    }

    /// The translated words of a step.
    ///
    /// @param number as the article counts its steps; 0 where it does not
    /// @return null where there are none
    public static Translation.@Nullable Step step(@Nullable Translation translation, int number) {
        return translation == null || number < 1 || number > translation.steps().size()
                ? null
                : translation.steps().get(number - 1);
    }
}
