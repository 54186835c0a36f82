package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.model.Article;
import dev.clew.model.Translation;
import dev.clew.report.words.Phrases;
import java.util.List;

/// An incident in full: what shows it, what to do, what came of it, where to read on.
final class IncidentCard {

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    IncidentCard(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    /// Writes the incident.
    ///
    /// @param number its place in the order, from 1
    /// @param only whether the page has no other
    /// @param open whether it is not folded
    void write(Incident incident, int number, boolean only, boolean open) {
        Finding root = sheet.finding(incident.root());
        String severity = root.severity().word();
        out.open(
                "article",
                "class",
                "incident " + severity,
                "id",
                "i" + number,
                "data-item",
                "i" + number,
                "data-severity",
                severity);
        if (only) {
            out.element("h2", sheet.title(root), "class", "unseen");
        } else if (open) {
            heading(root, number);
        } else {
            out.open("details", "class", "long").open("summary");
            heading(root, number);
            out.close();
        }
        if (number > 1) {
            why(root);
            new Facts(sheet).of(root, incident);
        }
        new Proof(sheet).write(root);
        new FixSteps(sheet, "i" + number).write(root);
        leadsTo(incident, root);
        sources(root);
        if (!only && !open) {
            out.close();
        }
        out.closeLine();
    }

    private void heading(Finding root, int number) {
        out.open("div", "class", "title");
        out.element(
                "span",
                String.valueOf(number),
                "class",
                "number",
                "aria-label",
                words.say("incident.number", number));
        out.element("h2", sheet.title(root));
        sheet.severity(root.severity());
        out.close();
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

    private void leadsTo(Incident incident, Finding root) {
        List<Finding> symptoms = sheet.findings(incident.symptoms());
        if (symptoms.isEmpty() && incident.chain().isEmpty()) {
            return;
        }
        out.open("section", "class", "card");
        out.open("h3").text(words.say("leads"));
        if (!symptoms.isEmpty()) {
            out.text(" ")
                    .element("span", words.count("symptom", symptoms.size()), "class", "quiet");
        }
        out.close();
        new CauseTree(sheet).write(incident, root, symptoms);
        if (!symptoms.isEmpty()) {
            out.open("details", "class", "more");
            out.element("summary", words.say("leads.proof"));
            new FindingList(sheet).write(symptoms, false);
            out.close();
        }
        out.closeLine();
    }

    private void sources(Finding root) {
        Article article = root.article();
        if (article == null) {
            return;
        }
        List<Article.Reference> web =
                article.references().stream()
                        .filter(each -> each.url().startsWith("https://"))
                        .toList();
        if (web.isEmpty()) {
            return;
        }
        out.open("section", "class", "sources");
        out.element("h3", words.say("sources")).open("ul");
        for (Article.Reference each : web) {
            out.open("li");
            out.element("a", each.title(), "href", each.url(), "rel", "noreferrer");
            out.close();
        }
        out.close().closeLine();
    }
}
