package dev.clew.report.html;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.diagnose.Finding;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Translation;
import dev.clew.report.words.Phrases;
import dev.clew.report.words.Spoken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to do about a finding: the first look, the steps with the best first, and how to see that
/// it is over. Placeholders that only the reader can fill have fields, which fill all commands.
final class FixSteps {

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;
    private final String prefix;

    /// @param prefix of the ids of elements, one for each incident
    FixSteps(Sheet sheet, String prefix) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
        this.prefix = prefix;
    }

    void write(Finding finding) {
        Advice advice = finding.advice();
        if (advice.fix().isEmpty() && advice.first() == null && advice.impact().isEmpty()) {
            return;
        }
        @Nullable Translation translation = sheet.translation(finding).orElse(null);
        out.open("section", "class", "card fix");
        out.element("h3", words.say("fix"));
        impact(advice, translation);
        fields(advice);
        first(advice, translation);
        steps(advice.fix(), translation);
        verify(advice, translation);
        out.closeLine();
    }

    private void impact(Advice advice, @Nullable Translation translation) {
        String impact =
                translation == null || translation.impact().isEmpty()
                        ? advice.impact()
                        : translation.impact();
        if (!impact.isEmpty()) {
            out.open("p", "class", "impact").element("b", words.say("impact")).text(" ");
            out.prose(impact).close();
        }
    }

    /// A field for each placeholder that is left, over all commands.
    private void fields(Advice advice) {
        Map<String, FilledStep.Need> needs = new LinkedHashMap<>();
        Stream.concat(
                        Stream.concat(Stream.ofNullable(advice.first()), advice.fix().stream()),
                        advice.verify().stream())
                .flatMap(step -> step.needs().stream())
                .forEach(need -> needs.putIfAbsent(need.name(), need));
        if (needs.isEmpty()) {
            return;
        }
        out.open("div", "class", "fields", "role", "group", "aria-label", words.say("fill"));
        int number = 0;
        for (FilledStep.Need need : needs.values()) {
            String id = prefix + "-n" + ++number;
            out.open("div", "class", "field");
            out.element("label", need.name(), "for", id);
            out.single(
                    "input",
                    "type",
                    "text",
                    "id",
                    id,
                    "data-slot",
                    need.name(),
                    "autocomplete",
                    "off",
                    "autocapitalize",
                    "off",
                    "spellcheck",
                    "false",
                    "placeholder",
                    "<" + need.name() + ">",
                    "aria-describedby",
                    id + "-d");
            out.open("p", "class", "quiet", "id", id + "-d").prose(need.means());
            if (need.get() != null) {
                out.text((need.means().isEmpty() ? "" : "; ") + words.say("fill.get") + " ");
                out.element("code", need.get());
            }
            out.close();
            out.element(
                    "p",
                    words.say("fill.quote"),
                    "class",
                    "hint",
                    "hidden",
                    "hidden",
                    "role",
                    "status");
            out.close();
        }
        out.close();
    }

    private void first(Advice advice, @Nullable Translation translation) {
        FilledStep first = advice.first();
        if (first == null) {
            return;
        }
        out.open("div", "class", "step first");
        out.open("div", "class", "head").element("h4", words.say("first"));
        risk(first);
        out.close();
        String translated = translation == null ? "" : translation.first();
        out.open("p").prose(translated.isEmpty() ? first.description() : translated).close();
        command(first);
        List<String> answers =
                translation == null || translated.isEmpty() ? List.of() : translation.answers();
        if (!answers.isEmpty()) {
            out.open("ul", "class", "answers");
            answers.forEach(each -> out.open("li").prose(each).close());
            out.close();
        } else if (!advice.answers().isEmpty()) {
            out.open("ul", "class", "answers");
            advice.answers().forEach(this::answer);
            out.close();
        }
        out.close();
    }

    private void answer(Guide.Answer answer) {
        out.open("li").prose(answer.see()).text(" → ");
        if (answer.steps().size() == 1) {
            out.open("a", "href", "#" + step(answer.steps().getFirst()));
            out.prose(answer.then()).close();
        } else {
            out.prose(answer.then());
        }
        out.close();
    }

    private String step(int number) {
        return prefix + "-s" + number;
    }

    /// Commands of one step stand together: those after the first have no title of their own.
    private void steps(List<FilledStep> steps, @Nullable Translation translation) {
        List<List<FilledStep>> grouped = new ArrayList<>();
        for (FilledStep each : steps) {
            boolean further =
                    !grouped.isEmpty()
                            && each.title().isEmpty()
                            && each.number() > 0
                            && grouped.getLast().getFirst().number() == each.number();
            if (!further) {
                grouped.add(new ArrayList<>());
            }
            grouped.getLast().add(each);
        }
        int place = 0;
        for (List<FilledStep> group : grouped) {
            place++;
            step(group, place, translation);
        }
    }

    private void step(List<FilledStep> group, int place, @Nullable Translation translation) {
        FilledStep head = group.getFirst();
        int number = head.number() > 0 ? head.number() : place;
        Translation.@Nullable Step translated = Spoken.step(translation, head.number());
        String title = translated == null ? head.title() : translated.title();
        String text = translated == null ? head.text() : translated.text();
        out.open("details", "class", "step", "id", step(number), "open", place == 1 ? "open" : "");
        out.open("summary", "class", "head");
        out.element("span", String.valueOf(number), "class", "number");
        out.open("span", "class", "name").prose(title.isEmpty() ? text : title).close();
        risk(worst(group));
        out.close();
        if (!title.isEmpty() && !text.isEmpty()) {
            out.open("p").prose(text).close();
        }
        one(head, translated, false);
        group.stream().skip(1).forEach(each -> one(each, null, true));
        out.closeLine();
    }

    private static FilledStep worst(List<FilledStep> group) {
        FilledStep worst = group.getFirst();
        for (FilledStep each : group) {
            if (each.risk() != null
                    && (worst.risk() == null || each.risk().compareTo(worst.risk()) > 0)) {
                worst = each;
            }
        }
        return worst;
    }

    private void one(FilledStep step, Translation.@Nullable Step translated, boolean described) {
        if (described && !step.description().isEmpty()) {
            out.open("p").prose(step.description()).close();
        }
        if (!step.onlyIf().isEmpty()) {
            out.open("p", "class", "only").element("b", words.say("only")).text(" ");
            out.prose(step.onlyIf()).close();
        }
        Map<FixStep.Note, String> notes =
                translated == null || translated.notes().isEmpty()
                        ? step.notes()
                        : translated.notes();
        notes(notes, List.of(FixStep.Note.ASK, FixStep.Note.EFFECT, FixStep.Note.UNDO));
        command(step);
        notes(notes, List.of(FixStep.Note.EXPECT, FixStep.Note.DONE_WHEN));
        assumed(step);
        if (!step.others().isEmpty()) {
            out.open("p", "class", "quiet");
            out.text(words.say("others") + words.say("colon"));
            out.text(words.list(step.others().stream().limit(20).map(Sheet::name).toList()));
            if (step.others().size() > 20) {
                out.text(" " + words.say("more", step.others().size() - 20));
            }
            out.close();
        }
    }

    private void notes(Map<FixStep.Note, String> notes, List<FixStep.Note> wanted) {
        if (wanted.stream().noneMatch(notes::containsKey)) {
            return;
        }
        out.open("dl", "class", "notes");
        for (FixStep.Note each : wanted) {
            @Nullable String text = notes.get(each);
            if (text != null) {
                out.open("div").element("dt", words.say("note." + each.field()));
                out.open("dd").prose(text).close().close();
            }
        }
        out.close();
    }

    private void assumed(FilledStep step) {
        if (step.assumed().isEmpty()) {
            return;
        }
        out.open("details", "class", "assumed");
        out.open("summary").text(words.say("assumed") + words.say("colon"));
        out.text(words.list(step.assumed().stream().map(FilledStep.Assumed::value).toList()));
        out.close().open("ul");
        for (FilledStep.Assumed each : step.assumed()) {
            out.open("li").text(words.say("assumed.value", each.name(), each.value()));
            if (each.get() != null) {
                out.text("; " + words.say("assumed.check") + " ").element("code", each.get());
            }
            out.close();
        }
        out.close().close();
    }

    private void verify(Advice advice, @Nullable Translation translation) {
        if (advice.verify().isEmpty()) {
            return;
        }
        out.open("div", "class", "step verify");
        out.open("div", "class", "head").element("h4", words.say("verify")).close();
        String translated = translation == null ? "" : translation.verify();
        if (!translated.isEmpty()) {
            out.open("p").prose(translated).close();
        }
        for (FilledStep each : advice.verify()) {
            one(each, null, translated.isEmpty());
        }
        out.close();
    }

    private void risk(FilledStep step) {
        FixStep.Risk risk = step.risk();
        if (risk != null) {
            out.element("span", words.say("risk." + risk.word()), "class", "risk " + risk.word());
        }
    }

    private void command(FilledStep step) {
        if (step.command() != null) {
            new Command(sheet).write(step.command(), step.needs());
        }
    }
}
