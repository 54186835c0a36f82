package dev.clew.report;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.Coverage;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.FilledStep;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Suggestion;
import dev.clew.diagnose.Suppressed;
import dev.clew.diagnose.Transience;
import dev.clew.diagnose.Verdict;
import dev.clew.model.Article;
import dev.clew.model.Evidence;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.LimitReached;
import dev.clew.model.Severity;
import dev.clew.model.Subject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The diagnosis as a screen to read at night: what broke, the line that shows it, what came of it,
/// what to do.
public final class TextReport {

    private static final int MOST_SUBJECTS = 4;
    private static final int LONGEST_GAP = 600;
    private static final int MOST_GAPS = 5;
    private static final int MOST_SUGGESTIONS = 1;
    private static final int MOST_IN_DETAIL = 3;
    private static final int MOST_UNKNOWN = 6;
    private static final int EVIDENCE_LINES = 4;

    /// Incidents that are told in full; of the others only how many there are.
    private static final int MOST_INCIDENTS = 20;

    private static final String INDENT = "  ";

    private final Theme theme;
    private final int width;
    private final boolean verbose;
    private final Set<String> explained = new HashSet<>();
    private final StringBuilder out = new StringBuilder();

    private TextReport(Theme theme, int width, boolean verbose) {
        this.theme = theme;
        this.width = Math.clamp(width, 40, 200);
        this.verbose = verbose;
    }

    /// The screen.
    ///
    /// @param width columns of the terminal
    /// @param verbose also why findings stand where they stand, all evidence, and what was found
    ///   harmless
    public static String render(Diagnosis diagnosis, Theme theme, int width, boolean verbose) {
        TextReport report = new TextReport(theme, width, verbose);
        report.write(diagnosis);
        return report.out.toString();
    }

    private void write(Diagnosis diagnosis) {
        List<Incident> serious =
                diagnosis.incidents().stream()
                        .filter(incident -> !isMinor(diagnosis, incident))
                        .toList();
        List<Incident> minor =
                diagnosis.incidents().stream()
                        .filter(incident -> isMinor(diagnosis, incident))
                        .toList();
        String verdict =
                serious.isEmpty()
                        ? Unknowns.conclusion(diagnosis, !minor.isEmpty())
                        : Headline.verdict(diagnosis, serious);
        Terminal.wrap(verdict, width).forEach(each -> line(theme.strong(each)));
        head(diagnosis);
        boolean unknown = serious.isEmpty() && diagnosis.coverage().judged().unknownErrors() > 0;
        if (serious.isEmpty() && diagnosis.verdict() != Verdict.NOTHING_JUDGED) {
            line("");
            if (unknown) {
                suggestions(diagnosis.suggestions(), MOST_UNKNOWN);
            } else {
                Terminal.wrap(Terminal.safe(Unknowns.judged(diagnosis)), width)
                        .forEach(each -> line(theme.faint(each)));
            }
        }
        int shown = verbose ? serious.size() : Math.min(MOST_INCIDENTS, serious.size());
        if (shown > 1) {
            line("");
            Headline.table(diagnosis, serious.subList(0, shown), theme, width).forEach(this::line);
        }
        for (int i = 0; i < shown; i++) {
            line("");
            if (verbose) {
                incident(diagnosis, serious.get(i));
            } else {
                IncidentScreen.of(diagnosis, serious.get(i), theme, width, i >= MOST_IN_DETAIL)
                        .forEach(this::line);
            }
        }
        if (shown < serious.size()) {
            line("");
            line(
                    theme.strong(
                            "and "
                                    + count((long) serious.size() - shown, "more incident")
                                    + "; -v shows all"));
        }
        if (!minor.isEmpty()) {
            line("");
            line(theme.strong("Also noticed"));
            int noticed = verbose ? minor.size() : Math.min(MOST_INCIDENTS, minor.size());
            for (Incident incident : minor.subList(0, noticed)) {
                diagnosis.finding(incident.root()).ifPresent(this::brief);
            }
            if (noticed < minor.size()) {
                line(
                        INDENT
                                + theme.faint(
                                        "and "
                                                + (minor.size() - noticed)
                                                + " more; -v shows them"));
            }
        }
        if (verbose) {
            timeline(diagnosis);
        }
        if (!unknown && !diagnosis.suggestions().isEmpty()) {
            line("");
            line(theme.strong("Warnings and errors that no signature knows"));
            suggestions(diagnosis.suggestions(), MOST_SUGGESTIONS);
        }
        skipped(diagnosis.inputs());
        limits(diagnosis.inputs().limits());
        coverage(diagnosis.coverage());
        if (verbose) {
            suppressed(diagnosis.suppressed());
        } else if (!diagnosis.suppressed().isEmpty()) {
            line("");
            line(
                    theme.faint(
                            diagnosis.suppressed().size()
                                    + " kinds of message that look bad and are not were left out;"
                                    + " -v shows them."));
        }
        if (!serious.isEmpty()) {
            line("");
            Terminal.wrap(verdict, width).forEach(each -> line(theme.strong(each)));
        }
    }

