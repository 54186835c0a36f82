package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Judged;
import dev.clew.diagnose.Suggestion;
import dev.clew.diagnose.Verdict;
import dev.clew.model.Entity;
import dev.clew.report.words.Phrases;
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
    static String conclusion(Diagnosis diagnosis, boolean minor, Phrases words) {
        if (diagnosis.inputs().stopped()) {
            return words.say("verdict.stopped");
        }
        if (diagnosis.verdict() == Verdict.NOTHING_JUDGED) {
            return words.say(diagnosis.inputs().understood() ? "verdict.gaps" : "verdict.nothing");
        }
        int errors = diagnosis.coverage().judged().unknownErrors();
        if (errors > 0) {
            return words.count("text.unknown", errors);
        }
        return words.say(minor ? "verdict.minor" : "verdict.healthy");
    }

    /// What was judged, in words: which programs, how much time.
    static String judged(Diagnosis diagnosis, Phrases words) {
        Judged judged = diagnosis.coverage().judged();
        List<String> components = judged.components();
        int more = components.size() - MOST_COMPONENTS;
        String named =
                words.list(components.subList(0, Math.min(MOST_COMPONENTS, components.size())));
        String who =
                components.isEmpty()
                        ? words.say("judged.nobody")
                        : more > 0 ? words.say("text.and-more", named, more) : named;
        return words.say("text.judged", who, span(judged.from(), judged.to(), words));
    }

    private static String span(@Nullable Instant from, @Nullable Instant to, Phrases words) {
        if (from == null || to == null) {
            return words.say("text.no-times");
        }
        return words.say(
                "text.span",
                Ages.words(Duration.between(from, to).abs()),
                to.truncatedTo(ChronoUnit.SECONDS));
    }

    /// How bad, how often, when and where: `error, 14 times, 2026-03-01T10:00:00Z … 10:04:10,
    /// shop/cart`.
    static String head(Suggestion each, Phrases words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.say("severity." + each.level().word()));
        if (each.count() > 1) {
            parts.add(words.count("times", each.count()));
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
        String place = place(each.place(), each.component(), words);
        if (!place.isEmpty()) {
            parts.add(place);
        }
        return words.list(parts);
    }

    private static String place(Entity place, String component, Phrases words) {
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
        return place.node() == null ? where : words.say("text.on-node", where, place.node());
    }

    /// What the words of the message say, empty where nothing could be read out of them.
    static String says(Suggestion.Says says, Phrases words) {
        List<String> parts = new ArrayList<>();
        if (says.how() != null) {
            parts.add(
                    says.how().substring(0, 1).toLowerCase(Locale.ROOT) + says.how().substring(1));
        }
        if (says.target() != null) {
            parts.add(words.say("says.on", says.target()));
        }
        if (says.operation() != null) {
            parts.add(words.say("text.while", says.operation()));
        }
        if (says.code() != null) {
            parts.add(says.code());
        }
        return words.list(parts);
    }
}
