package dev.clew.report.html;

import dev.clew.diagnose.Suppressed;
import java.util.List;

/// Messages that look bad and are not, and why.
final class SetAside {

    private static final int MOST = 100;
    private static final int LONGEST = 400;

    private final Sheet sheet;

    SetAside(Sheet sheet) {
        this.sheet = sheet;
    }

    void write() {
        List<Suppressed> all = sheet.diagnosis().suppressed();
        if (all.isEmpty()) {
            return;
        }
        Markup out = sheet.out();
        out.open("details", "class", "card slim", "id", "aside");
        out.open("summary").element("h2", sheet.words().say("aside"));
        out.element("span", String.valueOf(all.size()), "class", "quiet").close();
        for (Suppressed each : all.subList(0, Math.min(MOST, all.size()))) {
            out.open("div", "class", "unknown");
            out.open("p").prose(each.benign().reason()).text(" ");
            if (each.benign().reference().startsWith("https://")) {
                out.element(
                        "a",
                        sheet.words().say("sources"),
                        "href",
                        each.benign().reference(),
                        "rel",
                        "noreferrer");
            }
            out.close();
            out.open("p", "class", "quiet").element("code", each.benign().id());
            out.text(" · " + sheet.words().count("times", each.count())).close();
            new Proof(sheet).record(each.evidence(), LONGEST, List.of());
            out.close();
        }
        if (all.size() > MOST) {
            out.element("p", sheet.words().say("more", all.size() - MOST), "class", "quiet");
        }
        out.closeLine();
    }
}
