package dev.clew.match;

import dev.clew.model.Clause;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/// Rules of which some only read inputs of certain names, because the user said what those are.
public final class SourcedRules implements RuleSource {

    private final RuleSource rules;
    private final Map<String, List<String>> globs;

    /// @param globs by area, names of the inputs that rules of it read: `kafka*.log` is the end of
    ///   a path, `*` stands for anything but a slash, `**` for that too
    public SourcedRules(RuleSource rules, Map<String, List<String>> globs) {
        this.rules = rules;
        this.globs = Map.copyOf(globs);
    }

    @Override
    public int size() {
        return rules.size();
    }

    @Override
    public Rule rule(int ordinal) {
        return narrowed(rules.rule(ordinal));
    }

    @Override
    public Prepared prepared(int ordinal) {
        Prepared prepared = rules.prepared(ordinal);
        return new Prepared(narrowed(prepared.rule()), prepared.texts());
    }

    private Rule narrowed(Rule rule) {
        List<String> names = globs.get(rule.area());
        if (names == null || !(rule instanceof Rule.Signature signature)) {
            return rule;
        }
        String expression =
                names.stream().map(SourcedRules::expression).collect(Collectors.joining("|"));
        Clause source = new Clause.Regex(LogRecord.SOURCE, expression);
        return signature.matching(
                signature.match().stream()
                        .map(each ->
                                new RecordPattern(
                                        each.kinds(),
                                        Set.of(),
                                        each.levels(),
                                        new Clause.All(List.of(source, each.clause())),
                                        each.severity()))
                        .toList());
    }

    private static String expression(String glob) {
        StringBuilder expression = new StringBuilder("(?:^|[/!])");
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            if (glob.startsWith("**", at)) {
                expression.append(".*");
                at++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if ("\\.+()|[]{}^$".indexOf(c) >= 0) {
                expression.append('\\').append(c);
            } else {
                expression.append(c);
            }
        }
        return expression.append('$').toString();
    }

    @Override
    public boolean mayBeForeign(int ordinal) {
        return rules.mayBeForeign(ordinal);
    }

    @Override
    public boolean readsRaw() {
        return rules.readsRaw();
    }

    @Override
    public int find(String id) {
        return rules.find(id);
    }

    @Override
    public void ids(ObjIntConsumer<String> sink) {
        rules.ids(sink);
    }

    @Override
    public void triggers(boolean lines, TriggerSink sink) {
        rules.triggers(lines, sink);
    }
}
