package dev.clew.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of the knowledge base.
///
/// @param id the name of its file without the ending
/// @param area the folder it stands in
/// @param title what the page is about, in one line
/// @param summary what it says, in one or two sentences
/// @param kind whether it is about a fault, a task or a notion
/// @param applies the versions it was written for
/// @param verified the day its claims were last held against their sources
/// @param keywords words a person might search by that the text does not contain
/// @param placeholders names in `<…>` in its commands, by name
/// @param references the pages its claims come from
/// @param translations titles, summaries and steps in other languages, by language code
/// @param steps what to do, in order
/// @param guide where to begin, what it means, how to see that it is over; null for tasks and
///   notions, and for faults that are written in the older form
/// @param body the page in Markdown, without its header
public record Article(
        String id,
        String area,
        String title,
        String summary,
        Kind kind,
        Applies applies,
        LocalDate verified,
        List<String> keywords,
        Map<String, Placeholder> placeholders,
        List<Reference> references,
        Map<String, Translation> translations,
        List<FixStep> steps,
        @Nullable Guide guide,
        String body) {

    public Article {
        keywords = List.copyOf(keywords);
        placeholders = Map.copyOf(placeholders);
        references = List.copyOf(references);
        translations = Map.copyOf(translations);
        steps = List.copyOf(steps);
    }

    /// What a page is for.
    public enum Kind {
        /// Something is broken.
        FAULT,
        /// Something is to be done.
        HOW_TO,
        /// Something is to be understood.
        CONCEPT
    }

    /// A page elsewhere that an article rests on.
    ///
    /// @param version what the page was read for, such as `Cilium 1.19`; empty if that is not said
    public record Reference(String title, String url, String version) {}
}
