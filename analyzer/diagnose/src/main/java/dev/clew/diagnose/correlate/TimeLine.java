package dev.clew.diagnose.correlate;

import dev.clew.diagnose.AssumedTimes;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Milestone;
import dev.clew.model.Bound;
import dev.clew.model.LimitLog;
import dev.clew.model.Origin;
import dev.clew.model.Subject;
import dev.clew.model.YearFrom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts findings and what else happened in the order of their times. Things of which only the age
/// is known come last, the oldest first.
final class TimeLine {

    private TimeLine() {}

    static List<Milestone> of(
            List<Finding> findings, List<Milestone> timelineEvents, LimitLog log) {
        int most = log.limits().sizeOf(Bound.TIMELINE);
        List<Milestone> all = new ArrayList<>();
        for (Finding finding : findings) {
            AssumedTimes assumed = finding.assumed();
            YearFrom yearFrom = assumed == null ? null : assumed.yearFrom();
            Instant first = assumed == null ? finding.firstSeen() : assumed.first();
            Instant last = assumed == null ? finding.lastSeen() : assumed.last();
            Subject subject = finding.subjects().isEmpty() ? null : finding.subjects().getFirst();
            Origin origin = finding.evidence().getFirst().origin();
            String title = finding.signature().title();
            if (first != null) {
                all.add(
                        new Milestone(
                                first,
                                null,
                                yearFrom,
                                Milestone.Kind.FIRST_SEEN,
                                title,
                                subject,
                                finding.id(),
                                origin));
                if (last != null && !last.equals(first)) {
                    all.add(
                            new Milestone(
                                    last,
                                    null,
                                    yearFrom,
                                    Milestone.Kind.LAST_SEEN,
                                    title,
                                    subject,
                                    finding.id(),
                                    origin));
                }
            } else if (finding.age() != null) {
                all.add(
                        new Milestone(
                                null,
                                finding.age(),
                                null,
                                Milestone.Kind.FIRST_SEEN,
                                title,
                                subject,
                                finding.id(),
                                origin));
            }
        }
        List<Milestone> others = timelineEvents.stream().sorted(ORDER).toList();
        int known = all.size() + others.size();
        all.addAll(near(all, others, most));
        all.sort(ORDER);
        if (known > most) {
            log.reached(Bound.TIMELINE, (long) known - Math.min(most, all.size()));
        }
        return all.size() <= most ? all : all.subList(0, most);
    }

    /// Of many happenings, those closest to the first finding.
    private static List<Milestone> near(
            List<Milestone> findings, List<Milestone> others, int most) {
        if (findings.size() + others.size() <= most || others.size() <= most / 2) {
            return others;
        }
        Instant first =
                findings.stream()
                        .map(Milestone::time)
                        .filter(time -> time != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (first == null) {
            return others.subList(others.size() - most / 2, others.size());
        }
        return others.stream()
                .sorted(Comparator.comparing((Milestone each) -> distance(each.time(), first)))
                .limit(most / 2)
                .toList();
    }

    private static Duration distance(@Nullable Instant time, Instant to) {
        return time == null ? Duration.ofDays(100_000) : Duration.between(time, to).abs();
    }

    private static final Comparator<Milestone> ORDER =
            Comparator.comparing(Milestone::time, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Milestone::age, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(each -> each.origin().source())
                    .thenComparingLong(each -> each.origin().line());
}
