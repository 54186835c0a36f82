package dev.clew.match;

import dev.clew.model.LineFilter;
import dev.clew.model.RecordKind;
import java.util.BitSet;

/// Chooses the rules worth trying. A prefilter may keep a rule that will not match; it must never
/// drop one that would. Tests hold every implementation to the findings of [#tryEverything].
public interface Prefilter extends LineFilter {

    /// Places of the rules that could match a record of that kind with that text.
    BitSet candidates(RecordKind kind, String text);

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
            public void lines(byte[] bytes, int from, int to, LineSink sink) {
                LineFilter.EVERY_LINE.lines(bytes, from, to, sink);
            }
        };
    }
}
