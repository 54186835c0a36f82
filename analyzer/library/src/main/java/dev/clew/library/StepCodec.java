package dev.clew.library;

import dev.clew.match.index.BinaryReader;
import dev.clew.match.index.BinaryWriter;
import dev.clew.model.Applies;
import dev.clew.model.FixStep;
import dev.clew.model.Software;
import dev.clew.model.StepCondition;
import dev.clew.model.VersionRange;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the steps of articles into bytes and back.
final class StepCodec {

    private StepCodec() {}

    static void steps(BinaryWriter out, List<FixStep> steps) {
        out.all(
                steps,
                step -> {
                    out.number(step.number())
                            .text(step.title())
                            .text(step.text())
                            .optional(step.command())
                            .optional(step.risk() == null ? null : step.risk().name());
                    applies(out, step.condition().versions());
                    out.all(
                            step.condition().values(),
                            value ->
                                    out.text(value.name())
                                            .text(value.test().name())
                                            .texts(value.words()));
                    notes(out, step.notes());
                });
    }

    static List<FixStep> steps(BinaryReader in) throws IOException {
        return in.all(() ->
                new FixStep(
                        in.number(),
                        in.text(),
                        in.text(),
                        in.optional(),
                        risk(in.optional()),
                        new StepCondition(
                                applies(in),
                                in.all(() ->
                                        new StepCondition.Value(
                                                in.text(),
                                                StepCondition.Test.valueOf(in.text()),
                                                in.texts()))),
                        notes(in)));
    }

    private static FixStep.@Nullable Risk risk(@Nullable String name) {
        return name == null ? null : FixStep.Risk.valueOf(name);
    }

    static void notes(BinaryWriter out, Map<FixStep.Note, String> notes) {
        out.all(notes.entrySet(), note -> out.text(note.getKey().name()).text(note.getValue()));
    }

    static Map<FixStep.Note, String> notes(BinaryReader in) throws IOException {
        Map<FixStep.Note, String> notes = new EnumMap<>(FixStep.Note.class);
        int size = in.number();
        for (int i = 0; i < size; i++) {
            notes.put(FixStep.Note.valueOf(in.text()), in.text());
        }
        return notes;
    }

    static void numbers(BinaryWriter out, List<Integer> numbers) {
        out.all(numbers, out::number);
    }

    static List<Integer> numbers(BinaryReader in) throws IOException {
        return in.all(in::number);
    }

    static void applies(BinaryWriter out, Applies applies) {
        out.all(
                applies.ranges().entrySet(),
                range -> out.text(range.getKey().name()).text(range.getValue().toString()));
    }

    static Applies applies(BinaryReader in) throws IOException {
        Map<Software, VersionRange> ranges = new EnumMap<>(Software.class);
        int size = in.number();
        for (int i = 0; i < size; i++) {
            ranges.put(
                    Software.valueOf(in.text()),
                    VersionRange.of(in.text()).orElse(VersionRange.ALL));
        }
        return new Applies(ranges);
    }
}
