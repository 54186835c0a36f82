package dev.clew.report.html;

import dev.clew.diagnose.FilledStep;
import java.util.List;

/// A command to be copied. What the reader has to fill in are slots, which the fields above fill.
final class Command {

    private final Sheet sheet;

    Command(Sheet sheet) {
        this.sheet = sheet;
    }

    void write(String command, List<FilledStep.Need> needs) {
        Markup out = sheet.out();
        out.open("div", "class", "command");
        out.open("pre").open("code", "class", "copied");
        int at = 0;
        for (int start = command.indexOf('<');
                start >= 0;
                start = command.indexOf('<', start + 1)) {
            String slot = slot(command, start, needs);
            if (!slot.isEmpty()) {
                out.text(command.substring(at, start));
                out.element("span", "<" + slot + ">", "class", "slot", "data-slot", slot);
                at = start + slot.length() + 2;
            }
        }
        out.text(command.substring(at)).close().close();
        sheet.copyButton();
        out.close();
    }

    /// The placeholder that begins at that place, empty if none does.
    private static String slot(String command, int start, List<FilledStep.Need> needs) {
        return needs.stream()
                .map(FilledStep.Need::name)
                .filter(name -> command.startsWith(name + ">", start + 1))
                .findFirst()
                .orElse("");
    }
}
