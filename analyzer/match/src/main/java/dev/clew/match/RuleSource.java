package dev.clew.match;

import dev.clew.match.code.Codes;
import dev.clew.model.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

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
    /// @param texts gives, for an expression of the rule, lists of texts in lower case, of each of
    ///   which one text is in everything it matches
    record Prepared(Rule rule, Function<String, List<List<String>>> texts) {}

    /// Whether some rule looks at records as they stand in the input, and not at their words alone.
    boolean readsRaw();

    /// Whether the rule at that place may be one that was written for another program. Says so
    /// without the rule being read.
    default boolean mayBeForeign(int ordinal) {
        return readsRaw();
    }

    /// Place of the rule of that id, or -1 if there is none.
    int find(String id);

    /// Tells the sink the id and place of every rule, in any order.
    void ids(ObjIntConsumer<String> sink);

    /// Tells the sink what makes each rule worth trying.
    ///
    /// @param lines on lines of text, or else on records that are none
    void triggers(boolean lines, TriggerSink sink);

    /// Places of the rules that are asked for, in order.
    default BitSet asked(Asked asked) {
        BitSet found = new BitSet();
        ids((id, ordinal) -> {
            if (asked.by(rule(ordinal))) {
                found.set(ordinal);
            }
        });
        return found;
    }

    /// The codes whose meanings come with the rules.
    default Codes codes() {
        return Codes.NONE;
    }

    /// Receives the triggers of rules, in any order.
    interface TriggerSink {
        /// A record that contains this literal, which is in lower case.
        void literal(String literal, int ordinal);

        /// Any record.
        void every(int ordinal);

        /// Any record that is read for another reason. To have all lines of large inputs read for
        /// the rules of others would take too long.
        void whereRead(int ordinal);
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
            public boolean readsRaw() {
                return copy.stream().anyMatch(Triggers::readsRaw);
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
            public void ids(ObjIntConsumer<String> sink) {
                for (int ordinal = 0; ordinal < copy.size(); ordinal++) {
                    sink.accept(copy.get(ordinal).id(), ordinal);
                }
            }

            @Override
            public void triggers(boolean lines, TriggerSink sink) {
                for (int ordinal = 0; ordinal < copy.size(); ordinal++) {
                    Triggers triggers = Triggers.of(copy.get(ordinal));
                    for (String literal : lines ? triggers.line() : triggers.object()) {
                        sink.literal(literal, ordinal);
                    }
                    if (lines ? triggers.everyLine() : triggers.everyObject()) {
                        if (Triggers.isPatient(copy.get(ordinal))) {
                            sink.whereRead(ordinal);
                        } else {
                            sink.every(ordinal);
                        }
                    }
                }
            }
        };
    }
}
