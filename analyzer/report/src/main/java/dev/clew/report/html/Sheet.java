package dev.clew.report.html;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Transience;
import dev.clew.model.Severity;
import dev.clew.model.Subject;
import dev.clew.model.Translation;
import dev.clew.report.words.Phrases;
import dev.clew.report.words.Spoken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every part of a page works with: the diagnosis, the words of its language, and the page so
/// far.
final class Sheet {

    private static final int MOST_PLACES = 3;

    private final Diagnosis diagnosis;
    private final Phrases words;
    private final Markup out = new Markup();
    private final Map<String, Finding> findings = new HashMap<>();

    Sheet(Diagnosis diagnosis, Phrases words) {
        this.diagnosis = diagnosis;
        this.words = words;
        diagnosis.findings().forEach(each -> findings.put(each.id(), each));
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    Phrases words() {
        return words;
    }

    Markup out() {
        return out;
    }

    /// The finding of that id.
    ///
    /// @throws IllegalArgumentException if there is none
    Finding finding(String id) {
        Finding finding = findings.get(id);
        if (finding == null) {
            throw new IllegalArgumentException("no finding " + id);
        }
        return finding;
    }

    /// The finding of that id; empty if it is none of the diagnosis, as one that was set aside.
    Optional<Finding> find(String id) {
        return Optional.ofNullable(findings.get(id));
    }

    /// The findings of those ids that there are.
    List<Finding> findings(List<String> ids) {
        return ids.stream().flatMap(id -> Optional.ofNullable(findings.get(id)).stream()).toList();
    }

    /// What the article of a finding says in the language of the page; empty in English and where
    /// it is not translated.
    Optional<Translation> translation(Finding finding) {
        return Spoken.translation(finding, words);
    }

    /// The name of a finding in the language of the page.
    String title(Finding finding) {
        return Spoken.title(finding, words);
    }

    /// A label with the colour of a severity.
    void severity(Severity severity) {
        out.element(
                "span",
                words.say("severity." + severity.word()),
                "class",
                "badge " + severity.word());
    }

    /// The first things a finding is about, and how many more there are; empty if it names none.
    String places(Finding finding) {
        List<Subject> subjects = finding.subjects();
        int shown = Math.min(MOST_PLACES, subjects.size());
        String names = words.list(subjects.stream().limit(shown).map(Sheet::name).toList());
        long more = finding.occurrences().subjects() - shown;
        return shown == 0 || more <= 0 ? names : names + " " + words.say("more", more);
    }

    /// `Pod shop/cart · node-1`.
    static String name(Subject subject) {
        return subject.kind()
                + " "
                + (subject.namespace() == null ? "" : subject.namespace() + "/")
                + subject.name()
                + (subject.node() == null || subject.node().equals(subject.name())
                        ? ""
                        : " · " + subject.node());
    }

    /// A time to the second.
    void time(@Nullable Instant time) {
        if (time != null) {
            out.element("time", when(time), "datetime", time.toString());
        }
    }

    /// A time as people read it: `2026-03-01 10:00:00Z`.
    static String when(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }

    /// Whether a finding is one to act on: at least an error, and not over.
    static boolean isSerious(Finding finding) {
        return finding.severity().compareTo(Severity.ERROR) >= 0
                && finding.transience() != Transience.HEALED;
    }

    /// A button that copies the text of the code it stands beside.
    void copyButton() {
        out.element("button", words.say("copy"), "type", "button", "class", "copy");
    }
}
