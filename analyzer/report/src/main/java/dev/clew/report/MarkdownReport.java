package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Suggestion;
import dev.clew.diagnose.Transience;
import dev.clew.diagnose.Verdict;
import dev.clew.model.Article;
import dev.clew.model.Evidence;
import dev.clew.model.Subject;
import dev.clew.report.words.Phrases;
import java.util.List;

/// The diagnosis as Markdown, to be pasted into an issue or a chat.
public final class MarkdownReport {

    private static final Phrases WORDS = Phrases.in("en");
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_SUBJECTS = 10;
    private static final int LONGEST_UNKNOWN = 600;

    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    public static String render(Diagnosis diagnosis) {
        MarkdownReport report = new MarkdownReport();
        report.write(diagnosis);
        return report.out.toString();
    }

    private void write(Diagnosis diagnosis) {
        line("# Diagnosis");
        line("");
        line(
                diagnosis.inputs().files()
                        + " files, "
                        + diagnosis.inputs().records()
                        + " records"
                        + (diagnosis.environment().facts().containsKey("cilium")
                                ? ", Cilium "
                                        + Markdown.words(
                                                diagnosis
                                                        .environment()
                                                        .facts()
                                                        .getOrDefault("cilium", ""))
                                : "")
                        + (diagnosis.environment().facts().containsKey("kubernetes")
                                ? ", Kubernetes "
                                        + Markdown.words(
                                                diagnosis
                                                        .environment()
                                                        .facts()
                                                        .getOrDefault("kubernetes", ""))
                                : ""));
        if (diagnosis.incidents().isEmpty()) {
            line("");
            line(Unknowns.conclusion(diagnosis, false, WORDS));
            if (diagnosis.verdict() == Verdict.HEALTHY) {
                line("");
                line(Markdown.words(Unknowns.judged(diagnosis, WORDS)));
            }
        }
        int number = 0;
        for (Incident incident : diagnosis.incidents()) {
            incident(diagnosis, incident, ++number);
        }
        suggestions(diagnosis.suggestions());
        timeline(diagnosis);
        if (!diagnosis.inputs().skipped().isEmpty()) {
            line("");
            line("## Not read");
            line("");
            for (InputSummary.Skipped skipped : diagnosis.inputs().skipped()) {
                line(
                        "- "
                                + Markdown.code(skipped.path())
                                + ": "
                                + Markdown.words(skipped.reason()));
            }
        }
    }

    private void incident(Diagnosis diagnosis, Incident incident, int number) {
        Finding root = diagnosis.finding(incident.root()).orElseThrow();
        line("");
        line("## " + number + ". " + Markdown.words(root.signature().title()));
        line("");
        line(
                "**"
                        + root.severity().word()
                        + "** "
                        + root.signature().role().word()
                        + ", "
                        + Markdown.code(root.signature().id())
                        + ", "
                        + Math.round(incident.confidence() * 100)
                        + " % sure"
                        + (root.transience() == Transience.UNKNOWN
                                ? ""
                                : ", " + root.transience().words()));
        for (Subject subject : root.subjects().stream().limit(MOST_SUBJECTS).toList()) {
            line("- " + Markdown.words(subject.toString()));
        }
        for (Evidence evidence : root.evidence().stream().limit(MOST_EVIDENCE).toList()) {
            line("");
            line(Markdown.code(evidence.origin().toString()));
            fence("text", evidence.text());
        }
        String means = root.values().get(Finding.MEANS);
        if (means != null) {
            line("");
            line("Means: " + Markdown.words(means));
        }
        Milestone trigger = incident.trigger();
        if (trigger != null) {
            line("");
            line(
                    "Last change before it: "
                            + Markdown.words(
                                    trigger.subject()
                                            + ", "
                                            + trigger.text()
                                            + ", "
                                            + trigger.time()));
        }
        if (!incident.symptoms().isEmpty()) {
            line("");
            line("Explains:");
            line("");
            for (String id : incident.symptoms()) {
                Finding symptom = diagnosis.finding(id).orElseThrow();
                line(
                        "- "
                                + Markdown.words(symptom.signature().title())
                                + " ("
                                + Markdown.code(symptom.signature().id())
                                + ", "
                                + Markdown.code(symptom.evidence().getFirst().origin().toString())
                                + ")");
            }
        }
        article(root);
    }

    private void article(Finding root) {
        Article article = root.article();
        if (article == null) {
            return;
        }
        line("");
        line("**Why.** " + Markdown.words(article.summary()));
        AdviceMarkdown.write(root.advice(), out);
        line("");
        for (Article.Reference reference : article.references()) {
            line("- [" + Markdown.words(reference.title()) + "](" + reference.url() + ")");
        }
    }

    private void suggestions(List<Suggestion> all) {
        if (all.isEmpty()) {
            return;
        }
        line("");
        line("## Warnings and errors that no signature knows");
        for (Suggestion each : all) {
            Evidence first = each.evidence().getFirst();
            String says = Unknowns.says(each.says(), WORDS);
            line("");
            line(
                    Markdown.words(Unknowns.head(each, WORDS))
                            + " "
                            + Markdown.code(first.origin().toString())
                            + (says.isEmpty() ? "" : ": " + Markdown.words(says)));
            fence("text", Terminal.cut(first.text(), LONGEST_UNKNOWN));
            if (!each.articles().isEmpty()) {
                line("");
                line(
                        "Near: "
                                + String.join(
                                        ", ",
                                        each.articles().stream()
                                                .map(near -> Markdown.code(near.id()))
                                                .toList()));
            }
        }
    }

    private void timeline(Diagnosis diagnosis) {
        if (diagnosis.timeline().isEmpty()) {
            return;
        }
        line("");
        line("## Time line");
        line("");
        line("| When | What | On |");
        line("|---|---|---|");
        for (Milestone each : diagnosis.timeline()) {
            String when =
                    each.time() != null
                            ? each.time().toString()
                            : each.age() == null ? "" : "-" + Ages.words(each.age());
            line(
                    "| "
                            + when
                            + " | "
                            + each.kind().word()
                            + ": "
                            + Markdown.words(Terminal.cut(each.text(), 160)).replace("|", "\\|")
                            + " | "
                            + (each.subject() == null
                                    ? ""
                                    : Markdown.words(each.subject().toString()))
                            + " |");
        }
    }

    private void fence(String language, String text) {
        line("");
        out.append(Markdown.block(language, text));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
