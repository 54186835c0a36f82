package dev.clew.report;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.model.Severity;
import dev.clew.report.words.Phrases;
import dev.clew.report.words.Spoken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a diagnosis with incidents comes to: in a line, and as a table.
final class Headline {

    private static final int SEVERITY = 8;
    private static final int SINCE = 20;
    private static final int COUNT = 6;
    private static final int WIDE = 100;

    private Headline() {}

    /// `1 critical incident · 4 symptoms · worker-2`.
    static String verdict(Diagnosis diagnosis, List<Incident> serious, Phrases words) {
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        int symptoms = 0;
        for (Incident incident : serious) {
            bySeverity.merge(root(diagnosis, incident).severity(), 1, Integer::sum);
            symptoms += incident.symptoms().size();
        }
        List<String> counts = new ArrayList<>();
        List<Severity> worstFirst = new ArrayList<>(bySeverity.keySet());
        worstFirst.sort(java.util.Comparator.reverseOrder());
        for (Severity each : worstFirst) {
            String severity = words.say("severity." + each.word());
            counts.add(words.say("text.severe", bySeverity.getOrDefault(each, 0), severity));
        }
        List<String> parts = new ArrayList<>();
        parts.add(
                words.say(
                        serious.size() == 1 ? "text.incident.one" : "text.incident.many",
                        String.join(words.say("text.and"), counts)));
        if (symptoms > 0) {
            parts.add(words.count("symptom", symptoms));
        }
        String place = Places.shortest(root(diagnosis, serious.getFirst()));
        if (!place.isEmpty()) {
            parts.add(serious.size() == 1 ? place : words.say("text.first", place));
        }
        return String.join(" · ", parts);
    }

    /// A line for each incident: severity, what, where, since, count. On narrow terminals only the
    /// first two.
    static List<String> table(
            Diagnosis diagnosis, List<Incident> incidents, Theme theme, int width, Phrases words) {
        List<String> rows = new ArrayList<>();
        boolean wide = width >= WIDE;
        int rest = width - 4 - SEVERITY - 1 - (wide ? SINCE + COUNT + 4 : 0);
        int where = wide ? rest / 3 : 0;
        int what = rest - where - (wide ? 1 : 0);
        int number = 0;
        for (Incident incident : incidents) {
            number++;
            Finding root = root(diagnosis, incident);
            String since = Whens.first(root, words);
            rows.add(
                    String.format(Locale.ROOT, "%3d ", number)
                            + theme.severity(
                                    root.severity(),
                                    Terminal.pad(
                                            words.say("severity." + root.severity().word()),
                                            SEVERITY))
                            + " "
                            + Terminal.pad(Spoken.title(root, words), what)
                            + (wide
                                    ? " "
                                            + Terminal.pad(Places.shortest(root), where)
                                            + theme.faint(
                                                    "  "
                                                            + Terminal.pad(since, SINCE)
                                                            + " ×"
                                                            + root.count())
                                    : ""));
        }
        return rows;
    }

    private static Finding root(Diagnosis diagnosis, Incident incident) {
        return diagnosis.finding(incident.root()).orElseThrow();
    }

    /// What the root of an incident is called, its role, and how sure it is that it is the root.
    static String standing(Incident incident, Finding root, Phrases words) {
        return root.signature().id()
                + " · "
                + words.say("role." + root.signature().role().word())
                + " · "
                + words.say("sure", Math.round(incident.confidence() * 100));
    }
}
