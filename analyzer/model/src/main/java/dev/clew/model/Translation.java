package dev.clew.model;

import java.util.List;
import java.util.Map;

/// What an article says in another language. Commands, risks and conditions are those of the
/// article: only words are translated.
///
/// @param keywords words that people search by in that language
/// @param first the words of the first look; empty if it is not translated
/// @param answers what the first look may show, in the order of the article
/// @param impact what stops, what goes on, whether it can wait; empty if it is not translated
/// @param causes pairs of what is seen and what it comes from, in the order of the article
/// @param steps in the order of their numbers
/// @param verify how to see that it is over; empty if it is not translated
/// @param noHelp what to do if nothing helped; empty if it is not translated
public record Translation(
        String title,
        String summary,
        List<String> keywords,
        String first,
        List<String> answers,
        String impact,
        List<List<String>> causes,
        List<Step> steps,
        String verify,
        String noHelp) {

    public Translation {
        keywords = List.copyOf(keywords);
        answers = List.copyOf(answers);
        causes = List.copyOf(causes);
        steps = List.copyOf(steps);
    }

    /// The words of a step.
    ///
    /// @param title names the action
    /// @param text says more about it; may be empty
    /// @param notes in the kinds of the article's own
    public record Step(String title, String text, Map<FixStep.Note, String> notes) {
        public Step {
            notes = Map.copyOf(notes);
        }

        /// Title and text as one.
        public String description() {
            return text.isEmpty() ? title : title + (title.endsWith("。") ? "" : "。") + text;
        }
    }
}
