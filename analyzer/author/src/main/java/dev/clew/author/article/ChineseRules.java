package dev.clew.author.article;

import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Translation;
import dev.clew.packs.Code;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds the Chinese part of an article to its steps, answers and causes.
final class ChineseRules {

    private static final Pattern STEPS =
            Pattern.compile("步骤\\s*(\\d+(?:\\s*(?:[、，,或和]|或者|以及)\\s*\\d+)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<FixStep.Note> HELD =
            EnumSet.of(
                    FixStep.Note.EFFECT,
                    FixStep.Note.UNDO,
                    FixStep.Note.ASK,
                    FixStep.Note.DONE_WHEN);

    private ChineseRules() {}

    static void check(PageUnderTest page, Guide guide) {
        Translation chinese = page.article().translations().get("zh");
        if (chinese == null) {
            page.error(Code.P318, "the Chinese part, 'zh', is missing");
            return;
        }
        same(page, "answers", guide.answers().size(), chinese.answers().size());
        same(page, "causes", guide.causes().size(), chinese.causes().size());
        steps(page, chinese);
        for (int i = 0; i < Math.min(guide.answers().size(), chinese.answers().size()); i++) {
            Set<Integer> here = new TreeSet<>(guide.answers().get(i).steps());
            Set<Integer> there = numbers(chinese.answers().get(i));
            if (!here.equals(there)) {
                page.error(
                        Code.P318,
                        chinese.answers().get(i),
                        "answer "
                                + (i + 1)
                                + " leads to steps "
                                + there
                                + ", the article to "
                                + here);
            }
        }
        for (String[] part :
                List.of(
                        new String[] {"first", chinese.first()},
                        new String[] {"impact", chinese.impact()},
                        new String[] {"verify", chinese.verify()},
                        new String[] {"help", chinese.noHelp()})) {
            if (part[1].isBlank()) {
                page.error(Code.P318, "zh:", "'" + part[0] + "' is missing in the Chinese part");
            }
        }
    }

    private static void same(PageUnderTest page, String what, int here, int there) {
        if (here != there) {
            page.error(
                    Code.P318,
                    "zh:",
                    "the Chinese part has " + there + " " + what + ", the article " + here);
        }
    }

    private static void steps(PageUnderTest page, Translation chinese) {
        List<List<FixStep>> byNumber = new ArrayList<>();
        for (FixStep step : page.article().steps()) {
            if (!step.title().isEmpty() || byNumber.isEmpty()) {
                byNumber.add(new ArrayList<>());
            }
            byNumber.getLast().add(step);
        }
        same(page, "steps", byNumber.size(), chinese.steps().size());
        for (int i = 0; i < Math.min(byNumber.size(), chinese.steps().size()); i++) {
            Translation.Step step = chinese.steps().get(i);
            Set<FixStep.Note> here = EnumSet.noneOf(FixStep.Note.class);
            byNumber.get(i).forEach(each -> here.addAll(each.notes().keySet()));
            for (FixStep.Note note : HELD) {
                if (here.contains(note) != step.notes().containsKey(note)) {
                    page.error(
                            Code.P318,
                            step.title(),
                            "step "
                                    + (i + 1)
                                    + (here.contains(note) ? " lacks" : " has")
                                    + " the line '"
                                    + (note == FixStep.Note.DONE_WHEN ? "done" : note.field())
                                    + "' in the Chinese part, unlike the article");
                }
            }
        }
    }

    /// The numbers in `… → 步骤 1、2`.
    private static Set<Integer> numbers(String answer) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher steps = STEPS.matcher(answer.substring(answer.lastIndexOf('→') + 1));
        while (steps.find()) {
            Matcher number = NUMBER.matcher(steps.group(1));
            while (number.find()) {
                numbers.add(Integer.valueOf(number.group()));
            }
        }
        return numbers;
    }
}
