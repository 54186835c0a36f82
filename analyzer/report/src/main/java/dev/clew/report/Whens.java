package dev.clew.report;

import dev.clew.diagnose.Finding;
import dev.clew.report.words.Phrases;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When findings were seen, in words.
final class Whens {

    private Whens() {}

    /// ` · since 2026-03-01T10:00:00Z`, ` · since 9m before capture`; empty where nothing tells.
    static String since(Finding finding, Phrases words) {
        String when = first(finding, words);
        return when.isEmpty()
                ? ""
                : " · " + words.say("text.since", when) + yearFrom(finding, words);
    }

    /// First and last time as they were read; empty where nothing tells.
    static String span(Finding finding, Phrases words) {
        Instant first = time(finding);
        if (first == null) {
            return finding.age() == null
                    ? ""
                    : " · " + words.say("text.since", first(finding, words));
        }
        Instant last = finding.assumed() == null ? finding.lastSeen() : finding.assumed().last();
        boolean once = last == null || last.equals(first);
        return " · " + first + (once ? "" : " … " + last) + yearFrom(finding, words);
    }

    /// The first time to the second, or its age; empty where nothing tells.
    static String first(Finding finding, Phrases words) {
        Instant first = time(finding);
        if (first != null) {
            return first.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return finding.age() == null ? "" : words.say("before", Ages.words(finding.age()));
    }

    private static @Nullable Instant time(Finding finding) {
        return finding.assumed() == null ? finding.firstSeen() : finding.assumed().first();
    }

    private static String yearFrom(Finding finding, Phrases words) {
        return finding.assumed() == null
                ? ""
                : words.say("text.year", words.say("year." + finding.assumed().yearFrom().word()));
    }
}
