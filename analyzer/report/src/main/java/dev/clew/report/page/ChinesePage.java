package dev.clew.report.page;

import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Translation;
import dev.clew.report.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Chinese part of an article: its words, with the commands, risks and conditions of the
/// article itself.
final class ChinesePage {

    private static final Map<FixStep.Note, String> NOTES =
            Map.of(
                    FixStep.Note.EFFECT, "影响",
                    FixStep.Note.UNDO, "撤销",
                    FixStep.Note.ASK, "先确认",
                    FixStep.Note.EXPECT, "预期输出",
                    FixStep.Note.DONE_WHEN, "完成标志");
    private static final Map<FixStep.Risk, String> RISKS =
            Map.of(
                    FixStep.Risk.READ_ONLY, "只读",
                    FixStep.Risk.CHANGES, "有改动",
                    FixStep.Risk.DISRUPTIVE, "会中断业务",
                    FixStep.Risk.DESTRUCTIVE, "不可恢复");

    private final Article article;
    private final Translation words;
    private final StringBuilder page = new StringBuilder();

    private ChinesePage(Article article, Translation words) {
        this.article = article;
        this.words = words;
    }

    /// What stands below the title and the summary.
    static String body(Article article, Translation words) {
        ChinesePage page = new ChinesePage(article, words);
        page.write();
        return page.page.toString();
    }

    private void write() {
        Guide guide = article.guide();
        if (guide == null) {
            for (Translation.Step step : words.steps()) {
                line("1. " + Markdown.prose(step.description()));
            }
            return;
        }
        section("先看什么", words.first());
        command(guide.first());
        line("");
        words.answers().forEach(each -> line("- " + Markdown.prose(each)));
        section("影响", words.impact());
        causes(guide);
        line("\n## 处理步骤");
        steps();
        section("验证", words.verify());
        guide.verify().forEach(this::command);
        if (!words.noHelp().isEmpty()) {
            section("仍未解决", words.noHelp());
        }
    }

    private void section(String title, String text) {
        line("\n## " + title);
        line(Markdown.prose(text));
    }

    private void causes(Guide guide) {
        if (words.causes().isEmpty()) {
            return;
        }
        line("\n## 看到什么，是什么原因\n");
        line("| 看到 | 原因 | 步骤 |");
        line("|---|---|---|");
        for (int i = 0; i < Math.min(words.causes().size(), guide.causes().size()); i++) {
            List<String> row = words.causes().get(i);
            line(
                    "| "
                            + cell(row.isEmpty() ? "" : row.getFirst())
                            + " | "
                            + cell(row.size() > 1 ? row.get(1) : "")
                            + " | "
                            + String.join(
                                    ", ",
                                    guide.causes().get(i).steps().stream()
                                            .map(String::valueOf)
                                            .toList())
                            + " |");
        }
    }

    private static String cell(String text) {
        return Markdown.prose(text).replace("|", "\\|");
    }

    private void steps() {
        for (int number = 1; number <= words.steps().size(); number++) {
            Translation.Step step = words.steps().get(number - 1);
            line("\n### " + number + ". " + Markdown.prose(step.title()) + "\n");
            if (!step.text().isEmpty()) {
                line(Markdown.prose(step.text()) + "\n");
            }
            for (FixStep.Note note : FixStep.Note.values()) {
                @Nullable String text = step.notes().get(note);
                if (text != null) {
                    line("- **" + NOTES.getOrDefault(note, "") + "：** " + Markdown.prose(text));
                }
            }
            int wanted = number;
            article.steps().stream().filter(each -> each.number() == wanted).forEach(this::command);
        }
    }

    private void command(FixStep step) {
        if (!step.condition().toString().isEmpty()) {
            line("\n仅当 " + Markdown.code(step.condition().toString()));
        }
        if (step.command() != null && step.risk() != null) {
            line(
                    "\n*"
                            + RISKS.getOrDefault(
                                    step.risk(), step.risk().word().toLowerCase(Locale.ROOT))
                            + "*\n");
            page.append(Markdown.block("sh " + step.risk().word(), step.command()));
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
