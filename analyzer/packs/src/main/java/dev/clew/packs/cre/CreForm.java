package dev.clew.packs.cre;

import dev.clew.model.Article;
import dev.clew.model.Clause;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Guide;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a signature of ours as a rule in the format of CRE.
public final class CreForm {

    /// Stands for any time.
    private static final Duration LONG = Duration.ofDays(1);

    private CreForm() {}

    /// The rule, or empty if nothing of what it matches by can be said in that format.
    ///
    /// @param article the article of the signature, or null
    public static Optional<Converted> of(Rule.Signature signature, @Nullable Article article) {
        List<String> losses = new ArrayList<>();
        List<String> any = new ArrayList<>();
        for (RecordPattern pattern : signature.match()) {
            expression(pattern.clause(), losses)
                    .filter(each -> !any.contains(each))
                    .ifPresent(any::add);
            if (!pattern.levels().isEmpty()) {
                losses.add("that only lines of some levels are read");
            }
        }
        if (any.isEmpty()) {
            return Optional.empty();
        }
        if (!signature.applies().ranges().isEmpty()) {
            losses.add("the versions it applies to");
        }
        if (!signature.explains().isEmpty() || !signature.supersedes().isEmpty()) {
            losses.add("what it explains and supersedes");
        }
        String set =
                rule(
                        signature,
                        GroupNames.once(any.size() == 1 ? any.getFirst() : joined(any)),
                        losses);
        String yaml = head(signature, article) + set;
        return Optional.of(
                new Converted(
                        Map.of(signature.id() + "/" + signature.id() + ".yaml", yaml),
                        losses,
                        List.of()));
    }

    private static String joined(List<String> any) {
        return "(?:" + String.join(")|(?:", any) + ")";
    }

    private static String head(Rule.Signature signature, @Nullable Article article) {
        StringBuilder head =
                new StringBuilder("rules:\n  - metadata:\n      kind: rule\n      id: ");
        head.append(base58(signature.id()))
                .append("\n    cre:\n      id: CLEW-")
                .append(signature.id().toUpperCase(Locale.ROOT))
                .append("\n      severity: ")
                .append(3 - signature.severity().weight())
                .append("\n      title: ")
                .append(Quoted.of(signature.title()))
                .append("\n      category: ")
                .append(Quoted.of(signature.area()))
                .append("\n      author: clew\n");
        if (article != null) {
            head.append("      cause: ").append(Quoted.of(article.summary())).append('\n');
            Guide guide = article.guide();
            if (guide != null) {
                head.append("      impact: ").append(Quoted.of(guide.impact())).append('\n');
            }
            StringBuilder steps = new StringBuilder();
            article.steps()
                    .forEach(step -> steps.append("- ").append(step.description()).append('\n'));
            head.append("      mitigation: ").append(Quoted.of(steps.toString())).append('\n');
            head.append("      references: [")
                    .append(
                            String.join(
                                    ", ",
                                    article.references().stream()
                                            .map(each -> Quoted.of(each.url()))
                                            .toList()))
                    .append("]\n");
        }
        return head.append("    rule:\n").toString();
    }

    private static String rule(Rule.Signature signature, String regex, List<String> losses) {
        StringBuilder negated = new StringBuilder();
        StringBuilder matched =
                new StringBuilder("          - regex: ").append(Quoted.of(regex)).append('\n');
        Duration window = null;
        for (CorrelationClause clause : signature.across()) {
            switch (clause) {
                case CorrelationClause.Count count when count.within() != null -> {
                    matched.append("            count: ").append(count.atLeast()).append('\n');
                    window = count.within();
                }
                case CorrelationClause.Unless unless -> {
                    Duration within = unless.within();
                    String time = GoDuration.write(within == null ? LONG : within);
                    Optional<String> other = expression(unless.pattern().clause(), losses);
                    other.map(GroupNames::once)
                            .ifPresent(each ->
                                    negated.append("          - regex: ")
                                            .append(Quoted.of(each))
                                            .append("\n            window: ")
                                            .append(time)
                                            .append("\n            absolute: true\n"));
                    losses.add("how close the record must be that speaks against it");
                }
                default -> losses.add("a further record that it asks for");
            }
        }
        String source = "cre.log." + signature.area();
        return "      set:\n"
                + (window == null ? "" : "        window: " + GoDuration.write(window) + "\n")
                + "        event:\n          source: "
                + source
                + "\n        match:\n"
                + matched
                + (negated.isEmpty() ? "" : "        negate:\n" + negated);
    }

    /// One expression that says what a clause does, as far as that goes.
    private static Optional<String> expression(Clause clause, List<String> losses) {
        return switch (clause) {
            case Clause.Text(String field, String text) -> {
                field(field, losses);
                yield Optional.of("(?i)" + Literal.quoted(text));
            }
            case Clause.Regex(String field, String pattern) -> {
                field(field, losses);
                yield Optional.of(pattern);
            }
            case Clause.Any(List<Clause> clauses) -> {
                List<String> all =
                        clauses.stream()
                                .flatMap(each -> expression(each, losses).stream())
                                .distinct()
                                .toList();
                yield all.size() < 2 ? all.stream().findFirst() : Optional.of(joined(all));
            }
            case Clause.All(List<Clause> clauses) -> {
                losses.add("that several conditions hold for one record: only the first is kept");
                yield clauses.stream()
                        .flatMap(each -> expression(each, losses).stream())
                        .findFirst();
            }
            case Clause.In in -> lost(losses, "a test of the field '" + in.field() + "'");
            case Clause.Compare compare ->
                    lost(losses, "a test of the field '" + compare.field() + "'");
            case Clause.Exists exists ->
                    lost(losses, "a test of the field '" + exists.field() + "'");
            case Clause.None none -> lost(losses, "a condition that must not hold");
            case Clause.Jq jq -> lost(losses, "a query of jq");
        };
    }

    private static Optional<String> lost(List<String> losses, String what) {
        losses.add(what);
        return Optional.empty();
    }

    private static void field(String field, List<String> losses) {
        if (!field.equals(Clause.WHOLE_TEXT) && !field.equals(Clause.RAW)) {
            losses.add("that the text stands in the field '" + field + "'");
        }
    }

    /// An id of the shape that the format asks for, the same for the same signature.
    private static String base58(String id) {
        String letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        long state = 1469598103934665603L;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            state = (state ^ id.charAt(i % id.length())) * 1099511628211L;
            text.append(letters.charAt((int) Math.floorMod(state >>> 16, 58L)));
        }
        return text.toString();
    }
}
