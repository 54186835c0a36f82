package dev.clew.report;

import dev.clew.diagnose.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When findings were seen, in words.
final class Whens {

    private Whens() {}

    /// ` · since 2026-03-01T10:00:00Z`, ` · since 9m before capture`; empty where nothing tells.
    static String since(Finding finding) {
        String when = first(finding);
        return when.isEmpty() ? "" : " · since " + when + yearFrom(finding);
    }

    /// First and last time as they were read; empty where nothing tells.
    static String span(Finding finding) {
        Instant first = time(finding);
        if (first == null) {
            return finding.age() == null ? "" : " · since " + first(finding);
        }
        Instant last = finding.assumed() == null ? finding.lastSeen() : finding.assumed().last();
        boolean once = last == null || last.equals(first);
        return " · " + first + (once ? "" : " … " + last) + yearFrom(finding);
    }

    /// The first time to the second, or its age; empty where nothing tells.
    static String first(Finding finding) {
        Instant first = time(finding);
        if (first != null) {
            return first.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        return finding.age() == null ? "" : Ages.words(finding.age()) + " before capture";
    }

    private static @Nullable Instant time(Finding finding) {
        return finding.assumed() == null ? finding.firstSeen() : finding.assumed().first();
    }

    private static String yearFrom(Finding finding) {
        return finding.assumed() == null
                ? ""
                : " (the year is from " + finding.assumed().yearFrom().words() + ")";
    }
}
