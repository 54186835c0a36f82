package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Transience;
import dev.clew.model.Article;
import dev.clew.model.Evidence;
import dev.clew.model.Subject;
import dev.clew.model.Translation;
import dev.clew.report.words.Phrases;
import dev.clew.report.words.Spoken;
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
        Phrases words = screen.words();
        Translation translation = Spoken.translation(root, words).orElse(null);
        String severity = words.say("severity." + root.severity().word()).toUpperCase(Locale.ROOT);
        screen.line(
                screen.theme().severity(root.severity(), " " + severity + " ")
                        + " "
                        + screen.theme().strong(Spoken.title(root, words)));
        screen.line(
                Screen.INDENT
                        + screen.theme()
                                .faint(Headline.standing(incident, root, words) + times(root)));
        subjects(root);
        evidence(root);
        symptoms(diagnosis, incident);
        Milestone trigger = incident.trigger();
        if (trigger != null) {
            screen.section(words.say("trigger"));
            screen.text(trigger.subject() + " · " + trigger.text() + " · " + trigger.time());
        }
        if (root.article() != null) {
            screen.section(words.say("why"));
            screen.text(translation == null ? root.article().summary() : translation.summary());
        }
        new AdviceText(screen, translation).write(root.advice());
        more(root);
        screen.section(words.say("text.ranked"));
        root.reasons().forEach(screen::text);
    }

    private String times(Finding finding) {
        String often =
                (finding.count() > 1 ? " · " + screen.words().count("times", finding.count()) : "")
                        + (finding.transience() == Transience.UNKNOWN
                                ? ""
                                : " · "
                                        + screen.words()
                                                .say("transience." + finding.transience().word()));
        return often + Whens.span(finding, screen.words());
    }

    private void subjects(Finding finding) {
        if (finding.subjects().isEmpty()) {
            return;
        }
        List<Subject> subjects = finding.subjects();
        String names = String.join(", ", subjects.stream().map(Subject::toString).toList());
        long more = finding.occurrences().subjects() - subjects.size();
        screen.section(screen.words().say("timeline.on"));
        screen.text(
                Terminal.safe(more > 0 ? screen.words().say("text.and-more", names, more) : names));
    }

    private void evidence(Finding finding) {
        screen.section(screen.words().say("text.evidence"));
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
            screen.text(Terminal.safe(screen.words().say("text.means", means)));
        }
    }

    private void symptoms(Diagnosis diagnosis, Incident incident) {
        if (incident.symptoms().isEmpty()) {
            return;
        }
        screen.section(screen.words().say("text.explains"));
        incident.symptoms().forEach(id -> diagnosis.finding(id).ifPresent(this::brief));
    }

    void brief(Finding finding) {
        Phrases words = screen.words();
        String severity = words.say("severity." + finding.severity().word());
        String healed = finding.transience() == Transience.HEALED ? words.say("text.healed") : "";
        String who =
                finding.subjects().isEmpty()
                        ? ""
                        : finding.subjects().size() == 1
                                ? " · " + finding.subjects().getFirst()
                                : " · "
                                        + words.say(
                                                "text.subjects", finding.occurrences().subjects());
        screen.line(
                Screen.INDENT
                        + Screen.INDENT
                        + screen.theme().severity(finding.severity(), Terminal.pad(severity, 8))
                        + " "
                        + Spoken.title(finding, words));
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
        screen.section(screen.words().say("text.further"));
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
