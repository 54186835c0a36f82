package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import dev.clew.model.Evidence;
import dev.clew.report.Options;
import dev.clew.report.Terminal;
import dev.clew.report.words.Phrases;
import java.util.List;

/// The records that show a finding, the decisive one first, with what was taken out of it marked.
final class Proof {

    private static final int MOST = 12;

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    Proof(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    /// All that is kept.
    void write(Finding finding) {
        out.open("section", "class", "card");
        out.element("h3", words.say("proof"));
        evidence(finding.evidence().getFirst(), finding, Evidence.LONGEST);
        options(finding);
        List<Evidence> more = finding.evidence().stream().skip(1).limit(MOST).toList();
        if (!more.isEmpty()) {
            out.open("details", "class", "more");
            out.element("summary", words.count("proof.more", more.size()));
            more.forEach(each -> evidence(each, finding, Evidence.LONGEST));
            out.close();
        }
        Evidence healed = finding.healedBy();
        if (healed != null) {
            out.element("h4", words.say("proof.healed"));
            evidence(healed, finding, Evidence.LONGEST);
        }
        out.closeLine();
    }

    /// The decisive record alone.
    ///
    /// @param longest how many of its characters
    void brief(Finding finding, int longest) {
        evidence(finding.evidence().getFirst(), finding, longest);
    }

    private void evidence(Evidence evidence, Finding finding, int longest) {
        record(evidence, longest, finding.values().values().stream().toList());
    }

    /// A record with its place.
    void record(Evidence evidence, int longest, List<String> marked) {
        out.open(
                "figure",
                "class",
                "evidence",
                "data-source",
                evidence.origin().source(),
                "data-line",
                String.valueOf(evidence.origin().line()));
        out.open("figcaption").element("span", evidence.origin().toString(), "class", "place");
        sheet.copyButton();
        out.close().open("pre").open("code", "class", "copied");
        Marks.write(Terminal.cut(evidence.text(), longest), marked, out);
        out.close().close().closeLine();
    }

    /// What a program was started with, as far as it bears on the finding.
    private void options(Finding finding) {
        for (Evidence each : finding.evidence().stream().skip(1).toList()) {
            List<String> options = Options.deciding(each.text(), finding);
            if (!options.isEmpty()) {
                out.element("p", words.say("proof.options"), "class", "label");
                out.open("ul", "class", "options");
                options.forEach(option -> out.open("li").element("code", option).close());
                out.close();
                return;
            }
        }
    }
}
