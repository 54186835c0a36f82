package dev.clew.match.index;

import dev.clew.model.Applies;
import dev.clew.model.Clause;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Frame;
import dev.clew.model.Level;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import dev.clew.model.Software;
import dev.clew.model.VersionRange;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns rules into bytes and back. Samples are left out: they prove a rule while it is written,
/// and are not needed to run it.
final class RuleCodec {

    private RuleCodec() {}

    static byte[] encode(Rule rule) {
        BinaryWriter out = new BinaryWriter();
        out.text(rule.id()).text(rule.area()).all(rule.match(), pattern -> pattern(out, pattern));
        applies(out, rule.applies());
        switch (rule) {
            case Rule.Signature signature ->
                    out.number(0)
                            .text(signature.titleTemplate())
                            .text(signature.severity().name())
                            .text(signature.role().name())
                            .flag(signature.generic())
                            .text(signature.reach().name())
                            .all(signature.across(), across -> across(out, across))
                            .texts(sorted(signature.explains()))
                            .texts(sorted(signature.supersedes()))
                            .texts(sorted(signature.along()))
                            .text(signature.article());
            case Rule.Benign benign ->
                    out.number(1)
                            .text(benign.title())
                            .text(benign.reason())
                            .text(benign.reference())
                            .texts(sorted(benign.suppresses()));
            case Rule.Fact fact -> out.number(2);
        }
        return out.bytes();
    }

    static Rule decode(BinaryReader in) throws IOException {
        String id = in.text();
        String area = in.text();
        List<RecordPattern> match = in.all(() -> pattern(in));
        Applies applies = applies(in);
        int type = in.number();
        return switch (type) {
            case 0 ->
                    new Rule.Signature(
                            id,
                            area,
                            in.text(),
                            Severity.valueOf(in.text()),
                            Role.valueOf(in.text()),
                            in.flag(),
                            Scope.valueOf(in.text()),
                            match,
                            in.all(() -> across(in)),
                            applies,
                            new HashSet<>(in.texts()),
                            new HashSet<>(in.texts()),
                            new HashSet<>(in.texts()),
                            in.text(),
                            List.of(),
                            List.of());
            case 1 ->
                    new Rule.Benign(
                            id,
                            area,
                            in.text(),
                            in.text(),
                            in.text(),
                            match,
                            applies,
                            swap(in.texts()),
                            List.of(),
                            List.of());
            case 2 -> new Rule.Fact(id, area, match, applies, List.of());
            default -> throw new IOException("damaged: a rule of type " + type);
        };
    }

    /// The same rule gives the same bytes.
    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static Set<String> swap(List<String> texts) {
        return new HashSet<>(texts);
    }

    private static BinaryWriter applies(BinaryWriter out, Applies applies) {
        return out.all(
                new TreeMap<>(applies.ranges()).entrySet(),
                range -> out.text(range.getKey().name()).text(range.getValue().toString()));
    }

    private static Applies applies(BinaryReader in) throws IOException {
        Map<Software, VersionRange> ranges = new EnumMap<>(Software.class);
        int size = in.number();
        for (int i = 0; i < size; i++) {
            ranges.put(
                    Software.valueOf(in.text()),
                    VersionRange.of(in.text()).orElse(VersionRange.ALL));
        }
        return new Applies(ranges);
    }

    private static BinaryWriter pattern(BinaryWriter out, RecordPattern pattern) {
        out.texts(pattern.kinds().stream().map(Enum::name).sorted().toList())
                .texts(sorted(pattern.components()))
                .texts(pattern.levels().stream().map(Enum::name).sorted().toList())
                .optional(pattern.severity() == null ? null : pattern.severity().name());
        return clause(out, pattern.clause());
    }

    private static RecordPattern pattern(BinaryReader in) throws IOException {
        Set<RecordKind> kinds =
                new HashSet<>(in.texts().stream().map(RecordKind::valueOf).toList());
        Set<String> components = new HashSet<>(in.texts());
        Set<Level> levels = new HashSet<>(in.texts().stream().map(Level::valueOf).toList());
        String severity = in.optional();
        return new RecordPattern(
                kinds,
                components,
                levels,
                clause(in),
                severity == null ? null : Severity.valueOf(severity));
    }

    private static BinaryWriter clause(BinaryWriter out, Clause clause) {
        return switch (clause) {
            case Clause.Text(String field, String text) -> out.number('t').text(field).text(text);
            case Clause.Regex(String field, String pattern) ->
                    out.number('r').text(field).text(pattern);
            case Clause.In(String field, List<String> words) ->
                    out.number('i').text(field).texts(words);
            case Clause.Compare(String field, Clause.Bound bound, String amount) ->
                    out.number('c').text(field).text(bound.name()).text(amount);
            case Clause.Exists(String field, boolean expected) ->
                    out.number('e').text(field).flag(expected);
            case Clause.Jq(String query) -> out.number('q').text(query);
            case Clause.All(List<Clause> clauses) ->
                    out.number('A').all(clauses, each -> clause(out, each));
            case Clause.Any(List<Clause> clauses) ->
                    out.number('O').all(clauses, each -> clause(out, each));
            case Clause.None(List<Clause> clauses) ->
                    out.number('N').all(clauses, each -> clause(out, each));
        };
    }

