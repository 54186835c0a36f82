package dev.clew.diagnose;

import dev.clew.model.Article;
import dev.clew.model.Evidence;
import dev.clew.model.Rule;
import dev.clew.model.Severity;
import dev.clew.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One problem that was found, on one thing or on several of one kind.
///
/// @param id within the report: `f1` is the first in rank
/// @param signature what recognised it
/// @param basis what it rests on
/// @param count how often it was seen
/// @param firstSeen null where no time is known
/// @param lastSeen null where no time is known
/// @param age how long before the input was taken it was seen first, where the input tells only
///   that; null otherwise
/// @param assumed when it was seen by stamps without a year, where the input tells no other times;
///   null otherwise
/// @param transience whether it goes on
/// @param healedBy the record that shows it is over, null where there is none
/// @param subjects the things it is about, at most 500 of them; empty where the input names none
/// @param occurrences on how many things it is
/// @param values what was captured, by name; under [#MEANS] what codes of the evidence mean
/// @param evidence some of the records it rests on, at least one
/// @param article what to read, null where the signature's article is not at hand
/// @param advice what to do, filled in with the values of this input
/// @param reasons why it stands where it stands in the ranking, for `-v`
public record Finding(
        String id,
        Rule.Signature signature,
        Basis basis,
        long count,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Duration age,
        @Nullable AssumedTimes assumed,
        Transience transience,
        @Nullable Evidence healedBy,
        List<Subject> subjects,
        Occurrences occurrences,
        Map<String, String> values,
        List<Evidence> evidence,
        @Nullable Article article,
        Advice advice,
        List<String> reasons) {

    /// The name of the value that tells what codes of the evidence mean.
    public static final String MEANS = "means";

    public Finding {
        subjects = List.copyOf(subjects);
        values = Map.copyOf(values);
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
    }

    /// The steps to take.
    public List<FilledStep> fix() {
        return advice.fix();
    }

    /// The same where what was seen last was seen just now.
    Finding live() {
        return new Finding(
                id,
                signature,
                basis,
                count,
                firstSeen,
                lastSeen,
                age,
                assumed,
                transience.live(),
                healedBy,
                subjects,
                occurrences,
                values,
                evidence,
                article,
                advice,
                reasons);
    }

    /// How often a minute it was seen between the first and the last time; empty where that can't
    /// be told.
    public OptionalDouble perMinute() {
        if (firstSeen == null || lastSeen == null || count < 2 || !lastSeen.isAfter(firstSeen)) {
            return OptionalDouble.empty();
        }
        double minutes = Duration.between(firstSeen, lastSeen).toMillis() / 60_000.0;
        return OptionalDouble.of(Math.round((count - 1) / minutes * 100) / 100.0);
    }

    /// How bad it is here: a finding that the input shows healed is only worth knowing.
    public Severity severity() {
        return transience == Transience.HEALED ? Severity.INFO : signature.severity();
    }
}
