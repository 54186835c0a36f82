package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import java.util.List;

/// Findings in a few lines each, their proof folded.
final class FindingList {

    private static final int MOST = 200;
    private static final int LONGEST_PROOF = 600;

    private final Sheet sheet;

    FindingList(Sheet sheet) {
        this.sheet = sheet;
    }

    /// Writes the list.
    ///
    /// @param filtered whether the filter of the page shows and hides them
    void write(List<Finding> findings, boolean filtered) {
        Markup out = sheet.out();
        out.open("ul", "class", "findings");
        for (Finding each : findings.subList(0, Math.min(MOST, findings.size()))) {
            out.open(
                    "li",
                    "data-item",
                    filtered ? each.id() : "",
                    "data-severity",
                    each.severity().word());
            out.open("details").open("summary");
            sheet.severity(each.severity());
            out.open("span", "class", "text");
            out.element("span", sheet.title(each), "class", "name");
            out.element("span", tail(each), "class", "quiet");
            out.close().close();
            new Proof(sheet).brief(each, LONGEST_PROOF);
            out.close().closeLine();
        }
        out.close();
        if (findings.size() > MOST) {
            out.element("p", sheet.words().say("more", findings.size() - MOST), "class", "quiet");
        }
    }

    private String tail(Finding finding) {
        String places = sheet.places(finding);
        return (finding.count() > 1 ? " ×" + finding.count() : "")
                + (places.isEmpty() ? "" : " · " + places);
    }
}
