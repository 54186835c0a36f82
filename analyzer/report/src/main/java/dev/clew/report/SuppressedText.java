package dev.clew.report;

import dev.clew.diagnose.Suppressed;
import java.util.List;

/// What looks bad and is not: all of it with reasons, or how much of it there is.
final class SuppressedText {

    private final Screen screen;

    SuppressedText(Screen screen) {
        this.screen = screen;
    }

    void write(List<Suppressed> all) {
        if (all.isEmpty()) {
            return;
        }
        if (!screen.verbose()) {
            screen.line("");
            screen.line(screen.theme().faint(screen.words().say("text.aside", all.size())));
            return;
        }
        screen.heading(screen.words().say("text.aside.title"));
        for (Suppressed suppressed : all) {
            screen.line(
                    Screen.INDENT
                            + suppressed.benign().title()
                            + screen.theme()
                                    .faint(
                                            screen.words()
                                                    .say(
                                                            "text.aside.would",
                                                            suppressed.signature())));
            Terminal.wrap(suppressed.benign().reason(), screen.width() - 6)
                    .forEach(text -> screen.line(Screen.INDENT + Screen.INDENT + text));
            screen.line(
                    Screen.INDENT
                            + Screen.INDENT
                            + screen.theme()
                                    .faint(
                                            Terminal.safe(
                                                    suppressed.evidence().origin()
                                                            + " · "
                                                            + suppressed.benign().reference())));
        }
    }
}
