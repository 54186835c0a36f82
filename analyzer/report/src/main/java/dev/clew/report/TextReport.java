package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Transience;
import dev.clew.diagnose.Verdict;
import dev.clew.model.Severity;
import dev.clew.report.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The diagnosis as a screen to read at night: what broke, the line that shows it, what came of it,
/// what to do.
public final class TextReport {

    private static final int MOST_SUGGESTIONS = 1;
    private static final int MOST_IN_DETAIL = 3;
    private static final int MOST_UNKNOWN = 6;

    /// Incidents that are told in full; of the others only how many there are.
    private static final int MOST_INCIDENTS = 20;

    private final Screen screen;
    private final Diagnosis diagnosis;
    private final List<Incident> serious;
    private final List<Incident> minor;

    private TextReport(Screen screen, Diagnosis diagnosis) {
        this.screen = screen;
        this.diagnosis = diagnosis;
        this.serious =
                diagnosis.incidents().stream().filter(incident -> !isMinor(incident)).toList();
        this.minor = diagnosis.incidents().stream().filter(this::isMinor).toList();
    }

    /// The screen.
    ///
    /// @param width columns of the terminal
    /// @param verbose also why findings stand where they stand, all evidence, and what was found
    ///   harmless
    /// @param words the language
    public static String render(
            Diagnosis diagnosis, Theme theme, int width, boolean verbose, Phrases words) {
        Screen screen = new Screen(theme, width, verbose, words);
        new TextReport(screen, diagnosis).write();
        return screen.lines();
    }

    private boolean isMinor(Incident incident) {
        return diagnosis
                .finding(incident.root())
                .map(finding ->
                        finding.severity().compareTo(Severity.ERROR) < 0
                                || finding.transience() == Transience.HEALED)
                .orElse(true);
    }

    private void write() {
        String verdict =
                serious.isEmpty()
                        ? Unknowns.conclusion(diagnosis, !minor.isEmpty(), screen.words())
                        : Headline.verdict(diagnosis, serious, screen.words());
        screen.strong(verdict);
        inputs();
        boolean unknown = serious.isEmpty() && diagnosis.coverage().judged().unknownErrors() > 0;
        if (serious.isEmpty() && diagnosis.verdict() != Verdict.NOTHING_JUDGED) {
            screen.line("");
            if (unknown) {
                new SuggestionsText(screen).write(diagnosis.suggestions(), MOST_UNKNOWN);
            } else {
                screen.faint(Terminal.safe(Unknowns.judged(diagnosis, screen.words())));
            }
        }
        incidents();
        noticed();
        if (screen.verbose()) {
            new TimelineText(screen).write(diagnosis);
        }
        if (!unknown && !diagnosis.suggestions().isEmpty()) {
            screen.heading(screen.words().say("unknowns"));
            new SuggestionsText(screen).write(diagnosis.suggestions(), MOST_SUGGESTIONS);
        }
        new GapsText(screen).write(diagnosis);
        new SuppressedText(screen).write(diagnosis.suppressed());
        if (!serious.isEmpty()) {
            screen.line("");
            screen.strong(verdict);
        }
    }

    /// What was read, and of which versions.
    private void inputs() {
        InputSummary inputs = diagnosis.inputs();
        List<String> parts = new ArrayList<>(diagnosis.coverage().layouts());
        parts.add(
                screen.words()
                        .list(
                                List.of(
                                        screen.words().count("file", inputs.files()),
                                        screen.words().count("record", inputs.records()))));
        Map<String, String> facts = diagnosis.environment().facts();
        Stream.of("cilium", "kubernetes", "kernel", "helm", "etcd")
                .filter(facts::containsKey)
                .forEach(name ->
                        parts.add(
                                name.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + name.substring(1)
                                        + " "
                                        + Terminal.safe(facts.getOrDefault(name, ""))));
        screen.faint(String.join(" · ", parts));
    }

    private void incidents() {
        int shown = screen.verbose() ? serious.size() : Math.min(MOST_INCIDENTS, serious.size());
        if (shown > 1) {
            screen.line("");
            Headline.table(
                            diagnosis,
                            serious.subList(0, shown),
                            screen.theme(),
                            screen.width(),
                            screen.words())
                    .forEach(screen::line);
        }
        for (int i = 0; i < shown; i++) {
            screen.line("");
            if (screen.verbose()) {
                new IncidentText(screen).write(diagnosis, serious.get(i));
            } else {
                IncidentScreen.of(
                                diagnosis,
                                serious.get(i),
                                screen.theme(),
                                screen.width(),
                                screen.words(),
                                i >= MOST_IN_DETAIL)
                        .forEach(screen::line);
            }
        }
        if (shown < serious.size()) {
            screen.heading(
                    screen.words().count("text.incidents-more", (long) serious.size() - shown));
        }
    }

    /// Incidents that are no more than warnings, or that are over.
    private void noticed() {
        if (minor.isEmpty()) {
            return;
        }
        screen.heading(screen.words().say("minor"));
        int shown = screen.verbose() ? minor.size() : Math.min(MOST_INCIDENTS, minor.size());
        IncidentText text = new IncidentText(screen);
        for (Incident incident : minor.subList(0, shown)) {
            diagnosis.finding(incident.root()).ifPresent(text::brief);
        }
        if (shown < minor.size()) {
            screen.more(minor.size() - shown);
        }
    }
}
