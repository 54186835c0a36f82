package dev.clew.match;

import dev.clew.model.LineFilter;
import dev.clew.model.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps a rule when a literal it cannot do without occurs. A rule without such a literal is always
/// kept.
public final class LiteralPrefilter implements Prefilter {

    /// How agents begin the lines in which they list their options, in the formats they print and
    /// in those that others wrap around them. Together those lines are the configuration, so all
    /// are read if one is.
    private static final List<String> OPTIONS =
            List.of(
                    "msg=\"  --",
                    "msg=\\\"  --",
                    "\"msg\":\"  --",
                    "\"msg\\\":\\\"  --",
                    "\"message\":\"  --");

    private final RuleSource source;
    private final LiteralTable lines;

    /// Which of the literals for lines show no more than a level.
    private final BitSet levels;

    private final ForeignLiterals foreign;

    private volatile @Nullable LiteralTable objects;

    /// The prefilter for all rules of a source.
    public LiteralPrefilter(RuleSource source) {
        this.source = source;
        LiteralTable.Builder builder = triggers(source, true);
        OPTIONS.forEach(builder::mark);
        LevelWords.ALL.forEach(builder::mark);
        lines = builder.build();
        levels = lines.places(LevelWords.ALL);
        foreign = new ForeignLiterals(source, lines);
    }

    private static LiteralTable.Builder triggers(RuleSource source, boolean lines) {
        LiteralTable.Builder builder = new LiteralTable.Builder();
        source.triggers(
                lines,
                new RuleSource.TriggerSink() {
                    @Override
                    public void literal(String literal, int ordinal) {
                        builder.literal(literal, ordinal);
                    }

                    @Override
                    public void every(int ordinal) {
                        builder.always(ordinal);
                    }

                    @Override
                    public void whereRead(int ordinal) {
                        builder.whereRead(ordinal);
                    }
                });
        return builder;
    }

    /// The table for records that are no lines, of which many inputs have none.
    private LiteralTable objects() {
        LiteralTable known = objects;
        if (known == null) {
            synchronized (this) {
                known = objects == null ? triggers(source, false).build() : objects;
                objects = known;
            }
        }
        return known;
    }

    @Override
    public BitSet candidates(RecordKind kind, String text) {
        LiteralTable table = Triggers.isLine(kind) ? lines : objects();
        return table.rules(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public BitSet candidatesOfShape(RecordKind kind, String text) {
        BitSet candidates = candidates(kind, text);
        (Triggers.isLine(kind) ? lines : objects()).addOfShape(new FoldedText(text), candidates);
        return candidates;
    }

    @Override
    public void mark(
            byte[] bytes, int from, int to, String component, LineMarks marks, Alarm alarm) {
        if (lines.anyAlways()) {
            LineFilter.EVERY_LINE.lines(bytes, from, to, marks::mark);
            return;
        }
        lines.scanner()
                .scan(
                        bytes,
                        from,
                        to,
                        (literal, position) -> {
                            int start = marks.start(position);
                            int end = marks.end(position);
                            boolean asked =
                                    foreign.isForeign(literal)
                                            ? foreign.mayMeet(
                                                    literal, component, bytes, start, end, to)
                                            : lines.rulesOf(literal).length > 0
                                                    || !levels.get(literal);
                            if (asked || levels.get(literal) && alarm.isWorthParsing(start, end)) {
                                marks.mark(start, end);
                            }
                            return asked ? end : position;
                        });
    }
}
