package dev.clew.packs.article;

import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.StepCondition;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;

/// Reads what an article about a fault says beside its steps. An article without a section `Do
/// first` is in the older form and has none of it.
final class GuideReader {

    private static final Pattern STEPS =
            Pattern.compile("\\bsteps? (\\d{1,2}(?:(?:, | or | and | to )\\d{1,2})*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final String ARROW = "→";

    private GuideReader() {}

    static Optional<Guide> read(
            List<Sections> sections, String path, int firstLine, Problems problems) {
        List<Node> first = blocks(sections, "Do first");
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<Guide.Answer> answers = new ArrayList<>();
        List<Node> look = new ArrayList<>();
        for (Node node : first) {
            if (node instanceof BulletList list) {
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    answers.add(answer(words(item).replaceFirst("^- ", "")));
                }
            } else {
                look.add(node);
            }
        }
        List<FixStep> steps = Steps.read(look, path, firstLine, problems);
        FixStep step =
                steps.isEmpty()
                        ? new FixStep(0, "", "", null, null, StepCondition.ALWAYS, Map.of())
                        : steps.getFirst();
        return Optional.of(
                new Guide(
                        step,
                        answers,
                        text(blocks(sections, "Impact")),
                        causes(blocks(sections, "Causes")),
                        Steps.read(blocks(sections, "Verify"), path, firstLine, problems),
                        text(blocks(sections, "If it does not help"))));
    }

    private static List<Node> blocks(List<Sections> sections, String title) {
        return sections.stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .map(Sections::blocks)
                .orElse(List.of());
    }

    private static Guide.Answer answer(String words) {
        int arrow = words.lastIndexOf(ARROW);
        String see = arrow < 0 ? words : words.substring(0, arrow).strip();
        String then = arrow < 0 ? "" : words.substring(arrow + 1).strip();
        return new Guide.Answer(see, then, numbers(then));
    }

    private static List<Guide.Cause> causes(List<Node> blocks) {
        List<Guide.Cause> causes = new ArrayList<>();
        for (Node block : blocks) {
            if (block instanceof TableBlock) {
                for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                    if (part instanceof TableBody) {
                        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                            causes.add(cause(row));
                        }
                    }
                }
            }
        }
        return causes;
    }

    private static Guide.Cause cause(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(words(cell));
        }
        String then = cells.size() > 2 ? cells.get(2) : "";
        return new Guide.Cause(
                cells.isEmpty() ? "" : cells.get(0),
                cells.size() > 1 ? cells.get(1) : "",
                then,
                numbers(then.matches("\\d.*") ? "step " + then : then));
    }

    /// The numbers in `step 2`, `steps 1, 3 and 4`, `steps 2 to 4`.
    private static List<Integer> numbers(String words) {
        List<Integer> numbers = new ArrayList<>();
        Matcher steps = STEPS.matcher(words);
        while (steps.find()) {
            Matcher number = NUMBER.matcher(steps.group(1));
            while (number.find()) {
                numbers.add(Integer.parseInt(number.group()));
            }
        }
        return numbers;
    }

    private static String words(Node node) {
        return PlainWords.onOneLine(node);
    }

    private static String text(List<Node> blocks) {
        StringBuilder text = new StringBuilder();
        for (Node block : blocks) {
            text.append(text.isEmpty() ? "" : "\n").append(words(block));
        }
        return text.toString();
    }
}
