package dev.clew.packs.article;

import dev.clew.model.FixStep;
import dev.clew.model.StepCondition;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// Reads steps. A heading of the third level begins one, `### 2. Restart the agents`; below it
/// stand text, commands in fences marked with their risk, and lines such as `Only if:`, `Effect:`,
/// `Undo:`. What stands before a command belongs to it, as do `Expect:` and `Done when:` right
/// after it. A further command of a step is an entry of its own, with the same number.
final class Steps {

    private static final String ONLY_IF = "Only if:";
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2})\\.\\s+(.*)$");

    private final String path;
    private final int firstLine;
    private final Problems problems;
    private final List<FixStep> steps = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<FixStep.Note, String> notes = new EnumMap<>(FixStep.Note.class);
    private final Map<FixStep.Note, String> shared = new EnumMap<>(FixStep.Note.class);
    private int number;
    private String title = "";
    private StepCondition ofStep = StepCondition.ALWAYS;
    private StepCondition ofCommand = StepCondition.ALWAYS;
    private boolean begun;
    private boolean emitted;

    private Steps(String path, int firstLine, Problems problems) {
        this.path = path;
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /// The steps among the blocks of a section.
    ///
    /// @param firstLine line of the file at which the Markdown begins, counted from 1
    static List<FixStep> read(List<Node> blocks, String path, int firstLine, Problems problems) {
        Steps reader = new Steps(path, firstLine, problems);
        blocks.forEach(reader::block);
        reader.flush(null, null);
        return reader.steps;
    }

    private void block(Node node) {
        if (node instanceof Heading heading && heading.getLevel() == 3) {
            flush(null, null);
            begin(PlainWords.onOneLine(heading));
        } else if (node instanceof FencedCodeBlock code) {
            command(code);
        } else {
            paragraph(PlainWords.of(node), node);
        }
    }

    private void begin(String heading) {
        Matcher numbered = NUMBERED.matcher(heading);
        number = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
        title = numbered.matches() ? numbered.group(2) : heading;
        text.setLength(0);
        notes.clear();
        shared.clear();
        ofStep = StepCondition.ALWAYS;
        ofCommand = StepCondition.ALWAYS;
        begun = false;
        emitted = false;
    }

    private void paragraph(String words, Node node) {
        StringBuilder plain = new StringBuilder();
        FixStep.Note open = null;
        for (String line : words.split("\\s*\n\\s*")) {
            Optional<FixStep.Note> note = note(line);
            if (line.startsWith(ONLY_IF)) {
                condition(line.substring(ONLY_IF.length()).strip(), node);
                open = null;
            } else if (note.isPresent()) {
                open = note.get();
                put(open, line.substring(open.label().length() + 1).strip());
            } else if (open != null) {
                put(open, noteSoFar(open) + " " + line);
            } else {
                plain.append(plain.isEmpty() ? "" : " ").append(line);
            }
        }
        if (!plain.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(plain);
            begun = true;
        }
    }

    private static Optional<FixStep.Note> note(String line) {
        for (FixStep.Note note : FixStep.Note.values()) {
            if (line.startsWith(note.label() + ":")) {
                return Optional.of(note);
            }
        }
        return Optional.empty();
    }

    private void condition(String words, Node node) {
        StepCondition read = StepConditions.read(words, place(node), problems);
        if (begun || emitted) {
            ofCommand = read;
        } else {
            ofStep = read;
        }
    }

    private static boolean after(FixStep.Note note) {
        return note == FixStep.Note.EXPECT || note == FixStep.Note.DONE_WHEN;
    }

    private void put(FixStep.Note note, String words) {
        if (after(note) && emitted && text.isEmpty() && !steps.isEmpty()) {
            FixStep last = steps.removeLast();
            Map<FixStep.Note, String> more = new EnumMap<>(FixStep.Note.class);
            more.putAll(last.notes());
            more.put(note, words);
            steps.add(
                    new FixStep(
                            last.number(),
                            last.title(),
                            last.text(),
                            last.command(),
                            last.risk(),
                            last.condition(),
                            more));
        } else {
            notes.put(note, words);
        }
    }

    private String noteSoFar(FixStep.Note note) {
        if (after(note) && emitted && text.isEmpty() && !steps.isEmpty()) {
            return steps.getLast().note(note).orElse("");
        }
        return notes.getOrDefault(note, "");
    }

    private void command(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        if (!info.equals("sh") && !info.startsWith("sh ")) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(code.getLiteral().stripTrailing()); // an example, not a command
            begun = true;
            return;
        }
        Optional<FixStep.Risk> risk = FixStep.Risk.of(info.substring(2).strip());
        if (risk.isEmpty()) {
            problems.error(
                    place(code),
                    Code.P308,
                    "mark the command as read-only, changes, disruptive or destructive: ```sh read-only");
        }
        flush(code.getLiteral().stripTrailing(), risk.orElse(FixStep.Risk.DESTRUCTIVE));
    }

    private void flush(@Nullable String command, FixStep.@Nullable Risk risk) {
        boolean worth =
                command != null
                        || !text.isEmpty()
                        || !notes.isEmpty()
                        || (!emitted && !title.isEmpty());
        if (worth) {
            Map<FixStep.Note, String> all = new EnumMap<>(FixStep.Note.class);
            if (command != null) {
                all.putAll(shared);
            }
            all.putAll(notes);
            if (risk == FixStep.Risk.READ_ONLY) {
                all.remove(FixStep.Note.ASK); // asked before the fence that does something
            }
            steps.add(
                    new FixStep(
                            number,
                            emitted ? "" : title,
                            text.toString(),
                            command,
                            risk,
                            ofStep.and(ofCommand),
                            all));
            emitted = true;
        }
        notes.forEach((note, words) -> {
            boolean asked = note == FixStep.Note.ASK && risk == FixStep.Risk.READ_ONLY;
            if (note == FixStep.Note.EFFECT || note == FixStep.Note.UNDO || asked) {
                shared.put(note, words);
            }
        });
        notes.clear();
        text.setLength(0);
        ofCommand = StepCondition.ALWAYS;
    }

    private Place place(Node node) {
        return new Place(path, firstLine + Sections.line(node), 1);
    }
}
