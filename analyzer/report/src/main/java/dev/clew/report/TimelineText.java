package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Milestone;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// What happened one after the other, and the clocks that are off.
final class TimelineText {

    private final Screen screen;

    TimelineText(Screen screen) {
        this.screen = screen;
    }

    /// Worth its lines only where things happened one after the other.
    void write(Diagnosis diagnosis) {
        List<Milestone> all = diagnosis.timeline();
        if (all.size() < 3) {
            return;
        }
        screen.heading("Time line");
        for (Milestone each : all) {
            String when =
                    each.time() != null
                            ? each.time().truncatedTo(ChronoUnit.SECONDS).toString()
                            : each.age() == null ? "" : Ages.words(each.age()) + " before";
            String what =
                    each.kind() == Milestone.Kind.LAST_SEEN
                            ? "last seen: " + each.text()
                            : each.text();
            String where = each.subject() == null ? "" : " · " + each.subject();
            screen.line(
                    Screen.INDENT
                            + screen.theme().faint(String.format(Locale.ROOT, "%-20s", when))
                            + " "
                            + Terminal.safe(Terminal.cut(what + where, screen.width() - 24)));
        }
        all.stream()
                .map(Milestone::yearFrom)
                .filter(from -> from != null)
                .distinct()
                .forEach(from ->
                        screen.line(
                                Screen.INDENT
                                        + screen.theme()
                                                .faint(
                                                        "Stamps without a year have it from "
                                                                + from.words()
                                                                + ".")));
        diagnosis
                .clocks()
                .forEach((node, ahead) ->
                        screen.line(
                                Screen.INDENT
                                        + screen.theme()
                                                .faint(
                                                        "The clock of "
                                                                + Terminal.safe(node)
                                                                + " seems "
                                                                + Ages.words(ahead.abs())
                                                                + (ahead.isNegative()
                                                                        ? " behind"
                                                                        : " ahead")
                                                                + "; its times are corrected.")));
    }
}
