package dev.clew.report.html;

import dev.clew.diagnose.Coverage;
import dev.clew.diagnose.InputSummary;
import dev.clew.report.Terminal;
import dev.clew.report.words.Phrases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was not read and what could not be judged: how far the diagnosis reaches.
final class Gaps {

    private static final int MOST = 500;
    private static final int LONGEST = 600;

    private final Sheet sheet;
    private final Phrases words;

    Gaps(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
    }

    void write() {
        InputSummary inputs = sheet.diagnosis().inputs();
        Coverage coverage = sheet.diagnosis().coverage();
        boolean loses = inputs.skipped().stream().anyMatch(InputSummary.Skipped::losesText);
        list("notread", lines(inputs.skipped()), loses);
        list(
                "limits",
                inputs.limits().stream().map(each -> each.words()).toList(),
                inputs.limits().stream().anyMatch(each -> each.bound().hidesTrouble()));
        list(
                "missing",
                Stream.of(
                                lines(coverage.notCollected()).stream(),
                                coverage.missing().stream(),
                                unjudged(coverage.unjudged()).stream())
                        .flatMap(each -> each)
                        .toList(),
                false);
    }

    private static List<String> lines(List<InputSummary.Skipped> skipped) {
        return skipped.stream().map(each -> each.path() + ": " + each.reason()).toList();
    }

    private List<String> unjudged(Map<String, Integer> unjudged) {
        return unjudged.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        words.say("missing.unjudged", each.getValue())
                                + words.say("colon")
                                + each.getKey())
                .toList();
    }

    private void list(String key, List<String> lines, boolean open) {
        if (lines.isEmpty()) {
            return;
        }
        Markup out = sheet.out();
        out.open("details", "class", "card slim", "id", key, "open", open ? "open" : "");
        out.open("summary").element("h2", words.say(key));
        out.element("span", String.valueOf(lines.size()), "class", "quiet").close();
        out.open("ul", "class", "plain");
        lines.stream().limit(MOST).forEach(each -> out.element("li", Terminal.cut(each, LONGEST)));
        out.close();
        if (lines.size() > MOST) {
            out.element("p", words.say("more", lines.size() - MOST), "class", "quiet");
        }
        out.closeLine();
    }
}
