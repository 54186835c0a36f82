package dev.clew.report;

import dev.clew.diagnose.Coverage;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.InputSummary;
import dev.clew.model.LimitReached;
import java.util.List;
import java.util.Map;

/// What was not read, and what could not be judged: how far the diagnosis reaches.
final class GapsText {

    private static final int LONGEST_GAP = 600;
    private static final int MOST_GAPS = 5;

    private final Screen screen;

    GapsText(Screen screen) {
        this.screen = screen;
    }

    void write(Diagnosis diagnosis) {
        skipped(diagnosis.inputs());
        limits(
                diagnosis.inputs().limits().stream()
                        .filter(limit -> limit.bound().loses())
                        .toList());
        coverage(diagnosis.coverage());
    }

    private void skipped(InputSummary inputs) {
        if (inputs.skipped().isEmpty()) {
            return;
        }
        screen.heading(screen.words().say("notread"));
        for (InputSummary.Skipped skipped : inputs.skipped()) {
            Terminal.wrap(
                            Terminal.safe(skipped.path() + ": " + skipped.reason()),
                            screen.width() - 2)
                    .forEach(each -> screen.line(Screen.INDENT + each));
        }
    }

    private void limits(List<LimitReached> limits) {
        if (limits.isEmpty()) {
            return;
        }
        screen.heading(screen.words().say("limits"));
        limits.forEach(limit ->
                Terminal.wrap(limit.words(), screen.width() - 2)
                        .forEach(each -> screen.line(Screen.INDENT + each)));
    }

    private void coverage(Coverage coverage) {
        int unjudged = coverage.unjudged().values().stream().mapToInt(Integer::intValue).sum();
        if (coverage.notCollected().isEmpty() && coverage.missing().isEmpty() && unjudged == 0) {
            return;
        }
        screen.heading(screen.words().say("missing"));
        int most = screen.verbose() ? Integer.MAX_VALUE : MOST_GAPS;
        coverage.notCollected().stream()
                .limit(most)
                .map(each ->
                        Terminal.cut(
                                Terminal.safe(each.path() + ": " + each.reason()), LONGEST_GAP))
                .forEach(each ->
                        Terminal.wrap(each, screen.width() - 4)
                                .forEach(part -> screen.line(Screen.INDENT + part)));
        coverage.missing().stream()
                .limit(most)
                .flatMap(each -> Terminal.wrap(Terminal.safe(each), screen.width() - 2).stream())
                .forEach(each -> screen.line(Screen.INDENT + each));
        int more =
                Math.max(0, coverage.notCollected().size() - MOST_GAPS)
                        + Math.max(0, coverage.missing().size() - MOST_GAPS);
        if (!screen.verbose() && more > 0) {
            screen.more(more);
        }
        if (unjudged > 0 && screen.verbose()) {
            coverage.unjudged().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each ->
                            screen.line(
                                    Screen.INDENT
                                            + screen.words()
                                                    .count(
                                                            "text.unjudged-for",
                                                            each.getValue(),
                                                            each.getKey())));
        } else if (unjudged > 0) {
            screen.line(Screen.INDENT + screen.words().count("text.unjudged", unjudged));
        }
    }
}
