package dev.clew.match;

import dev.clew.match.code.Codes;
import dev.clew.model.Rule;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// Several sources as one: the shipped pack and those that a user adds. Where two have a rule of
/// the same id, the later source's stands in for the earlier one's.
public final class JoinedRules implements RuleSource {

    private final List<RuleSource> sources;
    private final int[] bases;

    public JoinedRules(List<RuleSource> sources) {
        this.sources = List.copyOf(sources);
        this.bases = new int[sources.size() + 1];
        for (int i = 0; i < sources.size(); i++) {
            bases[i + 1] = bases[i] + sources.get(i).size();
        }
    }

    @Override
    public int size() {
        return bases[sources.size()];
    }

    @Override
    public Rule rule(int ordinal) {
        int at = sourceOf(ordinal);
        return sources.get(at).rule(ordinal - bases[at]);
    }

    @Override
    public Prepared prepared(int ordinal) {
        int at = sourceOf(ordinal);
        return sources.get(at).prepared(ordinal - bases[at]);
    }

    private int sourceOf(int ordinal) {
        int at = 0;
        while (bases[at + 1] <= ordinal) {
            at++;
        }
        return at;
    }

    @Override
    public boolean mayBeForeign(int ordinal) {
        int at = sourceOf(ordinal);
        return sources.get(at).mayBeForeign(ordinal - bases[at]);
    }

    @Override
    public boolean readsRaw() {
        return sources.stream().anyMatch(RuleSource::readsRaw);
    }

    @Override
    public int find(String id) {
        for (int at = sources.size() - 1; at >= 0; at--) {
            int ordinal = sources.get(at).find(id);
            if (ordinal >= 0) {
                return bases[at] + ordinal;
            }
        }
        return -1;
    }

    @Override
    public void ids(ObjIntConsumer<String> sink) {
        BitSet replaced = replaced();
        for (int at = 0; at < sources.size(); at++) {
            int base = bases[at];
            sources.get(at)
                    .ids((id, ordinal) -> {
                        if (!replaced.get(base + ordinal)) {
                            sink.accept(id, base + ordinal);
                        }
                    });
        }
    }

    @Override
    public void triggers(boolean lines, TriggerSink sink) {
        BitSet replaced = replaced();
        for (int at = 0; at < sources.size(); at++) {
            int base = bases[at];
            sources.get(at)
                    .triggers(
                            lines,
                            new TriggerSink() {
                                @Override
                                public void literal(String literal, int ordinal) {
                                    if (!replaced.get(base + ordinal)) {
                                        sink.literal(literal, base + ordinal);
                                    }
                                }

                                @Override
                                public void whereRead(int ordinal) {
                                    if (!replaced.get(base + ordinal)) {
                                        sink.whereRead(base + ordinal);
                                    }
                                }

                                @Override
                                public void every(int ordinal) {
                                    if (!replaced.get(base + ordinal)) {
                                        sink.every(base + ordinal);
                                    }
                                }
                            });
        }
    }

    @Override
    public BitSet asked(Asked asked) {
        BitSet found = new BitSet();
        for (int at = 0; at < sources.size(); at++) {
            int base = bases[at];
            sources.get(at).asked(asked).stream().forEach(ordinal -> found.set(base + ordinal));
        }
        found.andNot(replaced());
        return found;
    }

    /// Those of the first source that has some.
    @Override
    public Codes codes() {
        return sources.stream()
                .map(RuleSource::codes)
                .filter(codes -> codes != Codes.NONE)
                .findFirst()
                .orElse(Codes.NONE);
    }

    private BitSet replaced() {
        BitSet replaced = new BitSet();
        for (int later = 1; later < sources.size(); later++) {
            RuleSource source = sources.get(later);
            for (int before = 0; before < later; before++) {
                int base = bases[before];
                sources.get(before)
                        .ids((id, ordinal) -> {
                            if (source.find(id) >= 0) {
                                replaced.set(base + ordinal);
                            }
                        });
            }
        }
        return replaced;
    }
}
