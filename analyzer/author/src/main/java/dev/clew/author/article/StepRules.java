package dev.clew.author.article;

import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.packs.Code;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Holds steps to their numbers, headings and notes, and what leads to them to their numbers.
final class StepRules {

    /// Words that begin a condition, a place or a thing, not an action.
    private static final Set<String> NO_ACTION =
            Set.of(
                    "if",
                    "or",
                    "when",
                    "where",
                    "for",
                    "on",
                    "in",
                    "with",
                    "without",
                    "otherwise",
                    "alternatively",
                    "then",
                    "else",
                    "only",
                    "optional",
                    "note",
                    "the",
                    "a",
                    "an",
                    "how",
                    "why",
                    "after",
                    "before",
                    "also",
                    "and",
                    "as",
                    "at",
                    "by",
                    "from",
                    "to",
                    "your",
                    "this",
                    "these",
                    "no",
                    "not",
                    "possible",
                    "general");

    private static final Set<String> ENDS_IN_ING = Set.of("bring", "string", "ping", "ring");

    private final PageUnderTest page;

    private StepRules(PageUnderTest page) {
        this.page = page;
    }

    static void check(PageUnderTest page, Guide guide) {
        StepRules rules = new StepRules(page);
        rules.numbers();
        page.article().steps().forEach(rules::notes);
        rules.leads(guide);
    }

    private void numbers() {
        int last = 0;
        for (FixStep step : page.article().steps()) {
            if (step.title().isEmpty() && step.number() == last) {
                continue;
            }
            String heading =
                    "### " + (step.number() == 0 ? "" : step.number() + ". ") + step.title();
            if (step.number() != last + 1) {
                page.error(
                        Code.P315,
                        heading,
                        "the heading must be '### "
                                + (last + 1)
                                + ". …': steps are counted from 1 without gaps");
            }
            last = step.number() == 0 ? last + 1 : step.number();
            action(step.title(), heading);
        }
    }

    private void action(String title, String heading) {
        String first = title.toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*$", "");
        if (NO_ACTION.contains(first) || (first.endsWith("ing") && !ENDS_IN_ING.contains(first))) {
            page.error(
                    Code.P315,
                    heading,
                    "'" + title + "' must name the action, beginning with a verb");
        }
    }

    private void notes(FixStep step) {
        FixStep.Risk risk = step.risk();
        if (risk == null) {
            return;
        }
        List<FixStep.Note> needed =
                switch (risk) {
                    case READ_ONLY -> List.of();
                    case CHANGES -> List.of(FixStep.Note.UNDO);
                    case DISRUPTIVE -> List.of(FixStep.Note.EFFECT, FixStep.Note.UNDO);
                    case DESTRUCTIVE ->
                            List.of(FixStep.Note.EFFECT, FixStep.Note.UNDO, FixStep.Note.ASK);
                };
        for (FixStep.Note note : needed) {
            if (step.note(note).filter(words -> !words.isBlank()).isEmpty()) {
                page.error(
                        Code.P316,
                        step.command() == null ? step.title() : step.command(),
                        "a " + risk.word() + " command needs '" + note.label() + ":' before it");
            }
        }
    }

    private void leads(Guide guide) {
        FixStep first = guide.first();
        if (first.risk() != null && first.risk() != FixStep.Risk.READ_ONLY) {
            page.error(Code.P317, "## Do first", "the first look must be read-only");
        }
        if (guide.answers().isEmpty()) {
            page.error(
                    Code.P317,
                    "## Do first",
                    "say in a list what may be seen and what it leads to: - `words` → step 1");
        }
        Set<Integer> known =
                page.article().steps().stream()
                        .map(FixStep::number)
                        .collect(java.util.stream.Collectors.toSet());
        for (Guide.Answer answer : guide.answers()) {
            if (answer.then().isEmpty()) {
                page.error(
                        Code.P317,
                        answer.see(),
                        "'" + answer.see() + "' leads nowhere: add → step 1");
            }
            exist(answer.steps(), known, answer.then());
        }
        if (guide.causes().isEmpty()) {
            page.error(
                    Code.P317, "## Causes", "the table 'You see, Cause, Step' is missing or empty");
        }
        for (Guide.Cause cause : guide.causes()) {
            if (cause.then().isBlank()) {
                page.error(Code.P317, "## Causes", "the row '" + cause.see() + "' has no step");
            }
            exist(cause.steps(), known, cause.see());
        }
    }

    private void exist(List<Integer> steps, Set<Integer> known, String near) {
        for (int step : steps) {
            if (!known.contains(step)) {
                page.error(Code.P317, near, "there is no step " + step);
            }
        }
    }
}
