package dev.clew.packs.article;

import dev.clew.model.Applies;
import dev.clew.model.FixStep;
import dev.clew.model.Software;
import dev.clew.model.VersionRange;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// Reads the section `Fix` of an article. Each heading of the third level begins a step; below it
/// stand an optional line `Only if: cilium >=1.14, ipam = eni`, text, and commands in fences marked
/// `sh read-only`, `sh disruptive` or `sh destructive`. Several commands of one step become several
/// steps.
final class FixSteps {

    private static final String CONDITION = "Only if:";
    private static final Pattern VERSION =
            Pattern.compile("^(\\w+) ?((?:[<>]=?|=) ?\\d\\S*(?: (?:[<>]=?|=) ?\\d\\S*)*)$");
    private static final Pattern VALUE = Pattern.compile("^([\\w-]+) = (\\S.*)$");

    private final String path;
    private final int firstLine;
    private final Problems problems;
    private final List<FixStep> steps = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String title = "";
    private Applies applies = Applies.ALWAYS;
    private Map<String, String> when = Map.of();
    private boolean emitted;

    private FixSteps(String path, int firstLine, Problems problems) {
        this.path = path;
        this.firstLine = firstLine;
        this.problems = problems;
    }

    static List<FixStep> read(String body, String path, int firstLine, Problems problems) {
        FixSteps reader = new FixSteps(path, firstLine, problems);
        for (Sections section : Sections.of(body)) {
            if (section.title().equals("Fix")) {
                section.blocks().forEach(reader::block);
                reader.flush(null, null);
            }
        }
        return reader.steps;
    }

    private void block(Node node) {
        if (node instanceof Heading heading && heading.getLevel() == 3) {
            flush(null, null);
            title = Sections.text(heading);
            text.setLength(0);
            applies = Applies.ALWAYS;
            when = Map.of();
            emitted = false;
        } else if (node instanceof FencedCodeBlock code) {
            command(code);
        } else {
            String words = Sections.text(node).replaceAll("\\s*\n\\s*", " ");
            if (words.startsWith(CONDITION)) {
                condition(words.substring(CONDITION.length()).strip(), node);
            } else {
                text.append(text.isEmpty() ? "" : " ").append(words);
            }
        }
    }

    private void command(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        if (!info.equals("sh") && !info.startsWith("sh ")) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(code.getLiteral().stripTrailing()); // an example, not a command
            return;
        }
        Optional<FixStep.Risk> risk = FixStep.Risk.of(info.substring(2).strip());
        if (risk.isEmpty()) {
            problems.error(
                    place(code),
                    Code.P308,
                    "mark the command as read-only, disruptive or destructive: ```sh read-only");
        }
        flush(code.getLiteral().stripTrailing(), risk.orElse(FixStep.Risk.DESTRUCTIVE));
    }

    private void flush(@Nullable String command, FixStep.@Nullable Risk risk) {
        String description =
                text.isEmpty()
                        ? title
                        : title.isEmpty()
                                ? text.toString()
                                : emitted ? text.toString() : title + ". " + text;
        boolean worth =
                command != null
                        || (!emitted && !(title.isEmpty() && text.isEmpty()))
                        || (emitted && !text.isEmpty());
        if (worth) {
            steps.add(
                    new FixStep(
                            description.isEmpty() ? title : description,
                            command,
                            risk,
                            applies,
                            when));
            emitted = true;
        }
        text.setLength(0);
    }

    private void condition(String conditions, Node node) {
        Map<Software, VersionRange> ranges = new EnumMap<>(Software.class);
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : conditions.split(",\\s*")) {
            Matcher version = VERSION.matcher(part.strip());
            Matcher value = VALUE.matcher(part.strip());
            Optional<Software> software =
                    version.matches() ? Software.of(version.group(1)) : Optional.empty();
            Optional<VersionRange> range =
                    version.matches()
                            ? VersionRange.of(version.group(2).replaceAll("([<>=]) +", "$1"))
                            : Optional.empty();
            if (software.isPresent() && range.isPresent()) {
                ranges.put(software.get(), range.get());
            } else if (value.matches()) {
                values.put(value.group(1), value.group(2).strip());
            } else {
                problems.error(
                        place(node),
                        Code.P107,
                        "'" + part + "' is no condition such as: cilium >=1.14, or: ipam = eni");
            }
        }
        applies = new Applies(ranges);
        when = values;
    }

    private Place place(Node node) {
        return new Place(path, firstLine + Sections.line(node), 1);
    }
}
