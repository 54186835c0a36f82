package dev.clew.report.html;

import dev.clew.diagnose.Incident;
import dev.clew.model.Severity;
import dev.clew.report.words.Phrases;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The bar that stays at the top: what it comes to, a filter by severity and by words.
final class SummaryBar {

    private final Sheet sheet;

    SummaryBar(Sheet sheet) {
        this.sheet = sheet;
    }

    void write(List<Incident> serious, List<Incident> minor) {
        Markup out = sheet.out();
        Phrases words = sheet.words();
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        serious.forEach(each -> count(each, counts));
        minor.forEach(each -> count(each, counts));
        out.open("header", "class", "bar");
        out.open("div", "class", "inner");
        out.open("a", "class", "brand", "href", "#report");
        mark(out);
        out.element("span", "Clew").close();
        if (counts.isEmpty()) {
            out.element("span", words.say("title"), "class", "quiet");
        } else {
            out.open(
                    "div",
                    "class",
                    "chips",
                    "role",
                    "group",
                    "aria-label",
                    words.say("filter.severity"));
            counts.keySet().stream()
                    .sorted(Comparator.reverseOrder())
                    .forEach(each -> chip(each, counts.getOrDefault(each, 0)));
            out.close();
            if (serious.size() + minor.size() > 1) {
                out.single(
                        "input",
                        "type",
                        "search",
                        "id",
                        "filter",
                        "autocomplete",
                        "off",
                        "spellcheck",
                        "false",
                        "placeholder",
                        words.say("filter"),
                        "aria-label",
                        words.say("filter.text"));
            }
            out.open(
                            "span",
                            "class",
                            "shown",
                            "id",
                            "shown",
                            "role",
                            "status",
                            "data-words",
                            words.say("filter.shown", "#", "#"))
                    .close();
        }
        out.close().closeLine();
    }

    /// The sign of the program: a ball of thread, its end leading out.
    private static void mark(Markup out) {
        out.open("svg", "viewBox", "0 0 24 24", "aria-hidden", "true", "class", "sign");
        out.open("path", "d", "M17.5 11a7 7 0 1 0-7 7H22").close();
        out.open("path", "d", "M14 11a3.5 3.5 0 1 0-3.5 3.5").close();
        out.close();
    }

    private void chip(Severity severity, int count) {
        sheet.out()
                .open(
                        "button",
                        "type",
                        "button",
                        "class",
                        "chip " + severity.word(),
                        "data-severity",
                        severity.word(),
                        "aria-pressed",
                        "true")
                .element("b", String.valueOf(count))
                .text(" " + sheet.words().say("severity." + severity.word()))
                .close();
    }

    private void count(Incident incident, Map<Severity, Integer> counts) {
        counts.merge(sheet.finding(incident.root()).severity(), 1, Integer::sum);
    }
}