    private static boolean isMinor(Diagnosis diagnosis, Incident incident) {
        return diagnosis
                .finding(incident.root())
                .map(finding ->
                        finding.severity().compareTo(Severity.ERROR) < 0
                                || finding.transience() == Transience.HEALED)
                .orElse(true);
    }

    private void head(Diagnosis diagnosis) {
        InputSummary inputs = diagnosis.inputs();
        List<String> parts = new ArrayList<>();
        parts.addAll(diagnosis.coverage().layouts());
        parts.add(count(inputs.files(), "file") + ", " + count(inputs.records(), "record"));
        Map<String, String> facts = diagnosis.environment().facts();
        Stream.of("cilium", "kubernetes", "kernel", "helm", "etcd")
                .filter(facts::containsKey)
                .forEach(name ->
                        parts.add(
                                name.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + name.substring(1)
                                        + " "
                                        + Terminal.safe(facts.getOrDefault(name, ""))));
        Terminal.wrap(String.join(" · ", parts), width).forEach(each -> line(theme.faint(each)));
    }

    private void incident(Diagnosis diagnosis, Incident incident) {
        Finding root = diagnosis.finding(incident.root()).orElseThrow();
        String severity = root.severity().word().toUpperCase(Locale.ROOT);
        line(
                theme.severity(root.severity(), " " + severity + " ")
                        + " "
                        + theme.strong(root.signature().title()));
        line(
                INDENT
                        + theme.faint(
                                root.signature().id()
                                        + " · "
                                        + root.signature().role().word()
                                        + " · "
                                        + Math.round(incident.confidence() * 100)
                                        + " % sure"
                                        + times(root)));
        subjects(root);
        evidence(root);
        symptoms(diagnosis, incident);
        Milestone trigger = incident.trigger();
        if (trigger != null) {
            section("Last change before it");
            text(trigger.subject() + " · " + trigger.text() + " · " + trigger.time());
        }
        if (root.article() != null) {
            section("Why");
            text(root.article().summary());
        }
        advice(root.advice());
        more(root);
        section("Ranked here because");
        root.reasons().forEach(this::text);
    }

    private static String times(Finding finding) {
        String often =
                (finding.count() > 1 ? " · " + finding.count() + " times" : "")
                        + (finding.transience() == Transience.UNKNOWN
                                ? ""
                                : " · " + finding.transience().word());
        if (finding.firstSeen() == null) {
            return often;
        }
        boolean once = finding.lastSeen() == null || finding.lastSeen().equals(finding.firstSeen());
        return often + " · " + finding.firstSeen() + (once ? "" : " … " + finding.lastSeen());
    }

    private void subjects(Finding finding) {
        if (finding.subjects().isEmpty()) {
            return;
        }
        List<Subject> subjects = finding.subjects();
        int shown = subjects.size();
        String names =
                String.join(
                        ", ", subjects.subList(0, shown).stream().map(Subject::toString).toList());
        long more = finding.occurrences().subjects() - shown;
        String rest = more > 0 ? " and " + more + " more" : "";
        section("On");
        text(Terminal.safe(names + rest));
    }

