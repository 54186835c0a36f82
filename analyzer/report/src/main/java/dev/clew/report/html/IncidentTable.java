package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.report.Ages;
import dev.clew.report.words.Phrases;
import java.util.List;

/// Incidents in a line each: how bad, what, where, since when, how often.
final class IncidentTable {

    private final Sheet sheet;

    IncidentTable(Sheet sheet) {
        this.sheet = sheet;
    }

    /// Writes the lines.
    ///
    /// @param first the number of the first
    /// @param linked whether the incidents stand in full on the same page
    void write(List<Incident> incidents, int first, boolean linked) {
        Markup out = sheet.out();
        Phrases words = sheet.words();
        out.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                words.say("incidents"));
        out.open("table", "class", "incidents");
        out.open("thead").open("tr");
        for (String key : List.of("severity", "what", "where", "since", "seen")) {
            out.element("th", words.say(key), "scope", "col");
        }
        out.close().close().open("tbody");
        int number = first;
        for (Incident incident : incidents) {
            row(incident, number++, linked);
        }
        out.close().close().close();
    }

    private void row(Incident incident, int number, boolean linked) {
        Markup out = sheet.out();
        Finding root = sheet.finding(incident.root());
        out.open(
                "tr",
                "data-item",
                linked ? "" : "i" + number,
                "data-severity",
                root.severity().word());
        out.open("td");
        sheet.severity(root.severity());
        out.close();
        out.open("td");
        if (linked) {
            out.element("a", sheet.title(root), "href", "#i" + number);
        } else {
            out.text(sheet.title(root));
        }
        out.close();
        out.element("td", sheet.places(root));
        out.open("td", "class", "tight");
        if (root.firstSeen() != null) {
            sheet.time(root.firstSeen());
        } else if (root.age() != null) {
            out.text(sheet.words().say("before", Ages.words(root.age())));
        } else if (root.assumed() != null) {
            sheet.time(root.assumed().first());
        }
        out.close();
        out.element("td", "×" + root.count(), "class", "tight");
        out.close();
    }
}
