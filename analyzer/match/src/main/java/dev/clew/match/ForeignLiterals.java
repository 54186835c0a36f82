package dev.clew.match;

import dev.clew.model.LineEnds;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Has a second look at lines that only rules written for other programs ask for. Those rules look
/// for words that are everyday ones elsewhere, such as `timeout`. Safe for use by several threads.
final class ForeignLiterals {

    /// A kernel's lines are its own in the logs of any program.
    private static final String KERNEL = "kernel";

    private final RuleSource source;
    private final LiteralTable table;
    private final AtomicReferenceArray<Asking> known;

    ForeignLiterals(RuleSource source, LiteralTable table) {
        this.source = source;
        this.table = table;
        this.known = new AtomicReferenceArray<>(table.size());
    }

    /// What the rules of a literal ask of a line.
    ///
    /// @param foreign whether all of the rules are from elsewhere
    /// @param rules what each of them asks for
    private record Asking(boolean foreign, List<Asked> rules) {}

    private record Asked(List<RecordPattern> patterns, LineTest test) {
        boolean listensTo(String component) {
            return component.isEmpty()
                    || patterns.stream()
                            .anyMatch(each ->
                                    each.components().isEmpty()
                                            || each.components().contains(component)
                                            || each.components().contains(KERNEL));
        }
    }

    /// Whether only rules from elsewhere ask for a literal.
    boolean isForeign(int literal) {
        return asking(literal).foreign();
    }

    /// Whether one of the rules of a literal can have to do with a line that has it.
    ///
    /// @param component the program that printed the lines; empty if that is not known
    /// @param start where the line begins
    /// @param end where it ends, without its line end
    /// @param to where the lines end
    boolean mayMeet(int literal, String component, byte[] bytes, int start, int end, int to) {
        boolean alone =
                RecordStart.is(bytes, start, end)
                        && (end + 1 >= to
                                || RecordStart.is(
                                        bytes, end + 1, LineEnds.next(bytes, end + 1, to)));
        for (Asked each : asking(literal).rules()) {
            if (each.listensTo(component) && (!alone || each.test().mayMeet(bytes, start, end))) {
                return true;
            }
        }
        return false;
    }

    private Asking asking(int literal) {
        Asking asking = known.get(literal);
        if (asking == null) {
            asking = read(literal);
            known.set(literal, asking);
        }
        return asking;
    }

    private Asking read(int literal) {
        List<Asked> rules = new ArrayList<>();
        for (int ordinal : table.rulesOf(literal)) {
            if (!source.mayBeForeign(ordinal) || !Triggers.isPatient(source.rule(ordinal))) {
                return new Asking(false, List.of());
            }
            Rule rule = source.rule(ordinal);
            List<RecordPattern> patterns =
                    CompiledRule.patternsOf(rule).stream()
                            .filter(ForeignLiterals::isForLines)
                            .toList();
            rules.add(new Asked(patterns, LineTest.of(patterns)));
        }
        return new Asking(!rules.isEmpty(), rules);
    }

    private static boolean isForLines(RecordPattern pattern) {
        return pattern.kinds().isEmpty() || pattern.kinds().stream().anyMatch(Triggers::isLine);
    }
}