    private void evidence(Finding finding) {
        section("Evidence");
        for (Evidence evidence : finding.evidence()) {
            line(INDENT + INDENT + theme.faint(Terminal.safe(evidence.origin().toString())));
            List<String> lines = Terminal.wrap(Terminal.safe(evidence.text()), width - 6);
            for (int i = 0; i < Math.min(EVIDENCE_LINES, lines.size()); i++) {
                boolean last = i == EVIDENCE_LINES - 1 && lines.size() > EVIDENCE_LINES;
                line(INDENT + INDENT + INDENT + lines.get(i) + (last ? " …" : ""));
            }
        }
    }

    private void symptoms(Diagnosis diagnosis, Incident incident) {
        if (incident.symptoms().isEmpty()) {
            return;
        }
        section("Explains");
        incident.symptoms().forEach(id -> diagnosis.finding(id).ifPresent(this::brief));
    }

    private void brief(Finding finding) {
        String severity = finding.severity().word();
        String healed = finding.transience() == Transience.HEALED ? ", healed" : "";
        String who =
                finding.subjects().isEmpty()
                        ? ""
                        : finding.subjects().size() == 1
                                ? " · " + finding.subjects().getFirst()
                                : " · " + finding.occurrences().subjects() + " subjects";
        line(
                INDENT
                        + INDENT
                        + theme.severity(
                                finding.severity(), String.format(Locale.ROOT, "%-8s", severity))
                        + " "
                        + finding.signature().title());
        line(
                INDENT
                        + INDENT
                        + "         "
                        + theme.faint(
                                Terminal.safe(
                                        finding.signature().id()
                                                + healed
                                                + who
                                                + " · "
                                                + finding.evidence().getFirst().origin())));
    }

    private void advice(Advice advice) {
        explained.clear();
        FilledStep first = advice.first();
        if (!advice.impact().isEmpty()) {
            section("Impact");
            advice.impact().lines().forEach(this::text);
        }
        if (first != null) {
            section("Do first");
            step(first, "");
            for (Guide.Answer answer : advice.answers()) {
                bullet(Terminal.safe(answer.see() + " → " + answer.then()));
            }
        }
        steps("Fix", advice.fix());
        steps("Verify", advice.verify());
    }

    private void steps(String title, List<FilledStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        section(title);
        int number = 0;
        for (FilledStep step : steps) {
            number++;
            int shown = step.number() > 0 ? step.number() : number;
            boolean further = step.title().isEmpty() && step.number() > 0;
            step(
                    step,
                    title.equals("Verify") || further
                            ? ""
                            : String.format(Locale.ROOT, "%2d. ", shown));
        }
    }

    private void step(FilledStep step, String mark) {
        String indent = INDENT + INDENT + "    ";
        List<String> lines = Terminal.wrap(Terminal.safe(step.description()), width - 8);
        for (int i = 0; i < lines.size(); i++) {
            line(
                    i == 0 && !mark.isEmpty()
                            ? INDENT + INDENT + mark + lines.get(i)
                            : indent + lines.get(i));
        }
        if (!step.onlyIf().isEmpty()) {
            note("Only if: " + step.onlyIf());
        }
        for (FixStep.Note note :
                List.of(FixStep.Note.EFFECT, FixStep.Note.UNDO, FixStep.Note.ASK)) {
            note(step, note);
        }
        String command = step.command();
        if (command != null) {
            String risk = step.risk() == null ? "" : step.risk().word();
            line(
                    indent
                            + (step.risk() == FixStep.Risk.READ_ONLY
                                    ? theme.faint("# " + risk)
                                    : theme.danger("# " + risk)));
            for (String each : command.split("\n", -1)) {
                line(indent + theme.command(Terminal.safe(each)));
            }
        }
        fillIn(step);
        note(step, FixStep.Note.EXPECT);
        note(step, FixStep.Note.DONE_WHEN);
    }