    private static Clause clause(BinaryReader in) throws IOException {
        int type = in.number();
        return switch (type) {
            case 't' -> new Clause.Text(in.text(), in.text());
            case 'r' -> new Clause.Regex(in.text(), in.text());
            case 'i' -> new Clause.In(in.text(), in.texts());
            case 'c' -> new Clause.Compare(in.text(), Clause.Bound.valueOf(in.text()), in.text());
            case 'e' -> new Clause.Exists(in.text(), in.flag());
            case 'q' -> new Clause.Jq(in.text());
            case 'A' -> new Clause.All(in.all(() -> clause(in)));
            case 'O' -> new Clause.Any(in.all(() -> clause(in)));
            case 'N' -> new Clause.None(in.all(() -> clause(in)));
            default -> throw new IOException("damaged: a clause of type " + type);
        };
    }

    private static BinaryWriter across(BinaryWriter out, CorrelationClause across) {
        BinaryWriter written =
                switch (across) {
                    case CorrelationClause.Requires(
                                    RecordPattern pattern,
                                    Scope same,
                                    CorrelationClause.Order order,
                                    Duration within,
                                    int variant) ->
                            duration(
                                    pattern(out.number('r'), pattern)
                                            .text(same.name())
                                            .text(order.name()),
                                    within);
                    case CorrelationClause.Unless(
                                    RecordPattern pattern,
                                    Scope same,
                                    CorrelationClause.Order order,
                                    Duration within,
                                    int variant) ->
                            duration(
                                    pattern(out.number('u'), pattern)
                                            .text(same.name())
                                            .text(order.name()),
                                    within);
                    case CorrelationClause.HealedBy(
                                    RecordPattern pattern,
                                    Scope same,
                                    int variant) ->
                            pattern(out.number('h'), pattern).text(same.name());
                    case CorrelationClause.Count(
                                    int atLeast,
                                    Scope same,
                                    Duration within,
                                    int variant) ->
                            duration(out.number('c').number(atLeast).text(same.name()), within);
                    case CorrelationClause.InFrame(Frame frame, Scope same) ->
                            frame(out.number('f'), frame).text(same.name());
                };
        return written.number(across.variant());
    }

    private static CorrelationClause across(BinaryReader in) throws IOException {
        int type = in.number();
        return switch (type) {
            case 'r' ->
                    new CorrelationClause.Requires(
                            pattern(in),
                            Scope.valueOf(in.text()),
                            CorrelationClause.Order.valueOf(in.text()),
                            duration(in),
                            in.number());
            case 'u' ->
                    new CorrelationClause.Unless(
                            pattern(in),
                            Scope.valueOf(in.text()),
                            CorrelationClause.Order.valueOf(in.text()),
                            duration(in),
                            in.number());
            case 'h' ->
                    new CorrelationClause.HealedBy(
                            pattern(in), Scope.valueOf(in.text()), in.number());
            case 'c' ->
                    new CorrelationClause.Count(
                            in.number(), Scope.valueOf(in.text()), duration(in), in.number());
            case 'f' -> {
                CorrelationClause frame =
                        new CorrelationClause.InFrame(frame(in), Scope.valueOf(in.text()));
                in.number();
                yield frame;
            }
            default -> throw new IOException("damaged: a further record of type " + type);
        };
    }

    private static BinaryWriter frame(BinaryWriter out, Frame frame) {
        duration(out.flag(frame.inOrder()), frame.window());
        out.all(
                frame.parts(),
                part -> inner(out, part.pattern(), part.inner()).number(part.times()));
        return out.all(
                frame.voids(),
                each ->
                        duration(inner(out, each.pattern(), each.inner()), each.window())
                                .number(each.slide().toMillis())
                                .number((long) each.anchor())
                                .flag(each.absolute()));
    }

    private static BinaryWriter inner(BinaryWriter out, int pattern, @Nullable Frame inner) {
        out.number(pattern).flag(inner != null);
        return inner == null ? out : frame(out, inner);
    }

    private static Frame frame(BinaryReader in) throws IOException {
        return new Frame(
                in.flag(),
                Duration.ofMillis(in.longNumber()),
                in.all(() -> new Frame.Part(in.number(), inner(in), in.number())),
                in.all(() ->
                        new Frame.Void(
                                in.number(),
                                inner(in),
                                Duration.ofMillis(in.longNumber()),
                                Duration.ofMillis(in.longNumber()),
                                (int) in.longNumber(),
                                in.flag())));
    }

    private static @Nullable Frame inner(BinaryReader in) throws IOException {
        return in.flag() ? frame(in) : null;
    }

    private static BinaryWriter duration(BinaryWriter out, @Nullable Duration duration) {
        return out.number(duration == null ? -1L : duration.toMillis());
    }

    private static @Nullable Duration duration(BinaryReader in) throws IOException {
        long millis = in.longNumber();
        return millis < 0 ? null : Duration.ofMillis(millis);
    }
}
