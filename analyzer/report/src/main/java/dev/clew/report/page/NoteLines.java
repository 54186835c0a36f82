package dev.clew.report.page;

import dev.clew.model.FixStep;
import java.util.ArrayList;
import java.util.List;

/// Sets off lines such as `Effect: …` in the text of an article, each as an item of a list.
final class NoteLines {

    private static final List<String> LABELS = labels();

    private NoteLines() {}

    private static List<String> labels() {
        List<String> labels = new ArrayList<>(List.of("Only if:"));
        for (FixStep.Note note : FixStep.Note.values()) {
            labels.add(note.label() + ":");
        }
        return List.copyOf(labels);
    }

    static String marked(String body) {
        StringBuilder page = new StringBuilder();
        boolean code = false;
        for (String line : body.split("\n", -1)) {
            code ^= line.startsWith("```");
            page.append(code ? line : markedLine(line)).append('\n');
        }
        page.setLength(page.length() - 1);
        return page.toString();
    }

    private static String markedLine(String line) {
        for (String label : LABELS) {
            if (line.startsWith(label)) {
                return "- **" + label + "**" + line.substring(label.length());
            }
        }
        return line;
    }
}