    /// What the reader has to fill in, to check, or to do again. Each name is explained once.
    private void fillIn(FilledStep step) {
        List<String> again = new ArrayList<>();
        for (FilledStep.Need need : step.needs()) {
            if (!explained.add(need.name())) {
                again.add("<" + need.name() + ">");
                continue;
            }
            note(
                    "You need <"
                            + need.name()
                            + ">"
                            + (need.means().isEmpty() ? "" : ": " + need.means())
                            + (need.get() == null ? "" : "; get it with: " + need.get()));
        }
        if (!again.isEmpty()) {
            note("You need " + String.join(", ", again) + ", see above");
        }
        for (FilledStep.Assumed each : step.assumed()) {
            if (!explained.add(each.name())) {
                continue;
            }
            note(
                    "Assumed: <"
                            + each.name()
                            + "> is "
                            + each.value()
                            + (each.get() == null ? "" : "; check with: " + each.get()));
        }
        if (!step.others().isEmpty()) {
            int shown = Math.min(MOST_SUBJECTS, step.others().size());
            note(
                    "The same for: "
                            + String.join(
                                    ", ",
                                    step.others().subList(0, shown).stream()
                                            .map(Subject::toString)
                                            .toList())
                            + (shown < step.others().size()
                                    ? " and " + (step.others().size() - shown) + " more"
                                    : ""));
        }
    }

    private void note(FilledStep step, FixStep.Note note) {
        @Nullable String words = step.notes().get(note);
        if (words != null) {
            note(note.label() + ": " + words);
        }
    }

    private void note(String words) {
        Terminal.wrap(Terminal.safe(words), width - 8)
                .forEach(each -> line(INDENT + INDENT + "    " + theme.faint(each)));
    }

    private void bullet(String words) {
        List<String> lines = Terminal.wrap(words, width - 10);
        for (int i = 0; i < lines.size(); i++) {
            line(INDENT + INDENT + "    " + (i == 0 ? "- " : "  ") + lines.get(i));
        }
    }

    private void more(Finding finding) {
        section("More");
        Article article = finding.article();
        line(INDENT + INDENT + "clew explain " + finding.signature().id());
        if (article != null) {
            article.references()
                    .forEach(reference -> line(INDENT + INDENT + theme.faint(reference.url())));
        }
    }

    /// Worth its lines only where things happened one after the other.
    private void timeline(Diagnosis diagnosis) {
        List<Milestone> all = diagnosis.timeline();
        if (all.size() < 3) {
            return;
        }
        line("");
        line(theme.strong("Time line"));
        for (Milestone each : all) {
            String when =
                    each.time() != null
                            ? each.time().truncatedTo(ChronoUnit.SECONDS).toString()
                            : each.age() == null ? "" : Ages.words(each.age()) + " ago";
            String what =
                    each.kind() == Milestone.Kind.LAST_SEEN
                            ? "last seen: " + each.text()
                            : each.text();
            String where = each.subject() == null ? "" : " · " + each.subject();
            line(
                    INDENT
                            + theme.faint(String.format(Locale.ROOT, "%-20s", when))
                            + " "
                            + Terminal.safe(Terminal.cut(what + where, width - 24)));
        }
        diagnosis
                .clocks()
                .forEach((node, ahead) ->
                        line(
                                INDENT
                                        + theme.faint(
                                                "The clock of "
                                                        + Terminal.safe(node)
                                                        + " seems "
                                                        + Ages.words(ahead.abs())
                                                        + (ahead.isNegative()
                                                                ? " behind"
                                                                : " ahead")
                                                        + "; its times are corrected.")));
    }

