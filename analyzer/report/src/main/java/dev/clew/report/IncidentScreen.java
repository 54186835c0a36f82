package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.FilledStep;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.Transience;
import dev.clew.model.Evidence;
import dev.clew.model.FixStep;
import dev.clew.model.Translation;
import dev.clew.report.words.Phrases;
import dev.clew.report.words.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An incident on one screen: cause and place, proof, fix, what it leads to, and where more is.
final class IncidentScreen {

    private static final int PROOF_LINES = 4;
    private static final int TEXT_LINES = 2;
    private static final int COMMAND_LINES = 5;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_SYMPTOMS = 5;
    private static final String INDENT = "  ";

    private final Theme theme;
    private final int width;
    private final Phrases words;
    private final List<String> lines = new ArrayList<>();

    private IncidentScreen(Theme theme, int width, Phrases words) {
        this.words = words;
        this.theme = theme;
        this.width = width;
    }

    /// The lines of an incident.
    ///
    /// @param brief only cause, place, a line of proof and the name of the fix: for incidents that
    ///   stand behind others
    static List<String> of(
            Diagnosis diagnosis,
            Incident incident,
            Theme theme,
            int width,
            Phrases words,
            boolean brief) {
        IncidentScreen screen = new IncidentScreen(theme, width, words);
        Finding root = diagnosis.finding(incident.root()).orElseThrow();
        screen.cause(root, incident);
        screen.proof(root, brief);
        screen.fix(root, brief);
        screen.leadsTo(diagnosis, incident, brief);
        screen.more(root);
        return screen.lines;
    }

    private void cause(Finding root, Incident incident) {
        String badge =
                " "
                        + words.say("severity." + root.severity().word()).toUpperCase(Locale.ROOT)
                        + " ";
        int indent = Terminal.columns(badge) + 1;
        List<String> title = Terminal.wrap(Spoken.title(root, words), width - indent);
        line(theme.severity(root.severity(), badge) + " " + theme.strong(title.getFirst()));
        title.stream().skip(1).forEach(each -> line(" ".repeat(indent) + theme.strong(each)));
        faint(Headline.standing(incident, root, words) + often(root));
        String where = Places.of(root, words);
        if (!where.isEmpty()) {
            line(INDENT + Terminal.cut(words.say("text.on", where), width - 2));
        }
    }

    private String often(Finding root) {
        String times = root.count() > 1 ? " · " + words.count("times", root.count()) : "";
        String ends =
                root.transience() == Transience.UNKNOWN
                        ? ""
                        : " · " + words.say("transience." + root.transience().word());
        return times + ends + Whens.since(root, words);
    }

    private void proof(Finding root, boolean brief) {
        Evidence first = root.evidence().getFirst();
        heading(words.say("proof"), first.origin().toString());
        List<String> wrapped = Terminal.wrap(Terminal.safe(first.text()), width - 4);
        int most = brief ? 1 : PROOF_LINES;
        for (int i = 0; i < Math.min(most, wrapped.size()); i++) {
            boolean last = i == most - 1 && wrapped.size() > most;
            String text = last ? Terminal.cut(wrapped.get(i) + " …", width - 4) : wrapped.get(i);
            line(INDENT + INDENT + Highlights.in(text, root, theme));
        }
        if (brief) {
            return;
        }
        String means = root.values().get(Finding.MEANS);
        if (means != null) {
            Terminal.wrap(Terminal.safe(words.say("text.means", means)), width - 4).stream()
                    .limit(TEXT_LINES)
                    .forEach(each -> line(INDENT + INDENT + theme.faint(each)));
        }
        for (Evidence each : root.evidence().stream().skip(1).toList()) {
            List<String> options = Options.deciding(each.text(), root);
            if (!options.isEmpty()) {
                String text = Terminal.safe(String.join(" ", options));
                line(INDENT + INDENT + Terminal.cut(text, width - 4));
                break;
            }
        }
    }

