package dev.clew.packs.cre;

import dev.clew.model.Article;
import dev.clew.model.Clause;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Frame;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a rule in the format of CRE as a signature and an article of ours.
public final class OwnForm {

    private static final int LONGEST_SAMPLE = 8_000;

    private static final String WITHOUT_FAULT = "because: a log without the fault\n    lines: ";

    private OwnForm() {}

    /// The rule in our form. Of sets and sequences the last condition is the match, and the others
    /// are asked for beside it.
    ///
    /// @param area folder of the signature and the article
    /// @param hit the log that the rule must hit, if there is one
    /// @param miss the log that it must not hit, if there is one
    public static Converted of(
            CreRule rule, String area, Optional<String> hit, Optional<String> miss) {
        Rule.Signature signature = rule.signature();
        List<String> losses = new ArrayList<>();
        StringBuilder yaml = new StringBuilder();
        yaml.append("title: ").append(Quoted.of(signature.title())).append('\n');
        yaml.append("severity: ").append(signature.severity().word()).append('\n');
        yaml.append("role: ").append(signature.role().word()).append('\n');
        if (signature.generic()) {
            yaml.append("generic: true\n");
        }
        CorrelationClause.InFrame in = signature.frame();
        if (in == null) {
            match(yaml, signature.match().getFirst(), losses);
        } else {
            frame(yaml, signature, in.frame(), losses);
        }
        yaml.append("article: ").append(signature.article()).append('\n');
        List<String> missing = new ArrayList<>();
        sample(yaml, "hits", "", hit, missing);
        sample(yaml, "misses", WITHOUT_FAULT, miss, missing);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("signatures/" + area + "/" + signature.id() + ".yaml", yaml.toString());
        files.put("articles/" + area + "/" + signature.id() + ".md", article(rule.article()));
        return new Converted(files, losses, missing);
    }

    private static void sample(
            StringBuilder yaml,
            String name,
            String head,
            Optional<String> log,
            List<String> missing) {
        if (log.isEmpty() || log.get().isBlank()) {
            missing.add("'" + name + "'");
        } else if (log.get().length() > LONGEST_SAMPLE) {
            missing.add("'" + name + "': the log beside the rule is too long for a sample");
        } else {
            yaml.append(name)
                    .append(":\n  - ")
                    .append(head)
                    .append(Quoted.of(log.get()))
                    .append('\n');
        }
    }

    private static void match(StringBuilder yaml, RecordPattern pattern, List<String> losses) {
        reads(yaml, pattern);
        yaml.append("match:\n").append(clause(pattern.clause(), losses).indent(2));
    }

    private static void reads(StringBuilder yaml, RecordPattern pattern) {
        if (!pattern.components().isEmpty()) {
            yaml.append("reads: {components: [")
                    .append(
                            pattern.components().stream()
                                    .sorted()
                                    .collect(Collectors.joining(", ")))
                    .append("]}\n");
        }
    }

    private static void frame(
            StringBuilder yaml, Rule.Signature signature, Frame frame, List<String> losses) {
        if (frame.isNested()) {
            losses.add("a frame inside another: only the conditions of the outer one are written");
        }
        List<Frame.Part> parts =
                frame.parts().stream().filter(part -> part.pattern() >= 0).toList();
        Frame.Part last = parts.isEmpty() ? frame.parts().getLast() : parts.getLast();
        int main = Math.max(0, last.pattern());
        match(yaml, signature.match().get(main), losses);
        StringBuilder across = new StringBuilder();
        String within = seconds(frame);
        for (Frame.Part part : parts.subList(0, Math.max(0, parts.size() - 1))) {
            across.append("  - requires:\n")
                    .append(
                            clause(signature.match().get(part.pattern()).clause(), losses)
                                    .indent(6))
                    .append("    same: source\n    within: ")
                    .append(within)
                    .append('\n');
            if (frame.inOrder()) {
                across.append("    order: before\n");
            }
            if (part.times() > 1) {
                losses.add(
                        "that a condition beside the match is needed " + part.times() + " times");
            }
        }
        for (Frame.Void each : frame.voids()) {
            if (each.pattern() >= 0) {
                across.append("  - unless:\n")
                        .append(
                                clause(signature.match().get(each.pattern()).clause(), losses)
                                        .indent(6))
                        .append("    same: source\n    within: ")
                        .append(within)
                        .append('\n');
                losses.add("'window', 'slide' and 'anchor' of what is negated");
            }
        }
        if (last.times() > 1) {
            across.append("  - count: ")
                    .append(last.times())
                    .append("\n    same: source\n    within: ")
                    .append(within)
                    .append('\n');
        }
        if (!across.isEmpty()) {
            yaml.append("across:\n").append(across);
        }
        losses.add("that each record is part of one match only");
    }

    private static String seconds(Frame frame) {
        return Math.max(1, frame.window().toSeconds()) + "s";
    }

    /// The conditions, on the words of a record or on the line as it stands.
    private static String clause(Clause clause, List<String> losses) {
        Set<String> lines = new LinkedHashSet<>();
        write(clause, lines, losses);
        return String.join("\n", lines) + "\n";
    }

    private static void write(Clause clause, Set<String> lines, List<String> losses) {
        switch (clause) {
            case Clause.Any(List<Clause> any) -> {
                Set<String> each = new LinkedHashSet<>();
                any.forEach(one -> write(one, each, losses));
                lines.add("any:" + String.join("", each.stream().map(OwnForm::item).toList()));
            }
            case Clause.All(List<Clause> all) -> {
                losses.add("values that are taken by 'extract'");
                write(all.getFirst(), lines, losses);
            }
            case Clause.Regex(String field, String pattern) ->
                    lines.add(
                            (field.equals(Clause.RAW) ? "field: raw\n" : "")
                                    + "regex: "
                                    + Quoted.of(pattern));
            case Clause.Jq(String query) -> {
                losses.add("a query of jq: " + query.strip());
                lines.add("regex: '\\{'");
            }
            default -> losses.add("a condition");
        }
    }

    private static String item(String clause) {
        return "\n  - " + clause.replace("\n", "\n    ");
    }

    private static String article(Article article) {
        StringBuilder page = new StringBuilder("---\n");
        page.append("title: ").append(Quoted.of(article.title())).append('\n');
        page.append("summary: ").append(Quoted.of(article.summary())).append('\n');
        page.append("kind: fault\nverified: ").append(article.verified()).append('\n');
        if (!article.references().isEmpty()) {
            page.append("references:\n");
            article.references()
                    .forEach(each ->
                            page.append("  - {title: ")
                                    .append(Quoted.of(each.title()))
                                    .append(", url: ")
                                    .append(Quoted.of(each.url()))
                                    .append("}\n"));
        }
        return page.append("---\n").append(article.body()).toString();
    }
}
