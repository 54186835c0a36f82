package dev.clew.report.html;

import dev.clew.report.Ages;
import dev.clew.report.words.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the input tells of the cluster: versions first.
final class EnvironmentTable {

    private static final List<String> FIRST = List.of("cilium", "kubernetes", "kernel", "helm");
    private static final int MOST = 200;

    private final Sheet sheet;

    EnvironmentTable(Sheet sheet) {
        this.sheet = sheet;
    }

    void write() {
        Map<String, String> facts = new TreeMap<>(sheet.diagnosis().environment().facts());
        List<String> layouts = sheet.diagnosis().coverage().layouts();
        Map<String, Duration> clocks = new TreeMap<>(sheet.diagnosis().clocks());
        if (facts.isEmpty() && layouts.isEmpty() && clocks.isEmpty()) {
            return;
        }
        Markup out = sheet.out();
        Phrases words = sheet.words();
        out.open("section", "class", "card", "id", "environment");
        out.element("h2", words.say("environment"));
        out.open("dl", "class", "facts");
        if (!layouts.isEmpty()) {
            fact(words.say("environment.layout"), words.list(layouts));
        }
        for (String each : FIRST) {
            String value = facts.remove(each);
            if (value != null) {
                fact(each, value);
            }
        }
        facts.entrySet().stream().limit(MOST).forEach(each -> fact(each.getKey(), each.getValue()));
        clocks.entrySet().stream()
                .limit(MOST)
                .forEach(each ->
                        fact(
                                words.say("clocks") + words.say("colon") + each.getKey(),
                                words.say(
                                        each.getValue().isNegative()
                                                ? "clock.behind"
                                                : "clock.ahead",
                                        Ages.words(each.getValue().abs()))));
        out.close().closeLine();
    }

    private void fact(String name, String value) {
        sheet.out().open("div").element("dt", name).element("dd", value).close();
    }
}
