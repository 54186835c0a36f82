package dev.clew.report;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Subject;
import dev.clew.model.Translation;
import dev.clew.report.words.Phrases;
import dev.clew.report.words.Spoken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a finding does, and what to do about it: the first step, what its answers mean, the fix,
/// and how to see that it worked.
final class AdviceText {

    private static final int MOST_SUBJECTS = 4;

    private final Set<String> explained = new HashSet<>();
    private final Screen screen;
    private final Phrases words;
    private final @Nullable Translation translation;

    /// @param translation what the article says in the language of the screen; null for its own
    AdviceText(Screen screen, @Nullable Translation translation) {
        this.screen = screen;
        this.words = screen.words();
        this.translation = translation;
    }

    void write(Advice advice) {
        FilledStep first = advice.first();
        String impact =
                translation == null || translation.impact().isEmpty()
                        ? advice.impact()
                        : translation.impact();
        if (!impact.isEmpty()) {
            screen.section(words.say("impact"));
            impact.lines().forEach(screen::text);
        }
        if (first != null) {
            screen.section(words.say("text.do-first"));
            first(first, advice.answers());
        }
        fix(advice.fix());
        verify(advice.verify());
    }

    private void verify(List<FilledStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        screen.section(words.say("verify"));
        String translated = translation == null ? "" : translation.verify();
        if (!translated.isEmpty()) {
            screen.text(Terminal.safe(translated));
        }
        for (FilledStep step : steps) {
            step(step, "", translated.isEmpty() ? step.description() : "", step.notes());
        }
    }

    private void first(FilledStep first, List<Guide.Answer> answers) {
        if (translation == null || translation.first().isEmpty()) {
            step(first, "", first.description(), first.notes());
            answers.forEach(
                    answer -> screen.bullet(Terminal.safe(answer.see() + " → " + answer.then())));
        } else {
            step(first, "", translation.first(), first.notes());
            translation.answers().forEach(answer -> screen.bullet(Terminal.safe(answer)));
        }
    }

    private void fix(List<FilledStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        screen.section(words.say("fix"));
        int number = 0;
        for (FilledStep step : steps) {
            number++;
            int shown = step.number() > 0 ? step.number() : number;
            boolean further = step.title().isEmpty() && step.number() > 0;
            Translation.Step translated = further ? null : Spoken.step(translation, step.number());
            step(
                    step,
                    further ? "" : String.format(Locale.ROOT, "%2d. ", shown),
                    translated == null ? step.description() : translated.description(),
                    translated == null || translated.notes().isEmpty()
                            ? step.notes()
                            : translated.notes());
        }
    }

    private void step(
            FilledStep step, String mark, String description, Map<FixStep.Note, String> notes) {
        String indent = Screen.INDENT + Screen.INDENT + "    ";
        List<String> lines = Terminal.wrap(Terminal.safe(description), screen.width() - 8);
        for (int i = 0; !description.isEmpty() && i < lines.size(); i++) {
            screen.line(
                    i == 0 && !mark.isEmpty()
                            ? Screen.INDENT + Screen.INDENT + mark + lines.get(i)
                            : indent + lines.get(i));
        }
        if (!step.onlyIf().isEmpty()) {
            screen.note(words.say("only") + words.say("colon") + step.onlyIf());
        }
        for (FixStep.Note note :
                List.of(FixStep.Note.EFFECT, FixStep.Note.UNDO, FixStep.Note.ASK)) {
            note(notes, note);
        }
        String command = step.command();
        if (command != null) {
            String risk = step.risk() == null ? "" : words.say("risk." + step.risk().word());
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
        note(notes, FixStep.Note.EXPECT);
        note(notes, FixStep.Note.DONE_WHEN);
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
                    words.say("text.you-need", "<" + need.name() + ">")
                            + (need.means().isEmpty() ? "" : words.say("colon") + need.means())
                            + (need.get() == null ? "" : words.say("text.get", need.get())));
        }
        if (!again.isEmpty()) {
            screen.note(words.say("text.you-need.again", words.list(again)));
        }
        for (FilledStep.Assumed each : step.assumed()) {
            if (!explained.add(each.name())) {
                continue;
            }
            screen.note(
                    words.say("text.assumed", each.name(), each.value())
                            + (each.get() == null ? "" : words.say("text.check", each.get())));
        }
        if (!step.others().isEmpty()) {
            int shown = Math.min(MOST_SUBJECTS, step.others().size());
            int more = step.others().size() - shown;
            String names =
                    words.list(
                            step.others().subList(0, shown).stream()
                                    .map(Subject::toString)
                                    .toList());
            screen.note(
                    words.say("others")
                            + words.say("colon")
                            + (more > 0 ? words.say("text.and-more", names, more) : names));
        }
    }

    private void note(Map<FixStep.Note, String> notes, FixStep.Note note) {
        String told = notes.get(note);
        if (told != null) {
            screen.note(words.say("note." + note.field()) + words.say("colon") + told);
        }
    }
}