    private void fix(Finding root, boolean brief) {
        List<FilledStep> steps =
                Stream.concat(
                                root.advice().fix().stream(),
                                Stream.ofNullable(root.advice().first()))
                        .toList();
        if (steps.isEmpty()) {
            return;
        }
        FilledStep best = steps.getFirst();
        heading(words.say("fix"), "");
        List<String> told =
                Terminal.wrap(Terminal.safe(description(root, best)), width - 4).stream()
                        .filter(each -> !each.isBlank())
                        .toList();
        int most = brief ? 1 : TEXT_LINES;
        for (int i = 0; i < Math.min(most, told.size()); i++) {
            boolean last = i == most - 1 && told.size() > most;
            line(
                    INDENT
                            + INDENT
                            + (last ? Terminal.cut(told.get(i) + " …", width - 4) : told.get(i)));
        }
        if (brief) {
            return;
        }
        if (!best.onlyIf().isEmpty()) {
            String only = Terminal.safe(words.say("text.only", best.onlyIf()));
            Terminal.wrap(only, width - 4).stream()
                    .limit(TEXT_LINES)
                    .forEach(each -> line(INDENT + INDENT + theme.danger(each)));
        }
        command(best);
        root.advice().fix().stream()
                .skip(1)
                .filter(step -> !step.title().isEmpty() || step.number() == 0)
                .limit(MOST_OTHERS)
                .forEach(step ->
                        line(
                                INDENT
                                        + INDENT
                                        + Terminal.cut(
                                                Terminal.safe(
                                                        words.say("text.or", title(root, step))),
                                                width - 4)));
    }

    /// What a step says, in the language of the report.
    private String description(Finding root, FilledStep step) {
        Translation translation = Spoken.translation(root, words).orElse(null);
        if (translation != null && step.equals(root.advice().first())) {
            return translation.first().isEmpty() ? step.description() : translation.first();
        }
        Translation.Step translated = Spoken.step(translation, step.number());
        return translated == null || step.title().isEmpty()
                ? step.description()
                : translated.description();
    }

    private String title(Finding root, FilledStep step) {
        Translation.Step translated =
                Spoken.step(Spoken.translation(root, words).orElse(null), step.number());
        if (translated != null) {
            return translated.title();
        }
        return step.title().isEmpty() ? step.description() : step.title();
    }

    private void command(FilledStep step) {
        String command = step.command();
        if (command == null) {
            return;
        }
        String risk = step.risk() == null ? "" : words.say("risk." + step.risk().word());
        String needs =
                words.list(step.needs().stream().map(need -> "<" + need.name() + ">").toList());
        String mark = "# " + risk + (needs.isEmpty() ? "" : words.say("text.need", needs));
        String fits = Terminal.cut(Terminal.safe(mark), width - 6);
        line(
                INDENT
                        + INDENT
                        + INDENT
                        + (step.risk() == FixStep.Risk.READ_ONLY
                                ? theme.faint(fits)
                                : theme.danger(fits)));
        List<String> all = command.strip().lines().toList();
        // Commands are never cut inside a line: they are there to be copied
        all.stream()
                .limit(COMMAND_LINES)
                .forEach(each ->
                        line(INDENT + INDENT + INDENT + theme.command(Terminal.safe(each))));
        if (all.size() > COMMAND_LINES) {
            line(INDENT + INDENT + INDENT + theme.faint(words.say("text.rest")));
        }
    }

    private void leadsTo(Diagnosis diagnosis, Incident incident, boolean brief) {
        List<Finding> symptoms =
                incident.symptoms().stream().flatMap(id -> diagnosis.finding(id).stream()).toList();
        if (symptoms.isEmpty()) {
            return;
        }
        if (brief) {
            heading(words.say("leads"), words.count("symptom", symptoms.size()));
            return;
        }
        heading(words.say("leads"), "");
        int shown = Math.min(MOST_SYMPTOMS, symptoms.size());
        for (int i = 0; i < shown; i++) {
            Finding each = symptoms.get(i);
            String branch = i == symptoms.size() - 1 ? "└─ " : "├─ ";
            String severity = Terminal.pad(words.say("severity." + each.severity().word()), 8);
            String times = each.count() > 1 ? " ×" + each.count() : "";
            int room = width - 4 - 3 - 9 - times.length();
            line(
                    INDENT
                            + INDENT
                            + theme.faint(branch)
                            + theme.severity(each.severity(), severity)
                            + " "
                            + Terminal.cut(Spoken.title(each, words), room)
                            + theme.faint(times));
        }
        if (shown < symptoms.size()) {
            line(INDENT + INDENT + theme.faint("└─ " + words.say("more", symptoms.size() - shown)));
        }
    }

    private void more(Finding root) {
        faint(words.say("text.explain", root.signature().id()));
    }

    private void heading(String title, String beside) {
        String place = Terminal.cut(Terminal.safe(beside), width - 4 - Terminal.columns(title));
        line(INDENT + theme.strong(title) + (place.isEmpty() ? "" : "  " + theme.faint(place)));
    }

    private void faint(String text) {
        Terminal.wrap(Terminal.safe(text), width - 2)
                .forEach(each -> line(INDENT + theme.faint(each)));
    }

    private void line(String text) {
        lines.add(text.stripTrailing());
    }
}
