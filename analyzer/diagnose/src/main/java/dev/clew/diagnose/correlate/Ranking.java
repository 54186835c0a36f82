package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Basis;
import dev.clew.diagnose.Calibration;
import dev.clew.diagnose.collect.Focus;
import dev.clew.model.Role;
import java.util.ArrayList;
import java.util.List;

/// How much a finding deserves to be read first, in points, each with its reason. Severity weighs
/// most: a cause stands above a symptom of its own severity and of the next higher one, and below
/// those of still higher ones.
///
/// @param points more is better
/// @param reasons one for each part of the points
record Ranking(int points, List<String> reasons) {

    private static final int STEP = 100;
    private static final int MOST_FOR_COUNT = 10;

    /// Points of a group.
    ///
    /// @param explained how many other groups it explains
    /// @param causes how many other groups explain it
    /// @param focus what was asked about
    static Ranking of(Group group, int explained, int causes, Focus focus) {
        List<String> reasons = new ArrayList<>();
        int points =
                add(
                        reasons,
                        group.signature.severity().weight() * STEP,
                        "severity " + group.signature.severity().word());
        if (group.signature.role() == Role.CAUSE) {
            points += add(reasons, STEP * 6 / 10, "names a cause");
        }
        if (group.signature.generic()) {
            points += add(reasons, -STEP * 3 / 10, "says no more than that something failed");
        }
        if (group.signature.isForeign()) {
            points += add(reasons, -STEP * 3 / 2, "is of a rule that was written elsewhere");
        }
        if (group.isError) {
            points +=
                    explained > 0
                            ? add(reasons, STEP * 2 / 10, "is what a program said before its end")
                            : add(
                                    reasons,
                                    -STEP * 4 / 10,
                                    "is read from the words of an error alone");
            points +=
                    add(
                            reasons,
                            Math.min(MOST_FOR_COUNT, 64 - Long.numberOfLeadingZeros(group.count)),
                            "was said " + (group.count == 1 ? "once" : group.count + " times"));
        }
        if (explained > 0) {
            points +=
                    add(
                            reasons,
                            Math.min(5, explained) * 8,
                            "explains "
                                    + explained
                                    + (explained == 1 ? " other finding" : " other findings"));
        }
        if (causes > 0) {
            points += add(reasons, -STEP, "is explained by another finding");
        }
        if (group.signature.role() == Role.SYMPTOM
                && explained == 0
                && focus.passesBy(group.subjects)) {
            points += add(reasons, -STEP * 6 / 5, "is about something that was not asked about");
        }
        if (group.subjects.size() > 1) {
            points +=
                    add(
                            reasons,
                            Math.min(10, group.subjects.size()),
                            "on " + group.subjects.size() + " things");
        }
        if (group.isHealed()) {
            points += add(reasons, -STEP * 5 / 2, "healed by itself");
        }
        return new Ranking(points, reasons);
    }

    private static int add(List<String> reasons, int points, String reason) {
        reasons.add((points < 0 ? "" : "+") + points + " " + reason);
        return points;
    }

    /// How often findings like this one were what broke, on labelled cases; less where the words
    /// are general, and where it is over.
    static double confidence(Group group) {
        Basis basis = group.isError ? Basis.ERROR : Basis.SIGNATURE;
        double confidence =
                Calibration.measured()
                        .confidence(basis, group.signature.role(), group.signature.id());
        confidence -= group.signature.generic() ? 0.2 : 0;
        confidence -= group.signature.isForeign() ? 0.1 : 0;
        confidence -= group.isHealed() ? 0.3 : 0;
        return Math.floor(Math.clamp(confidence, 0.05, 0.99) * 100) / 100.0;
    }
}
