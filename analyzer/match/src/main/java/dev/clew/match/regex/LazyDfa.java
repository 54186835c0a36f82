package dev.clew.match.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Tells whether an expression matches anywhere in a text, with one look-up for each character.
///
/// A state stands for all steps that the characters so far can have led to; it is made when it is
/// first met. Their number is bounded, for each expression and for all together: at the bound, all
/// of an expression are forgotten and made again as they are met. Where that happens too often to
/// pay, and for the few characters that the sets don't describe, the answer is left open. Safe for
/// use by several threads.
final class LazyDfa {

    /// States of one expression.
    private static final int CAPACITY = 1_000;

    /// States of all expressions of the process; with their tables some hundred bytes each.
    private static final int CAPACITY_OF_ALL = 60_000;

    /// Characters that are to be read for each state made, or the states aren't worth the making.
    private static final int WORTH = 10;

    private static final AtomicInteger ALL = new AtomicInteger();

    /// Characters beyond ASCII that are the other case of a letter of it: long s and the sign for
    /// kelvin.
    private static final char LONG_S = '\u017f';

    private static final char KELVIN = '\u212a';

    /// What stands before a place, as far as it matters.
    private enum Before {
        START,
        WORD,
        NEWLINE,
        OTHER
    }

    /// What came of a search.
    enum Answer {
        YES,
        NO,
        OPEN
    }

    private final Nfa nfa;
    private final boolean asks;

    /// A number for each character, the same for those that no set tells apart; the last but one is
    /// for all beyond ASCII, the last for the end of the text.
    private final byte[] classes = new byte[CharSet.ASCII + 1];

    /// One character of each class.
    private final int[] samples;

    private final int end;
    private final State found;
    private final State dead;
    private final State start;
    private final Map<State.Key, State> states = new HashMap<>();
    private final LongAdder read = new LongAdder();
    private volatile boolean vain;

    /// Steps that may be gone on with, and what stands before.
    @SuppressWarnings("ArrayRecordComponent")
    private static final class State {
        private final int[] steps;
        private final Before before;
        private final @Nullable State[] next;

        State(int[] steps, Before before, int classes) {
            this.steps = steps;
            this.before = before;
            this.next = new State[classes];
        }

        private record Key(List<Integer> steps, Before before) {}
    }

    private LazyDfa(Nfa nfa) {
        this.nfa = nfa;
        this.asks = nfa.asks();
        this.samples = classify(nfa.sets());
        this.end = samples.length;
        this.found = new State(new int[0], Before.OTHER, 0);
        this.dead = new State(new int[0], Before.OTHER, 0);
        BitSet first = new BitSet();
        this.start =
                reach(nfa.start(), first, Before.START)
                        ? found
                        : new State(withoutForks(first), Before.START, end + 1);
    }

    /// A search for an expression, or empty if only RE2/J can do it.
    static Optional<LazyDfa> of(Syntax syntax) {
        return Nfa.of(syntax).map(LazyDfa::new);
    }

    private int[] classify(List<CharSet> sets) {
        Map<BitSet, Byte> known = new HashMap<>();
        int[] sample = new int[CharSet.ASCII + 1];
        for (int c = 0; c <= CharSet.ASCII; c++) {
            BitSet in = new BitSet();
            for (int i = 0; i < sets.size(); i++) {
                in.set(i, sets.get(i).has(c));
            }
            Byte number = known.get(in);
            if (number == null) {
                number = (byte) known.size();
                known.put(in, number);
                sample[number] = c;
            }
            classes[c] = number;
        }
        return Arrays.copyOf(sample, known.size());
    }

