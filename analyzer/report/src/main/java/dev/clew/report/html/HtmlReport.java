package dev.clew.report.html;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Incident;
import dev.clew.report.words.Phrases;
import java.util.List;

/// The diagnosis as one HTML file for a browser, for print and for archives.
public final class HtmlReport {

    /// Characters of incidents in full; what comes after them stands in short.
    private static final int MOST_CHARACTERS = 1_600_000;

    /// Incidents in full.
    private static final int MOST_IN_FULL = 60;

    /// Incidents that are shown at once; the others are folded.
    private static final int MOST_UNFOLDED = 20;

    /// Incidents that are open from the start.
    private static final int MOST_OPEN = 3;

    /// Incidents that stand by title.
    private static final int MOST_IN_SHORT = 2_000;

    private final Sheet sheet;
    private final List<Incident> serious;
    private final List<Incident> minor;

    private HtmlReport(Diagnosis diagnosis, Phrases words) {
        this.sheet = new Sheet(diagnosis, words);
        this.serious =
                diagnosis.incidents().stream()
                        .filter(each -> Sheet.isSerious(sheet.finding(each.root())))
                        .toList();
        this.minor =
                diagnosis.incidents().stream()
                        .filter(each -> !Sheet.isSerious(sheet.finding(each.root())))
                        .toList();
    }

    /// The whole page.
    public static String page(Diagnosis diagnosis, About about, Phrases words) {
        HtmlReport report = new HtmlReport(diagnosis, words);
        report.body(about);
        String subject = about.inputs().size() == 1 ? about.inputs().getFirst().name() : "";
        return PageFrame.around(
                report.sheet.out().toString(),
                subject.isEmpty() ? words.say("title") : words.say("title.of", subject),
                words);
    }

    private void body(About about) {
        Markup out = sheet.out();
        out.open(
                "div",
                "class",
                "report",
                "data-report",
                "whole",
                "data-copied",
                sheet.words().say("copied"),
                "data-failed",
                sheet.words().say("copy.failed"));
        new SummaryBar(sheet).write(serious, minor);
        out.open("main", "id", "report", "class", "body", "tabindex", "-1");
        new VerdictCard(sheet).write(serious, minor);
        incidents();
        minor();
        new TimeLine(sheet).write();
        new NodeTable(sheet).write();
        new UnknownErrors(sheet).write();
        new Gaps(sheet).write();
        new SetAside(sheet).write();
        new EnvironmentTable(sheet).write();
        out.closeLine();
        new Footer(sheet).write(about);
        out.open("div", "class", "unseen", "id", "told", "role", "status").close();
        out.closeLine();
    }

    private void incidents() {
        Markup out = sheet.out();
        if (serious.isEmpty()) {
            return;
        }
        out.open("div", "id", "incidents");
        IncidentCard card = new IncidentCard(sheet);
        int full = 0;
        while (full < Math.min(MOST_IN_FULL, serious.size()) && out.length() < MOST_CHARACTERS) {
            if (full == MOST_UNFOLDED) {
                fold(serious.size() - full);
            }
            card.write(serious.get(full), full + 1, serious.size() == 1, full < MOST_OPEN);
            full++;
        }
        if (full < serious.size()) {
            if (full < MOST_UNFOLDED) {
                fold(serious.size() - full);
            }
            IncidentTable table = new IncidentTable(sheet);
            int end = Math.min(serious.size(), full + MOST_IN_SHORT);
            out.element("p", sheet.words().say("cut", serious.size() - full), "class", "quiet");
            table.write(serious.subList(full, end), full + 1, false);
        }
        if (serious.size() > Math.min(full, MOST_UNFOLDED)) {
            out.close();
        }
        out.closeLine();
    }

    private void fold(int left) {
        sheet.out()
                .open("details", "class", "fold")
                .element("summary", sheet.words().say("folded", left));
    }

    private void minor() {
        if (minor.isEmpty()) {
            return;
        }
        Markup out = sheet.out();
        out.open("section", "class", "card", "id", "minor");
        out.element("h2", sheet.words().say("minor"));
        FindingList list = new FindingList(sheet);
        list.write(
                minor.stream()
                        .limit(MOST_IN_SHORT)
                        .map(each -> sheet.finding(each.root()))
                        .toList(),
                true);
        out.closeLine();
    }
}
