package dev.clew.report;

import dev.clew.diagnose.Finding;
import dev.clew.model.Subject;
import dev.clew.report.words.Phrases;
import java.util.List;

/// Where findings are, in a few words.
final class Places {

    private static final int MOST = 2;

    private Places() {}

    /// The first things a finding is about, and how many more there are; empty if it names none.
    static String of(Finding finding, Phrases words) {
        List<Subject> subjects = finding.subjects();
        int shown = Math.min(MOST, subjects.size());
        String names =
                String.join(
                        ", ", subjects.subList(0, shown).stream().map(Subject::toString).toList());
        long more = finding.occurrences().subjects() - shown;
        return Terminal.safe(
                more > 0 && shown > 0 ? words.say("text.and-more", names, more) : names);
    }

    /// The one place that says most in a line: its node, or else the thing itself; empty if the
    /// finding names none.
    static String shortest(Finding finding) {
        if (finding.subjects().isEmpty()) {
            return "";
        }
        Subject first = finding.subjects().getFirst();
        String name = (first.namespace() == null ? "" : first.namespace() + "/") + first.name();
        long more = finding.occurrences().subjects() - 1;
        String one = first.node() != null && more == 0 ? first.node() : name;
        return Terminal.safe(one + (more > 0 ? " +" + more : ""));
    }
}
