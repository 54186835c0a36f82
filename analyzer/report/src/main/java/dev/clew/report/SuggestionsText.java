package dev.clew.report;

import dev.clew.diagnose.Suggestion;
import dev.clew.model.Evidence;
import java.util.List;

/// Warnings and errors that no signature knows.
final class SuggestionsText {

    private final Screen screen;

    SuggestionsText(Screen screen) {
        this.screen = screen;
    }

    /// Messages that nothing is known about: the few worst, each on a few lines.
    void write(List<Suggestion> all, int most) {
        int shown = screen.verbose() ? all.size() : Math.min(most, all.size());
        for (Suggestion each : all.subList(0, shown)) {
            Evidence first = each.evidence().getFirst();
            screen.line(
                    Screen.INDENT
                            + Terminal.safe(Unknowns.head(each, screen.words()))
                            + screen.theme()
                                    .faint(" · " + Terminal.safe(first.origin().toString())));
            screen.line(
                    Screen.INDENT
                            + Screen.INDENT
                            + Terminal.cut(
                                    Terminal.safe(
                                            screen.verbose() ? first.text() : each.template()),
                                    screen.verbose() ? Evidence.LONGEST : screen.width() - 6));
            String says = Unknowns.says(each.says(), screen.words());
            if (!says.isEmpty()) {
                screen.line(
                        Screen.INDENT
                                + Screen.INDENT
                                + screen.theme()
                                        .faint(
                                                Terminal.cut(
                                                        Terminal.safe(
                                                                screen.words()
                                                                        .say("text.says", says)),
                                                        screen.width() - 6)));
            }
            if (!each.articles().isEmpty()) {
                screen.line(
                        Screen.INDENT
                                + Screen.INDENT
                                + screen.words()
                                        .say(
                                                "text.near",
                                                screen.words()
                                                        .list(
                                                                each.articles().stream()
                                                                        .map(near -> near.id())
                                                                        .toList())));
            }
        }
        if (shown < all.size()) {
            screen.more(all.size() - shown);
        }
    }
}
