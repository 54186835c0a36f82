package dev.clew.match;

import dev.clew.model.Rule;
import java.util.List;
import java.util.function.Function;

/// Where a [RuleBook] takes its rules from: a list in memory, or a compiled pack on disk whose
/// rules are read only when one of their triggers was seen. Safe for use by several threads.
public interface RuleSource {

    int size();

    /// The rule at that place, from 0 to [#size()] - 1.
    Rule rule(int ordinal);

    /// The rule at that place with what helps to try it.
    default Prepared prepared(int ordinal) {
        return new Prepared(rule(ordinal), RequiredLiterals::inAnyMatch);
    }

    /// A rule, and what is known of its expressions.
    ///
    /// @param texts gives, for an expression of the rule, texts in lower case one of which is in
    ///   everything it matches; none if nothing is known
    record Prepared(Rule rule, Function<String, List<String>> texts) {}

    /// Place of the rule of that id, or -1 if there is none.
    int find(String id);

    /// Tells the sink what makes each rule worth trying.
    void triggers(TriggerSink sink);

    /// Receives the triggers of rules, in any order.
    interface TriggerSink {
        /// A line of text that contains this literal, which is in lower case.
        void line(String literal, int ordinal);

        /// A record that is not a line of text and contains this literal, which is in lower case.
        void object(String literal, int ordinal);

        /// Any line of text.
        void everyLine(int ordinal);

        /// Any record that is not a line of text.
        void everyObject(int ordinal);
    }

    /// Rules held in memory.
    static RuleSource of(List<? extends Rule> rules) {
        List<Rule> copy = List.copyOf(rules);
        return new RuleSource() {
            @Override
            public int size() {
                return copy.size();
            }

            @Override
            public Rule rule(int ordinal) {
                return copy.get(ordinal);
            }

            @Override
            public int find(String id) {
                for (int ordinal = 0; ordinal < copy.size(); ordinal++) {
                    if (copy.get(ordinal).id().equals(id)) {
                        return ordinal;
                    }
                }
                return -1;
            }

            @Override
            public void triggers(TriggerSink sink) {
                for (int ordinal = 0; ordinal < copy.size(); ordinal++) {
                    Triggers triggers = Triggers.of(copy.get(ordinal));
                    for (String literal : triggers.line()) {
                        sink.line(literal, ordinal);
                    }
                    for (String literal : triggers.object()) {
                        sink.object(literal, ordinal);
                    }
                    if (triggers.everyLine()) {
                        sink.everyLine(ordinal);
                    }
                    if (triggers.everyObject()) {
                        sink.everyObject(ordinal);
                    }
                }
            }
        };
    }
}
