package dev.clew.report;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a finding does, and what to do about it: the first step, what its answers mean, the fix,
/// and how to see that it worked.
final class AdviceText {

    private static final int MOST_SUBJECTS = 4;

    private final Set<String> explained = new HashSet<>();
    private final Screen screen;

    AdviceText(Screen screen) {
        this.screen = screen;
    }

    void write(Advice advice) {
        FilledStep first = advice.first();
        if (!advice.impact().isEmpty()) {
            screen.section("Impact");
            advice.impact().lines().forEach(screen::text);
        }
        if (first != null) {
            screen.section("Do first");
            step(first, "");
            for (Guide.Answer answer : advice.answers()) {
                screen.bullet(Terminal.safe(answer.see() + " → " + answer.then()));
            }
        }
        steps("Fix", advice.fix());
        steps("Verify", advice.verify());
    }

    private void steps(String title, List<FilledStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        screen.section(title);
        int number = 0;
        for (FilledStep step : steps) {
            number++;
            int shown = step.number() > 0 ? step.number() : number;
            boolean further = step.title().isEmpty() && step.number() > 0;
            step(
                    step,
                    title.equals("Verify") || further
                            ? ""
                            : String.format(Locale.ROOT, "%2d. ", shown));
        }
    }

    private void step(FilledStep step, String mark) {
        String indent = Screen.INDENT + Screen.INDENT + "    ";
        List<String> lines = Terminal.wrap(Terminal.safe(step.description()), screen.width() - 8);
        for (int i = 0; i < lines.size(); i++) {
            screen.line(
                    i == 0 && !mark.isEmpty()
                            ? Screen.INDENT + Screen.INDENT + mark + lines.get(i)
                            : indent + lines.get(i));
        }
        if (!step.onlyIf().isEmpty()) {
            screen.note("Only if: " + step.onlyIf());
        }
        for (FixStep.Note note :
                List.of(FixStep.Note.EFFECT, FixStep.Note.UNDO, FixStep.Note.ASK)) {
            note(step, note);
        }
        String command = step.command();
        if (command != null) {
            String risk = step.risk() == null ? "" : step.risk().word();
            screen.line(
                    indent
                            + (step.risk() == FixStep.Risk.READ_ONLY
                                    ? screen.theme().faint("# " + risk)
                                    : screen.theme().danger("# " + risk)));
            for (String each : command.split("\n", -1)) {
                screen.line(indent + screen.theme().command(Terminal.safe(each)));
            }
        }
        fillIn(step);
        note(step, FixStep.Note.EXPECT);
        note(step, FixStep.Note.DONE_WHEN);
    }

    /// What the reader has to fill in, to check, or to do again. Each name is explained once.
    private void fillIn(FilledStep step) {
        List<String> again = new ArrayList<>();
        for (FilledStep.Need need : step.needs()) {
            if (!explained.add(need.name())) {
                again.add("<" + need.name() + ">");
                continue;
            }
            screen.note(
                    "You need <"
                            + need.name()
                            + ">"
                            + (need.means().isEmpty() ? "" : ": " + need.means())
                            + (need.get() == null ? "" : "; get it with: " + need.get()));
        }
        if (!again.isEmpty()) {
            screen.note("You need " + String.join(", ", again) + ", see above");
        }
        for (FilledStep.Assumed each : step.assumed()) {
            if (!explained.add(each.name())) {
                continue;
            }
            screen.note(
                    "Assumed: <"
                            + each.name()
                            + "> is "
                            + each.value()
                            + (each.get() == null ? "" : "; check with: " + each.get()));
        }
        if (!step.others().isEmpty()) {
            int shown = Math.min(MOST_SUBJECTS, step.others().size());
            screen.note(
                    "The same for: "
                            + String.join(
                                    ", ",
                                    step.others().subList(0, shown).stream()
                                            .map(Subject::toString)
                                            .toList())
                            + (shown < step.others().size()
                                    ? " and " + (step.others().size() - shown) + " more"
                                    : ""));
        }
    }

    private void note(FilledStep step, FixStep.Note note) {
        @Nullable String words = step.notes().get(note);
        if (words != null) {
            screen.note(note.label() + ": " + words);
        }
    }
}
