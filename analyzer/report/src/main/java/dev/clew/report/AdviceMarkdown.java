package dev.clew.report;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to do about a finding, as Markdown.
final class AdviceMarkdown {

    private static final int MOST_OTHERS = 10;

    private final StringBuilder out;
    private final Set<String> explained = new HashSet<>();

    private AdviceMarkdown(StringBuilder out) {
        this.out = out;
    }

    static void write(Advice advice, StringBuilder out) {
        new AdviceMarkdown(out).write(advice);
    }

    private void write(Advice advice) {
        if (!advice.impact().isEmpty()) {
            line("");
            line("**Impact.** " + Markdown.prose(advice.impact().replace('\n', ' ')));
        }
        FilledStep first = advice.first();
        if (first != null) {
            line("");
            step(first, "**Do first.** ");
            line("");
            for (Guide.Answer answer : advice.answers()) {
                line("- " + Markdown.prose(answer.see() + " → " + answer.then()));
            }
        }
        int number = 0;
        for (FilledStep each : advice.fix()) {
            line("");
            number++;
            boolean further = each.title().isEmpty() && each.number() > 0;
            step(each, further ? "" : (each.number() > 0 ? each.number() : number) + ". ");
        }
        for (FilledStep each : advice.verify()) {
            line("");
            step(each, "**Verify.** ");
        }
    }

    private void step(FilledStep step, String mark) {
        line(
                mark
                        + Markdown.prose(step.description())
                        + (step.risk() == null ? "" : " *(" + step.risk().word() + ")*"));
        if (!step.onlyIf().isEmpty()) {
            item("Only if", step.onlyIf());
        }
        for (FixStep.Note note :
                List.of(FixStep.Note.EFFECT, FixStep.Note.UNDO, FixStep.Note.ASK)) {
            note(step, note);
        }
        if (step.command() != null) {
            line("");
            out.append(Markdown.block("sh", step.command()));
        }
        for (FilledStep.Need need : step.needs()) {
            if (!explained.add(need.name())) {
                continue;
            }
            line("");
            line(
                    "You need "
                            + Markdown.code("<" + need.name() + ">")
                            + (need.means().isEmpty() ? "" : ": " + Markdown.words(need.means()))
                            + (need.get() == null
                                    ? ""
                                    : "; get it with " + Markdown.code(need.get())));
        }
        for (FilledStep.Assumed each : step.assumed()) {
            if (!explained.add(each.name())) {
                continue;
            }
            line("");
            line(
                    "Assumed: "
                            + Markdown.code("<" + each.name() + ">")
                            + " is "
                            + Markdown.code(each.value())
                            + (each.get() == null
                                    ? ""
                                    : "; check with " + Markdown.code(each.get())));
        }
        if (!step.others().isEmpty()) {
            item(
                    "The same for",
                    String.join(
                                    ", ",
                                    step.others().stream()
                                            .limit(MOST_OTHERS)
                                            .map(Subject::toString)
                                            .toList())
                            + (step.others().size() > MOST_OTHERS
                                    ? " and " + (step.others().size() - MOST_OTHERS) + " more"
                                    : ""));
        }
        note(step, FixStep.Note.EXPECT);
        note(step, FixStep.Note.DONE_WHEN);
    }

    private void note(FilledStep step, FixStep.Note note) {
        @Nullable String words = step.notes().get(note);
        if (words != null) {
            item(note.label(), words);
        }
    }

    private void item(String label, String words) {
        line("");
        line(label + ": " + Markdown.prose(words));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
