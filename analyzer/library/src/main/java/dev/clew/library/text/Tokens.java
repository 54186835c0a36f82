package dev.clew.library.text;

import dev.clew.library.text.Subwords.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Cuts a text into terms. Compounds give themselves, written as one, and their parts; Chinese
/// gives pairs of characters; notions are added where they are named.
public final class Tokens {

    private static final int LONGEST = 80;

    private final String text;
    private final List<Unit> units;
    private final List<Token> tokens = new ArrayList<>();
    private int step;

    private Tokens(String text) {
        this.text = text;
        this.units = Subwords.of(text);
    }

    /// The terms of a text, in order. Words are in lower case and not stemmed.
    public static List<Token> of(String text) {
        Tokens all = new Tokens(text);
        for (int i = 0; i < all.units.size(); i++) {
            all.step = 1;
            all.unit(i);
        }
        return all.tokens;
    }

    private void unit(int i) {
        Unit unit = units.get(i);
        boolean begins = i == 0 || units.get(i - 1).compound() != unit.compound();
        int end = i + 1;
        while (end < units.size() && units.get(end).compound() == unit.compound()) {
            end++;
        }
        Set<String> notions = new TreeSet<>();
        if (begins && !unit.han() && end - i > 1) {
            joined(i, end, notions);
        }
        Notions.shipped()
                .namedAt(
                        text,
                        units,
                        i,
                        (term, last) -> {
                            if (notions.add(term)) {
                                add(term, unit.from(), units.get(last).to(), Token.Kind.NOTION);
                            }
                        });
        if (unit.han()) {
            han(unit, i, begins, end);
        } else if (unit.to() - unit.from() <= LONGEST) {
            boolean alone = begins && end == i + 1;
            add(
                    Notions.word(text, unit),
                    unit.from(),
                    unit.to(),
                    alone ? Token.Kind.WORD : Token.Kind.PART);
        }
    }

    private void joined(int first, int end, Set<String> notions) {
        int from = units.get(first).from();
        int to = units.get(end - 1).to();
        if (to - from > LONGEST) {
            return;
        }
        StringBuilder joined = new StringBuilder();
        for (Unit unit : units.subList(first, end)) {
            joined.append(Notions.word(text, unit));
        }
        add(joined.toString(), from, to, Token.Kind.JOINED);
        for (String notion : Notions.shipped().namedBy(joined.toString())) {
            if (notions.add(notion)) {
                add(notion, from, to, Token.Kind.NOTION);
            }
        }
    }

    private void han(Unit unit, int i, boolean begins, int end) {
        if (end > i + 1) {
            int to = units.get(i + 1).to();
            add(text.substring(unit.from(), to), unit.from(), to, Token.Kind.HAN);
        } else if (begins) {
            add(text.substring(unit.from(), unit.to()), unit.from(), unit.to(), Token.Kind.HAN);
        }
    }

    private void add(String term, int from, int to, Token.Kind kind) {
        tokens.add(new Token(term, from, to, step, kind));
        step = 0;
    }
}