    /// Messages that nothing is known about: the few worst, each on a few lines.
    private void suggestions(List<Suggestion> all, int most) {
        int shown = verbose ? all.size() : Math.min(most, all.size());
        for (Suggestion each : all.subList(0, shown)) {
            Evidence first = each.evidence().getFirst();
            line(
                    INDENT
                            + Terminal.safe(Unknowns.head(each))
                            + theme.faint(" · " + Terminal.safe(first.origin().toString())));
            line(
                    INDENT
                            + INDENT
                            + Terminal.cut(
                                    Terminal.safe(verbose ? first.text() : each.template()),
                                    verbose ? Evidence.LONGEST : width - 6));
            String says = Unknowns.says(each.says());
            if (!says.isEmpty()) {
                line(
                        INDENT
                                + INDENT
                                + theme.faint(
                                        Terminal.cut(Terminal.safe("says: " + says), width - 6)));
            }
            if (!each.articles().isEmpty()) {
                line(
                        INDENT
                                + INDENT
                                + "near: "
                                + String.join(
                                        ", ",
                                        each.articles().stream().map(near -> near.id()).toList()));
            }
        }
        if (shown < all.size()) {
            line(INDENT + theme.faint("and " + (all.size() - shown) + " more; -v shows them"));
        }
    }

    private void skipped(InputSummary inputs) {
        if (inputs.skipped().isEmpty()) {
            return;
        }
        line("");
        line(theme.strong("Not read, or not to the end"));
        for (InputSummary.Skipped skipped : inputs.skipped()) {
            Terminal.wrap(Terminal.safe(skipped.path() + ": " + skipped.reason()), width - 2)
                    .forEach(each -> line(INDENT + each));
        }
    }

    private void limits(List<LimitReached> limits) {
        if (limits.isEmpty()) {
            return;
        }
        line("");
        line(theme.strong("Limits reached"));
        limits.forEach(limit ->
                Terminal.wrap(limit.words(), width - 2).forEach(each -> line(INDENT + each)));
    }

    private void coverage(Coverage coverage) {
        int unjudged = coverage.unjudged().values().stream().mapToInt(Integer::intValue).sum();
        if (coverage.notCollected().isEmpty() && coverage.missing().isEmpty() && unjudged == 0) {
            return;
        }
        line("");
        line(theme.strong("Not in the bundle"));
        int most = verbose ? Integer.MAX_VALUE : MOST_GAPS;
        coverage.notCollected().stream()
                .limit(most)
                .map(each ->
                        Terminal.cut(
                                Terminal.safe(each.path() + ": " + each.reason()), LONGEST_GAP))
                .forEach(each ->
                        Terminal.wrap(each, width - 4).forEach(part -> line(INDENT + part)));
        coverage.missing().stream()
                .limit(most)
                .flatMap(each -> Terminal.wrap(Terminal.safe(each), width - 2).stream())
                .forEach(each -> line(INDENT + each));
        int more =
                Math.max(0, coverage.notCollected().size() - MOST_GAPS)
                        + Math.max(0, coverage.missing().size() - MOST_GAPS);
        if (!verbose && more > 0) {
            line(INDENT + "and " + more + " more; -v shows them");
        }
        if (unjudged > 0 && verbose) {
            coverage.unjudged().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each ->
                            line(
                                    INDENT
                                            + count(each.getValue(), "signature")
                                            + " not judged: "
                                            + each.getKey()));
        } else if (unjudged > 0) {
            line(
                    INDENT
                            + count(unjudged, "signature")
                            + " had nothing to be judged by; -v tells what is missing");
        }
    }

    private void suppressed(List<Suppressed> all) {
        if (all.isEmpty()) {
            return;
        }
        line("");
        line(theme.strong("Looks bad and is not"));
        for (Suppressed suppressed : all) {
            line(
                    INDENT
                            + suppressed.benign().title()
                            + theme.faint(" (would have been " + suppressed.signature() + ")"));
            Terminal.wrap(suppressed.benign().reason(), width - 6)
                    .forEach(text -> line(INDENT + INDENT + text));
            line(
                    INDENT
                            + INDENT
                            + theme.faint(
                                    Terminal.safe(
                                            suppressed.evidence().origin()
                                                    + " · "
                                                    + suppressed.benign().reference())));
        }
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void section(String title) {
        line(INDENT + theme.strong(title));
    }

    private void text(String text) {
        Terminal.wrap(text, width - 4).forEach(line -> line(INDENT + INDENT + line));
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
