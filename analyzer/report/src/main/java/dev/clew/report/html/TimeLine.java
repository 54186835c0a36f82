package dev.clew.report.html;

import dev.clew.diagnose.Milestone;
import dev.clew.report.Ages;
import dev.clew.report.Terminal;
import dev.clew.report.words.Phrases;
import java.util.List;

/// What happened, in order: as pictures with a lane for each node and pod, and as a table.
final class TimeLine {

    private static final int MOST_ROWS = 300;
    private static final int LONGEST = 200;

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    TimeLine(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    void write() {
        List<Milestone> all = sheet.diagnosis().timeline();
        if (all.isEmpty()) {
            return;
        }
        out.open("section", "class", "card", "id", "timeline");
        out.element("h2", words.say("timeline"));
        List<Milestone> timed = all.stream().filter(each -> each.time() != null).toList();
        List<Milestone> aged =
                all.stream().filter(each -> each.time() == null && each.age() != null).toList();
        LanePicture picture = new LanePicture(sheet);
        picture.write(timed, false);
        picture.write(aged, true);
        table(all);
        out.closeLine();
    }

    private void table(List<Milestone> all) {
        out.open("details", "class", "more").element("summary", words.say("timeline.table"));
        out.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                words.say("timeline.table"));
        out.open("table").open("thead").open("tr");
        for (String key : List.of("timeline.when", "what", "timeline.on")) {
            out.element("th", words.say(key), "scope", "col");
        }
        out.close().close().open("tbody");
        all.stream().limit(MOST_ROWS).forEach(this::row);
        out.close().close().close();
        if (all.size() > MOST_ROWS) {
            out.element("p", words.say("more", all.size() - MOST_ROWS), "class", "quiet");
        }
        out.close();
    }

    private void row(Milestone each) {
        out.open("tr").open("td", "class", "tight");
        if (each.time() != null) {
            sheet.time(each.time());
            if (each.yearFrom() != null) {
                out.text(" " + words.say("year." + each.yearFrom().word()));
            }
        } else if (each.age() != null) {
            out.text(words.say("before", Ages.words(each.age())));
        }
        out.close();
        out.open("td").element("span", words.say("kind." + each.kind().word()), "class", "label");
        out.text(" " + Terminal.cut(each.text(), LONGEST)).close();
        out.element("td", each.subject() == null ? "" : Sheet.name(each.subject()));
        out.close();
    }
}
