package dev.clew.match;

import dev.clew.model.CorrelationClause;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A rule made ready to judge records.
public final class CompiledRule {

    private final Rule rule;
    private final int ordinal;
    private final List<CompiledPattern> match;
    private final List<Optional<CompiledPattern>> across;
    private final boolean variantsDiffer;

    CompiledRule(RuleSource.Prepared prepared, int ordinal) {
        this.rule = prepared.rule();
        this.ordinal = ordinal;
        Function<RecordPattern, CompiledPattern> compile =
                pattern -> new CompiledPattern(pattern, prepared.texts());
        this.match = rule.match().stream().map(compile).toList();
        this.variantsDiffer = across(rule).stream().anyMatch(CorrelationClause::tellsVariantsApart);
        this.across = across(rule).stream().map(each -> patternOf(each).map(compile)).toList();
    }

    public Rule rule() {
        return rule;
    }

    /// Place of the rule in its book.
    public int ordinal() {
        return ordinal;
    }

    /// A pattern that a record meets.
    ///
    /// @param variant place of the pattern in the rule's list
    /// @param captures values by name
    public record PatternMatch(int variant, Map<String, String> captures) {}

    /// The patterns that the record meets: the first one, or all of them if it makes a difference
    /// which of them it is.
    List<PatternMatch> match(MatchContext context) {
        List<PatternMatch> met = new ArrayList<>(1);
        for (int variant = 0; variant < match.size(); variant++) {
            Optional<Map<String, String>> captures = match.get(variant).match(context);
            if (captures.isPresent()) {
                met.add(new PatternMatch(variant, captures.get()));
                if (!variantsDiffer) {
                    break;
                }
            }
        }
        return met;
    }

    /// Whether the rule may have to do with a record of that shape.
    boolean mayMatch(MatchContext shape) {
        for (CompiledPattern each : match) {
            if (each.mayMatch(shape)) {
                return true;
            }
        }
        for (Optional<CompiledPattern> each : across) {
            if (each.isPresent() && each.get().mayMatch(shape)) {
                return true;
            }
        }
        return false;
    }

    /// Positions, in the signature's list of further records, of those that this record is one of.
    List<Integer> slots(MatchContext context) {
        List<Integer> slots = new ArrayList<>(across.size());
        for (int slot = 0; slot < across.size(); slot++) {
            if (across.get(slot).isPresent() && across.get(slot).get().matches(context)) {
                slots.add(slot);
            }
        }
        return slots;
    }

    /// Every pattern of a rule: those it matches by, and those for further records.
    public static List<RecordPattern> patternsOf(Rule rule) {
        List<RecordPattern> all = new ArrayList<>(rule.match());
        across(rule).forEach(each -> patternOf(each).ifPresent(all::add));
        return all;
    }

    private static List<CorrelationClause> across(Rule rule) {
        return rule instanceof Rule.Signature signature ? signature.across() : List.of();
    }

    private static Optional<RecordPattern> patternOf(CorrelationClause across) {
        return switch (across) {
            case CorrelationClause.Requires requires -> Optional.of(requires.pattern());
            case CorrelationClause.Unless unless -> Optional.of(unless.pattern());
            case CorrelationClause.HealedBy healed -> Optional.of(healed.pattern());
            case CorrelationClause.Count count -> Optional.empty();
            case CorrelationClause.InFrame frame -> Optional.empty();
        };
    }
}