    /// Whether the expression matches a part of the text.
    Answer find(String text) {
        State state = start;
        if (state == found) {
            return Answer.YES;
        }
        int length = text.length();
        read.add(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= CharSet.ASCII) {
                if (c == LONG_S || c == KELVIN || Character.isSurrogate(c)) {
                    return Answer.OPEN;
                }
                c = CharSet.ASCII;
            }
            State next = state.next[classes[c]];
            if (next == null) {
                next = vain ? null : step(state, classes[c]);
                if (next == null) {
                    return Answer.OPEN;
                }
            }
            if (next == found) {
                return Answer.YES;
            }
            if (next == dead) {
                return Answer.NO;
            }
            state = next;
        }
        return atEnd(state);
    }

    private Answer atEnd(State state) {
        State last = state.next[end];
        if (last == null) {
            last = step(state, end);
        }
        return last == found ? Answer.YES : last == dead ? Answer.NO : Answer.OPEN;
    }

    /// Where a character leads to from a state; null if no more states may be made.
    private synchronized @Nullable State step(State from, int number) {
        State known = from.next[number];
        if (known != null) {
            return known;
        }
        State to = make(from, number);
        from.next[number] = to;
        return to;
    }

    private @Nullable State make(State from, int number) {
        int c = number == end ? -1 : samples[number];
        BitSet ready = new BitSet(nfa.size());
        for (int at : from.steps) {
            if (resolve(at, from.before, c, ready)) {
                return found;
            }
        }
        if (number == end) {
            return dead;
        }
        Before before = before(c);
        BitSet steps = new BitSet(nfa.size());
        for (int at = ready.nextSetBit(0); at >= 0; at = ready.nextSetBit(at + 1)) {
            if (nfa.step(at) instanceof Nfa.Step.Take(CharSet set, int next)
                    && set.has(c)
                    && reach(next, steps, before)) {
                return found;
            }
        }
        if (reach(nfa.start(), steps, before)) { // a match may begin anywhere
            return found;
        }
        int[] kept = withoutForks(steps);
        boolean asked = Arrays.stream(kept).anyMatch(at -> nfa.step(at) instanceof Nfa.Step.Ask);
        return kept.length == 0 ? dead : state(kept, asked ? before : Before.OTHER);
    }

    private int[] withoutForks(BitSet steps) {
        return steps.stream().filter(at -> !(nfa.step(at) instanceof Nfa.Step.Fork)).toArray();
    }

    private @Nullable State state(int[] steps, Before before) {
        State.Key key = new State.Key(Arrays.stream(steps).boxed().toList(), before);
        State known = states.get(key);
        if (known == null) {
            if (states.size() >= CAPACITY || ALL.get() >= CAPACITY_OF_ALL) {
                forget();
            }
            if (vain) {
                return null;
            }
            ALL.incrementAndGet();
            known = new State(steps, before, end + 1);
            states.put(key, known);
        }
        return known;
    }

    /// Drops all states. Searches under way go on from those they hold.
    private void forget() {
        vain = read.sumThenReset() < (long) WORTH * states.size() || states.isEmpty();
        ALL.addAndGet(-states.size());
        states.clear();
        Arrays.fill(start.next, null);
    }

    private Before before(int c) {
        if (!asks) {
            return Before.OTHER;
        }
        return CharSet.WORD.has(c) ? Before.WORD : c == '\n' ? Before.NEWLINE : Before.OTHER;
    }

    /// Follows forks up to steps that take a character or ask for a place.
    ///
    /// @return whether the expression matches by then
    private boolean reach(int from, BitSet into, Before before) {
        return switch (nfa.step(from)) {
            case Nfa.Step.Match match -> true;
            case Nfa.Step.Fork(int one, int other) -> {
                if (into.get(from)) {
                    yield false;
                }
                into.set(from);
                yield reach(one, into, before) || reach(other, into, before);
            }
            case Nfa.Step.Ask(Syntax.Place place, int next) -> {
                if (place != Syntax.Place.TEXT_START || before == Before.START) {
                    into.set(from);
                }
                yield false;
            }
            case Nfa.Step.Take take -> {
                into.set(from);
                yield false;
            }
        };
    }

    /// Follows a step through the places it asks for, now that the next character is known.
    ///
    /// @param c the next character, -1 at the end of the text
    private boolean resolve(int from, Before before, int c, BitSet into) {
        if (into.get(from)) {
            return false;
        }
        into.set(from);
        return switch (nfa.step(from)) {
            case Nfa.Step.Match match -> true;
            case Nfa.Step.Fork(int one, int other) ->
                    resolve(one, before, c, into) || resolve(other, before, c, into);
            case Nfa.Step.Ask(Syntax.Place place, int next) ->
                    holds(place, before, c) && resolve(next, before, c, into);
            case Nfa.Step.Take take -> false;
        };
    }

    private static boolean holds(Syntax.Place place, Before before, int c) {
        boolean boundary = (before == Before.WORD) != (c >= 0 && CharSet.WORD.has(c));
        return switch (place) {
            case TEXT_START -> before == Before.START;
            case TEXT_END -> c < 0;
            case LINE_START -> before == Before.START || before == Before.NEWLINE;
            case LINE_END -> c < 0 || c == '\n';
            case WORD_BOUNDARY -> boundary;
            case NO_WORD_BOUNDARY -> !boundary;
        };
    }
}
