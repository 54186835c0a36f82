package dev.clew.match;

import dev.clew.match.literal.LiteralScanner;
import dev.clew.model.LineFilter;
import dev.clew.model.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps a rule when a literal it cannot do without occurs. A rule without such a literal is always
/// kept.
public final class LiteralPrefilter implements Prefilter {

    private final LiteralScanner scanner;
    private final int[][] rulesOfLiteral;
    private final BitSet everyLine;
    private final BitSet everyObject;

    /// The prefilter for all rules of a source.
    public LiteralPrefilter(RuleSource source) {
        List<String> literals = new ArrayList<>();
        List<int[]> rules = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        everyLine = new BitSet(source.size());
        everyObject = new BitSet(source.size());
        source.triggers(
                new RuleSource.TriggerSink() {
                    @Override
                    public void literal(String literal, int ordinal) {
                        Integer place = places.putIfAbsent(literal, literals.size());
                        if (place == null) {
                            literals.add(literal);
                            rules.add(new int[] {ordinal});
                        } else {
                            int[] known = rules.get(place);
                            int[] longer = Arrays.copyOf(known, known.length + 1);
                            longer[known.length] = ordinal;
                            rules.set(place, longer);
                        }
                    }

                    @Override
                    public void everyLine(int ordinal) {
                        everyLine.set(ordinal);
                    }

                    @Override
                    public void everyObject(int ordinal) {
                        everyObject.set(ordinal);
                    }
                });
        scanner = LiteralScanner.of(literals);
        rulesOfLiteral = rules.toArray(int[][]::new);
    }

    @Override
    public BitSet candidates(RecordKind kind, String text) {
        BitSet kept = (BitSet) (Triggers.isLine(kind) ? everyLine : everyObject).clone();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        scanner.scan(
                bytes,
                0,
                bytes.length,
                (literal, position) -> {
                    for (int rule : rulesOfLiteral[literal]) {
                        kept.set(rule);
                    }
                    return 0;
                });
        return kept;
    }

    @Override
    public void lines(byte[] bytes, int from, int to, LineSink sink) {
        if (!everyLine.isEmpty()) {
            LineFilter.EVERY_LINE.lines(bytes, from, to, sink);
            return;
        }
        LineMarks marks = new LineMarks(bytes, from, to);
        scanner.scan(bytes, from, to, (literal, position) -> marks.mark(position));
        marks.forEach(sink);
    }
}
