package dev.clew.match;

import dev.clew.model.LineFilter;
import dev.clew.model.RecordKind;
import java.util.BitSet;

/// Chooses the lines worth parsing and the rules worth trying. A prefilter may keep a rule that
/// will not match; it must never drop one that would. Tests hold every implementation to the
/// findings of [#tryEverything].
public interface Prefilter {

    /// Places of the rules that could match a record of that kind with that text.
    BitSet candidates(RecordKind kind, String text);

    /// Places of the rules that could match any record of that kind with a text of that shape.
    default BitSet candidatesOfShape(RecordKind kind, String text) {
        return candidates(kind, text);
    }

    /// Marks the lines in `[from, to)` that some rule could have to do with.
    ///
    /// @param bytes whole lines, in an encoding that keeps ASCII
    /// @param component the program that is said to have printed them; empty if that is not known
    /// @param alarm asked about lines whose level is warning or worse and that no rule asks for
    void mark(byte[] bytes, int from, int to, String component, LineMarks marks, Alarm alarm);

    /// Says of lines of level warning or worse whether they are worth parsing for that alone.
    interface Alarm {
        boolean isWorthParsing(int start, int end);
    }

    /// The baseline: every rule for every record.
    static Prefilter tryEverything(int rules) {
        return new Prefilter() {
            @Override
            public BitSet candidates(RecordKind kind, String text) {
                BitSet all = new BitSet(rules);
                all.set(0, rules);
                return all;
            }

            @Override
            public void mark(
                    byte[] bytes,
                    int from,
                    int to,
                    String component,
                    LineMarks marks,
                    Alarm alarm) {
                LineFilter.EVERY_LINE.lines(bytes, from, to, marks::mark);
            }
        };
    }
}
