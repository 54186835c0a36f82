package dev.clew.report.html;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.Judged;
import dev.clew.diagnose.Verdict;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import dev.clew.report.Ages;
import dev.clew.report.words.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the diagnosis comes to: the answer to "what broke?", or what a clean bill rests on.
final class VerdictCard {

    private static final int MOST_ROWS = 20;
    private static final int MOST_COMPONENTS = 12;

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    VerdictCard(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    void write(List<Incident> serious, List<Incident> minor) {
        if (serious.isEmpty()) {
            quiet(!minor.isEmpty());
        } else {
            broken(serious);
        }
    }

    private void broken(List<Incident> serious) {
        Incident first = serious.getFirst();
        Finding root = sheet.finding(first.root());
        out.open("section", "class", "card verdict " + root.severity().word());
        int symptoms = serious.stream().mapToInt(each -> each.symptoms().size()).sum();
        out.open("p", "class", "eyebrow");
        sheet.severity(root.severity());
        out.text(
                " "
                        + words.count("incident", serious.size())
                        + (symptoms == 0 ? "" : " · " + words.count("symptom", symptoms))
                        + " · "
                        + inputs());
        out.close();
        out.element("h1", sheet.title(root));
        why(root);
        Facts facts = new Facts(sheet);
        facts.of(root, first);
        out.closeLine();
        if (serious.size() > 1) {
            out.open("section", "class", "card", "id", "all");
            out.element("h2", words.say("incidents"));
            new IncidentTable(sheet)
                    .write(serious.subList(0, Math.min(MOST_ROWS, serious.size())), 1, true);
            out.closeLine();
        }
    }

    private void why(Finding root) {
        Article article = root.article();
        String summary =
                sheet.translation(root)
                        .map(Translation::summary)
                        .orElse(article == null ? "" : article.summary());
        if (!summary.isEmpty()) {
            out.open("p", "class", "why").prose(summary).close();
        }
    }

    private String inputs() {
        return words.list(
                List.of(
                        words.count("file", sheet.diagnosis().inputs().files()),
                        words.count("record", sheet.diagnosis().inputs().records())));
    }

    private void quiet(boolean minor) {
        Diagnosis diagnosis = sheet.diagnosis();
        boolean calm = diagnosis.verdict() == Verdict.HEALTHY || minor;
        out.open("section", "class", "card verdict " + (calm ? "calm" : "open"));
        out.element("p", inputs(), "class", "eyebrow");
        out.element("h1", conclusion(minor));
        judged(diagnosis.coverage().judged());
        out.closeLine();
    }

    /// What a diagnosis without a serious incident comes to.
    private String conclusion(boolean minor) {
        Diagnosis diagnosis = sheet.diagnosis();
        if (diagnosis.inputs().stopped()) {
            return words.say("verdict.stopped");
        }
        if (diagnosis.verdict() == Verdict.NOTHING_JUDGED) {
            return words.say(diagnosis.inputs().understood() ? "verdict.gaps" : "verdict.nothing");
        }
        int errors = diagnosis.coverage().judged().unknownErrors();
        if (errors > 0) {
            return words.say("verdict.unknown") + " " + words.count("unknown", errors);
        }
        return words.say(minor ? "verdict.minor" : "verdict.healthy");
    }

    private void judged(Judged judged) {
        List<String> components = judged.components();
        List<String> shown =
                new ArrayList<>(
                        components.subList(0, Math.min(MOST_COMPONENTS, components.size())));
        int more = components.size() - shown.size();
        out.open("dl", "class", "facts");
        out.open("div").element("dt", words.say("judged"));
        out.element(
                "dd",
                (shown.isEmpty() ? words.say("judged.nobody") : words.list(shown))
                        + (more > 0 ? " " + words.say("more", more) : ""));
        out.close();
        Instant from = judged.from();
        Instant to = judged.to();
        if (from != null && to != null) {
            out.open("div").element("dt", words.say("timeline.when"));
            out.open("dd").text(Ages.words(Duration.between(from, to).abs()) + " → ");
            sheet.time(to);
            out.close().close();
        }
        out.close();
    }
}
