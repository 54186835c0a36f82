package dev.clew.match;

import dev.clew.model.LineFilter;
import dev.clew.model.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

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

    private final LiteralTable lines;
    private final LiteralTable objects;

    /// Which of the literals for lines show no more than a level.
    private final BitSet levels;

    /// The prefilter for all rules of a source.
    public LiteralPrefilter(RuleSource source) {
        LiteralTable.Builder line = new LiteralTable.Builder(source.size());
        LiteralTable.Builder object = new LiteralTable.Builder(source.size());
        source.triggers(
                new RuleSource.TriggerSink() {
                    @Override
                    public void line(String literal, int ordinal) {
                        line.literal(literal, ordinal);
                    }

                    @Override
                    public void object(String literal, int ordinal) {
                        object.literal(literal, ordinal);
                    }

                    @Override
                    public void everyLine(int ordinal) {
                        line.always(ordinal);
                    }

                    @Override
                    public void everyObject(int ordinal) {
                        object.always(ordinal);
                    }
                });
        OPTIONS.forEach(line::mark);
        LevelWords.ALL.forEach(line::mark);
        lines = line.build();
        objects = object.build();
        levels = lines.placesWithoutRules(LevelWords.ALL);
    }

    @Override
    public BitSet candidates(RecordKind kind, String text) {
        LiteralTable table = Triggers.isLine(kind) ? lines : objects;
        return table.rules(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void mark(byte[] bytes, int from, int to, LineMarks marks, Alarm alarm) {
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
                            boolean shows = levels.get(literal);
                            if (!shows || alarm.isWorthParsing(start, end)) {
                                marks.mark(start, end);
                            }
                            return shows ? position : end;
                        });
    }
}
