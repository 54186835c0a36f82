package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Transience;
import dev.clew.model.Article;
import dev.clew.model.Evidence;
import dev.clew.model.Subject;
import java.util.List;
import java.util.Locale;

/// An incident in full: its root with all evidence, what it explains, what changed before it, why
/// it stands where it stands, and what to do.
final class IncidentText {

    private static final int EVIDENCE_LINES = 4;

    private final Screen screen;

    IncidentText(Screen screen) {
        this.screen = screen;
    }

    void write(Diagnosis diagnosis, Incident incident) {
        Finding root = diagnosis.finding(incident.root()).orElseThrow();
        String severity = root.severity().word().toUpperCase(Locale.ROOT);
        screen.line(
                screen.theme().severity(root.severity(), " " + severity + " ")
                        + " "
                        + screen.theme().strong(root.signature().title()));
        screen.line(
                Screen.INDENT
                        + screen.theme().faint(Headline.standing(incident, root) + times(root)));
        subjects(root);
        evidence(root);
        symptoms(diagnosis, incident);
        Milestone trigger = incident.trigger();
        if (trigger != null) {
            screen.section("Last change before it");
            screen.text(trigger.subject() + " · " + trigger.text() + " · " + trigger.time());
        }
        if (root.article() != null) {
            screen.section("Why");
            screen.text(root.article().summary());
        }
        new AdviceText(screen).write(root.advice());
        more(root);
        screen.section("Ranked here because");
        root.reasons().forEach(screen::text);
    }

    private static String times(Finding finding) {
        String often =
                (finding.count() > 1 ? " · " + finding.count() + " times" : "")
                        + (finding.transience() == Transience.UNKNOWN
                                ? ""
                                : " · " + finding.transience().words());
        return often + Whens.span(finding);
    }

    private void subjects(Finding finding) {
        if (finding.subjects().isEmpty()) {
            return;
        }
        List<Subject> subjects = finding.subjects();
        String names = String.join(", ", subjects.stream().map(Subject::toString).toList());
        long more = finding.occurrences().subjects() - subjects.size();
        String rest = more > 0 ? " and " + more + " more" : "";
        screen.section("On");
        screen.text(Terminal.safe(names + rest));
    }

    private void evidence(Finding finding) {
        screen.section("Evidence");
        for (Evidence evidence : finding.evidence()) {
            screen.line(
                    Screen.INDENT
                            + Screen.INDENT
                            + screen.theme().faint(Terminal.safe(evidence.origin().toString())));
            List<String> lines = Terminal.wrap(Terminal.safe(evidence.text()), screen.width() - 6);
            for (int i = 0; i < Math.min(EVIDENCE_LINES, lines.size()); i++) {
                boolean last = i == EVIDENCE_LINES - 1 && lines.size() > EVIDENCE_LINES;
                screen.line(
                        Screen.INDENT
                                + Screen.INDENT
                                + Screen.INDENT
                                + lines.get(i)
                                + (last ? " …" : ""));
            }
        }
        String means = finding.values().get(Finding.MEANS);
        if (means != null) {
            screen.text(Terminal.safe("means: " + means));
        }
    }

    private void symptoms(Diagnosis diagnosis, Incident incident) {
        if (incident.symptoms().isEmpty()) {
            return;
        }
        screen.section("Explains");
        incident.symptoms().forEach(id -> diagnosis.finding(id).ifPresent(this::brief));
    }

    void brief(Finding finding) {
        String severity = finding.severity().word();
        String healed = finding.transience() == Transience.HEALED ? ", healed" : "";
        String who =
                finding.subjects().isEmpty()
                        ? ""
                        : finding.subjects().size() == 1
                                ? " · " + finding.subjects().getFirst()
                                : " · " + finding.occurrences().subjects() + " subjects";
        screen.line(
                Screen.INDENT
                        + Screen.INDENT
                        + screen.theme()
                                .severity(
                                        finding.severity(),
                                        String.format(Locale.ROOT, "%-8s", severity))
                        + " "
                        + finding.signature().title());
        screen.line(
                Screen.INDENT
                        + Screen.INDENT
                        + "         "
                        + screen.theme()
                                .faint(
                                        Terminal.safe(
                                                finding.signature().id()
                                                        + healed
                                                        + who
                                                        + " · "
                                                        + finding.evidence().getFirst().origin())));
    }

    private void more(Finding finding) {
        screen.section("More");
        Article article = finding.article();
        screen.line(Screen.INDENT + Screen.INDENT + "clew explain " + finding.signature().id());
        if (article != null) {
            article.references()
                    .forEach(reference ->
                            screen.line(
                                    Screen.INDENT
                                            + Screen.INDENT
                                            + screen.theme().faint(reference.url())));
        }
    }
}
