package dev.clew.author;

import dev.clew.author.article.Leftovers;
import dev.clew.match.Triggers;
import dev.clew.match.literal.LiteralScanner;
import dev.clew.match.literal.Rarity;
import dev.clew.model.Clause;
import dev.clew.model.Rule;
import dev.clew.packs.Code;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds the signatures of a pack to each other: ids that exist, no circles, literals to look for.
final class PackLint {

    private static final int TOO_COMMON = 4;

    private final PackUnderTest shelf;
    private final Set<String> otherIds;
    private final Problems problems;

    /// @param otherIds ids of signatures of packs beside this one
    PackLint(PackUnderTest shelf, Set<String> otherIds, Problems problems) {
        this.shelf = shelf;
        this.otherIds = otherIds;
        this.problems = problems;
    }

    void run() {
        Map<String, Rule.Signature> byId = new TreeMap<>();
        shelf.signatures().keySet().forEach(signature -> byId.put(signature.id(), signature));
        for (PackFolder.Entry entry : shelf.rules()) {
            Place place = Place.of(entry.path());
            PackFolder.written(entry)
                    .ifPresent(text -> Leftovers.marks(entry.path(), text, problems));
            if (entry.rule() instanceof Rule.Signature signature && signature.isForeign()) {
                foreign(place, entry.rule());
                continue;
            }
            Triggers triggers = Triggers.of(entry.rule());
            for (String literal : new TreeSet<>(triggers.line())) {
                literal(entry, literal);
            }
            if (triggers.everyLine()) {
                problems.warning(
                        place,
                        Code.P206,
                        "no literal of four or more characters must be there: tried on every line");
            }
            switch (entry.rule()) {
                case Rule.Signature signature -> {
                    if (Leftovers.holdsPlace(signature.title())) {
                        problems.error(
                                place,
                                Code.P319,
                                "the title only holds a place: '" + signature.title() + "'");
                    }
                    ids(place, "explains", signature.explains(), byId.keySet());
                    ids(place, "supersedes", signature.supersedes(), byId.keySet());
                    ids(place, "along", signature.along(), byId.keySet());
                    circle(place, signature, byId);
                    each(place, signature, byId);
                    samples(place, signature);
                }
                case Rule.Benign benign -> {
                    ids(place, "suppresses", benign.suppresses(), byId.keySet());
                    if (benign.hits().isEmpty()) {
                        problems.error(
                                place, Code.P203, "'hits' is missing: lines that this message has");
                    }
                }
                case Rule.Fact fact -> {
                    if (fact.hits().isEmpty()) {
                        problems.error(
                                place, Code.P203, "'hits' is missing: lines that tell this fact");
                    }
                }
            }
        }
    }

    /// Rules in the format of CRE have their samples in files beside them, and no others to name.
    private void foreign(Place place, Rule rule) {
        if (Triggers.of(rule).everyLine()) {
            problems.warning(
                    place,
                    Code.P206,
                    "'"
                            + rule.id()
                            + "' has no literal of six or more characters: of large logs, only lines"
                            + " that are read for another reason are held against it");
        }
    }

    private void literal(PackFolder.Entry entry, String literal) {
        int times = Rarity.timesInOrdinaryLines(literal);
        if (times > TOO_COMMON) {
            problems.warning(
                    Place.of(entry.path()),
                    Code.P207,
                    "'"
                            + literal
                            + "' is what it is looked for by, and that is common in logs ("
                            + times
                            + " times in our ordinary lines): ask for a rarer text too");
        }
        if (literal.length() < LiteralScanner.QUICK) {
            String message =
                    "'"
                            + entry.rule().id()
                            + "' is looked for by '"
                            + literal
                            + "': lengthen that to "
                            + LiteralScanner.QUICK
                            + " characters by what always stands beside it, or ask for a longer"
                            + " text too, since a short one makes every scan slower";
            places(entry, literal).forEach(place -> problems.warning(place, Code.P208, message));
        }
    }

    /// Where the tests stand that have a literal looked for.
    private static Set<Place> places(PackFolder.Entry entry, String literal) {
        Set<Place> places = new LinkedHashSet<>();
        for (Clause test : Triggers.sources(entry.rule(), literal)) {
            places.add(PackFolder.place(entry, asWritten(test, literal)));
        }
        return places.isEmpty() ? Set.of(Place.of(entry.path())) : places;
    }

    private static String asWritten(Clause test, String literal) {
        return switch (test) {
            case Clause.Text(String field, String text) -> text;
            case Clause.Regex(String field, String pattern) -> pattern;
            case Clause.In(String field, List<String> words) ->
                    words.stream()
                            .filter(word -> word.toLowerCase(Locale.ROOT).contains(literal))
                            .min(Comparator.comparingInt(String::length))
                            .orElse(words.getFirst());
            case Clause.Compare(String field, Clause.Bound bound, String amount) -> amount;
            case Clause.Exists(String field, boolean expected) -> field;
            case Clause.Jq(String query) -> query;
            case Clause.All all -> literal;
            case Clause.Any any -> literal;
            case Clause.None none -> literal;
        };
    }

    private void samples(Place place, Rule.Signature signature) {
        if (signature.hits().isEmpty()) {
            problems.error(
                    place, Code.P203, "'hits' is missing: lines that this signature must find");
        }
        if (signature.misses().isEmpty()) {
            problems.error(
                    place,
                    Code.P204,
                    "'misses' is missing: lines that nearly look like it and are something else");
        }
    }

    private void ids(Place place, String key, Set<String> ids, Set<String> known) {
        for (String id : ids) {
            if (!known.contains(id) && !otherIds.contains(id)) {
                problems.error(
                        place,
                        Code.P112,
                        "'" + key + "' names '" + id + "', which is no signature");
            }
        }
    }

    private void each(Place place, Rule.Signature signature, Map<String, Rule.Signature> byId) {
        for (String id : signature.supersedes()) {
            if (byId.containsKey(id) && byId.get(id).supersedes().contains(signature.id())) {
                problems.error(
                        place,
                        Code.P115,
                        "supersedes '"
                                + id
                                + "', which supersedes it: on a record of both neither would be left");
            }
        }
    }

    private void circle(Place place, Rule.Signature signature, Map<String, Rule.Signature> byId) {
        Set<String> seen = new HashSet<>();
        Set<String> next = new HashSet<>(signature.explains());
        while (!next.isEmpty()) {
            if (next.contains(signature.id())) {
                problems.error(place, Code.P113, "explains itself, by way of others");
                return;
            }
            seen.addAll(next);
            Set<String> further = new HashSet<>();
            for (String id : next) {
                if (byId.containsKey(id)) {
                    further.addAll(byId.get(id).explains());
                }
            }
            further.removeAll(seen);
            next = further;
        }
    }
}
