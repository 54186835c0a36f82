package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Judged;
import dev.clew.diagnose.Suggestion;
import dev.clew.diagnose.Verdict;
import dev.clew.model.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How reports speak of failures that no rule knows, and of what a clean bill of health rests on.
final class Unknowns {

    private static final int MOST_COMPONENTS = 6;

    private Unknowns() {}

    /// What a diagnosis without a serious incident comes to, in a sentence.
    ///
    /// @param minor whether it has other incidents
    static String conclusion(Diagnosis diagnosis, boolean minor) {
        if (diagnosis.inputs().stopped()) {
            return "Stopped before the end: nothing was found in what was read until then.";
        }
        if (diagnosis.verdict() == Verdict.NOTHING_JUDGED) {
            return diagnosis.inputs().understood()
                    ? "Nothing known to be wrong was found, but not all of this input could be read:"
                            + " that is no sign of health."
                    : "Nothing was judged: nothing in this input was understood.";
        }
        int errors = diagnosis.coverage().judged().unknownErrors();
        if (errors > 0) {
            return "No known cause. "
                    + (errors == 1 ? "1 error" : errors + " different errors, most telling first");
        }
        return minor ? "Nothing serious was found." : "Nothing known to be wrong was found.";
    }

    /// What was judged, in words: which programs, how much time.
    static String judged(Diagnosis diagnosis) {
        Judged judged = diagnosis.coverage().judged();
        List<String> components = judged.components();
        int more = components.size() - MOST_COMPONENTS;
        String who =
                components.isEmpty()
                        ? "no program that is known by name"
                        : String.join(
                                        ", ",
                                        components.subList(
                                                0, Math.min(MOST_COMPONENTS, components.size())))
                                + (more > 0 ? " and " + more + " more" : "");
        return "Judged: " + who + "; " + span(judged.from(), judged.to());
    }

    private static String span(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return "no times are told";
        }
        return Ages.words(Duration.between(from, to).abs())
                + " up to "
                + to.truncatedTo(ChronoUnit.SECONDS);
    }

    /// How bad, how often, when and where: `error, 14 times, 2026-03-01T10:00:00Z … 10:04:10,
    /// shop/cart`.
    static String head(Suggestion each) {
        List<String> parts = new ArrayList<>();
        parts.add(each.level().word());
        if (each.count() > 1) {
            parts.add(each.count() + " times");
        }
        Instant first = each.firstSeen();
        Instant last = each.lastSeen();
        if (first != null) {
            parts.add(
                    first.truncatedTo(ChronoUnit.SECONDS)
                            + (last == null || last.equals(first)
                                    ? ""
                                    : " … " + last.truncatedTo(ChronoUnit.SECONDS)));
        }
        String place = place(each.place(), each.component());
        if (!place.isEmpty()) {
            parts.add(place);
        }
        return String.join(", ", parts);
    }

    private static String place(Entity place, String component) {
        String name = place.pod() == null ? place.workload() : place.pod();
        String where =
                String.join(
                        "/",
                        Stream.of(place.namespace(), name, name == null ? null : place.container())
                                .filter(Objects::nonNull)
                                .toList());
        if (where.isEmpty()) {
            where = component;
        }
        return place.node() == null ? where : where + " on node " + place.node();
    }

    /// What the words of the message say, empty where nothing could be read out of them.
    static String says(Suggestion.Says says) {
        List<String> parts = new ArrayList<>();
        if (says.how() != null) {
            parts.add(
                    says.how().substring(0, 1).toLowerCase(Locale.ROOT) + says.how().substring(1));
        }
        if (says.target() != null) {
            parts.add("on " + says.target());
        }
        if (says.operation() != null) {
            parts.add("while: " + says.operation());
        }
        if (says.code() != null) {
            parts.add(says.code());
        }
        return String.join(", ", parts);
    }
}
