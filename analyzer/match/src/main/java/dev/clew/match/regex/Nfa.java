package dev.clew.match.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An expression as steps to go through: at each one a character is taken, a place is asked for, or
/// the way forks.
final class Nfa {

    /// More steps make tables too large to be worth it.
    private static final int MOST = 4_000;

    /// What there is at a step.
    sealed interface Step {
        /// Takes a character of a set.
        record Take(CharSet set, int next) implements Step {}

        /// Goes on if the place is such a one.
        record Ask(Syntax.Place place, int next) implements Step {}

        /// Goes on at both.
        record Fork(int one, int other) implements Step {}

        /// The expression matches.
        record Match() implements Step {}
    }

    private final Step[] steps;
    private final int start;

    private Nfa(Step[] steps, int start) {
        this.steps = steps;
        this.start = start;
    }

    /// The steps of an expression, or empty if they are too many.
    static Optional<Nfa> of(Syntax syntax) {
        Builder builder = new Builder();
        int match = builder.add(new Step.Match());
        int start = builder.build(syntax, match);
        return start < 0
                ? Optional.empty()
                : Optional.of(new Nfa(builder.steps.toArray(Step[]::new), start));
    }

    int start() {
        return start;
    }

    int size() {
        return steps.length;
    }

    Step step(int at) {
        return steps[at];
    }

    /// All sets of characters that matter.
    List<CharSet> sets() {
        return Arrays.stream(steps).map(Nfa::set).filter(set -> set != null).distinct().toList();
    }

    private static @Nullable CharSet set(Step step) {
        return switch (step) {
            case Step.Take take -> take.set();
            case Step.Ask ask ->
                    switch (ask.place()) {
                        case TEXT_START, TEXT_END -> null;
                        case LINE_START, LINE_END -> CharSet.NEWLINE;
                        case WORD_BOUNDARY, NO_WORD_BOUNDARY -> CharSet.WORD;
                    };
            case Step.Fork fork -> null;
            case Step.Match match -> null;
        };
    }

    /// Whether some place is asked for that depends on the characters beside it.
    boolean asks() {
        return Arrays.stream(steps)
                .anyMatch(step ->
                        step instanceof Step.Ask ask
                                && ask.place() != Syntax.Place.TEXT_START
                                && ask.place() != Syntax.Place.TEXT_END);
    }

    /// Builds from the end: each part is given the step that follows it.
    private static final class Builder {
        private final List<Step> steps = new ArrayList<>();

        int add(Step step) {
            steps.add(step);
            return steps.size() - 1;
        }

        /// The step at which the part begins, or -1 if there are too many.
        int build(Syntax syntax, int next) {
            if (steps.size() > MOST || next < 0) {
                return -1;
            }
            return switch (syntax) {
                case Syntax.One(CharSet set) -> add(new Step.Take(set, next));
                case Syntax.At(Syntax.Place place) -> add(new Step.Ask(place, next));
                case Syntax.Sequence(List<Syntax> parts) -> sequence(parts, next);
                case Syntax.Choice(List<Syntax> choices) -> choice(choices, next);
                case Syntax.Repeat repeat -> repeat(repeat, next);
            };
        }

        private int sequence(List<Syntax> parts, int next) {
            int at = next;
            for (Syntax part : parts.reversed()) {
                at = build(part, at);
            }
            return at;
        }

        private int choice(List<Syntax> choices, int next) {
            int at = build(choices.getLast(), next);
            for (Syntax choice : choices.reversed().subList(1, choices.size())) {
                int one = build(choice, next);
                if (one < 0 || at < 0) {
                    return -1;
                }
                at = add(new Step.Fork(one, at));
            }
            return at;
        }

        private int repeat(Syntax.Repeat repeat, int next) {
            int at = next;
            if (repeat.most() < 0) {
                int fork = add(new Step.Fork(next, next));
                int again = build(repeat.part(), fork);
                if (again < 0) {
                    return -1;
                }
                steps.set(fork, new Step.Fork(again, next));
                at = fork;
            } else {
                for (int i = repeat.least(); i < repeat.most(); i++) {
                    int once = build(repeat.part(), at);
                    if (once < 0) {
                        return -1;
                    }
                    at = add(new Step.Fork(once, next));
                }
            }
            for (int i = 0; i < repeat.least(); i++) {
                at = build(repeat.part(), at);
            }
            return at;
        }
    }
}
