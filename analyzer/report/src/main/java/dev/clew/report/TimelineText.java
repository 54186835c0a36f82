package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Milestone;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

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
        screen.heading(screen.words().say("timeline"));
        for (Milestone each : all) {
            String when =
                    each.time() != null
                            ? each.time().truncatedTo(ChronoUnit.SECONDS).toString()
                            : each.age() == null
                                    ? ""
                                    : screen.words().say("text.ago", Ages.words(each.age()));
            String what =
                    each.kind() == Milestone.Kind.LAST_SEEN
                            ? screen.words().say("text.last-seen", each.text())
                            : each.text();
            String where = each.subject() == null ? "" : " · " + each.subject();
            screen.line(
                    Screen.INDENT
                            + screen.theme().faint(Terminal.pad(when, 20))
                            + " "
                            + Terminal.safe(Terminal.cut(what + where, screen.width() - 24)));
        }
        all.stream()
                .map(Milestone::yearFrom)
                .filter(Objects::nonNull)
                .distinct()
                .map(from -> screen.words().say("year." + from.word()))
                .map(from -> screen.words().say("text.years", from))
                .forEach(told -> screen.line(Screen.INDENT + screen.theme().faint(told)));
        diagnosis
                .clocks()
                .forEach((node, ahead) ->
                        screen.line(
                                Screen.INDENT
                                        + screen.theme()
                                                .faint(
                                                        screen.words()
                                                                .say(
                                                                        ahead.isNegative()
                                                                                ? "text.clock.behind"
                                                                                : "text.clock.ahead",
                                                                        Terminal.safe(node),
                                                                        Ages.words(ahead.abs())))));
    }
}
