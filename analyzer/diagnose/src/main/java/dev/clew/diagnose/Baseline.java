package dev.clew.diagnose;

import dev.clew.model.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Findings that are known and lived with for a while.
///
/// @param entries in the order of the file
public record Baseline(List<Entry> entries) {

    /// Nothing is known.
    public static final Baseline NONE = new Baseline(List.of());

    public Baseline {
        entries = List.copyOf(entries);
    }

    /// A known finding.
    ///
    /// @param signature id of its signature
    /// @param subject the things it may be about, as `namespace/name` with `*` for any characters;
    ///   null for all
    /// @param owner who answers for it
    /// @param reason why it is lived with
    /// @param expires the last day on which it is set aside
    public record Entry(
            String signature,
            @Nullable String subject,
            String owner,
            String reason,
            LocalDate expires) {

        boolean covers(Finding finding) {
            if (!finding.signature().id().equals(signature)) {
                return false;
            }
            return subject == null
                    || (!finding.subjects().isEmpty()
                            && finding.subjects().stream().allMatch(this::covers));
        }

        private boolean covers(Subject candidate) {
            String name =
                    (candidate.namespace() == null ? "" : candidate.namespace() + "/")
                            + candidate.name();
            return subject == null || matches(subject, name);
        }

        /// Whether a name fits a text in which `*` stands for any characters.
        private static boolean matches(String glob, String name) {
            String[] parts = glob.split("\\*", -1);
            if (parts.length == 1) {
                return glob.equals(name);
            }
            if (!name.startsWith(parts[0])) {
                return false;
            }
            int at = parts[0].length();
            for (int i = 1; i < parts.length - 1; i++) {
                int found = name.indexOf(parts[i], at);
                if (found < 0) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return name.length() - at >= parts[parts.length - 1].length()
                    && name.endsWith(parts[parts.length - 1]);
        }
    }

    /// A diagnosis without what is known.
    ///
    /// @param diagnosis what is left
    /// @param setAside how many findings were set aside
    /// @param expired entries that would have covered a finding, had they not run out
    public record Applied(Diagnosis diagnosis, int setAside, List<Entry> expired) {
        public Applied {
            expired = List.copyOf(expired);
        }
    }

    /// Sets the known findings aside. Symptoms of a known root come of it, so they go with it.
    public Applied apply(Diagnosis diagnosis, LocalDate today) {
        Set<String> known = new HashSet<>();
        List<Entry> expired = new ArrayList<>();
        for (Finding finding : diagnosis.findings()) {
            for (Entry entry : entries) {
                if (entry.covers(finding)) {
                    if (entry.expires().isBefore(today)) {
                        expired.add(entry);
                    } else {
                        known.add(finding.id());
                    }
                }
            }
        }
        List<Incident> incidents = new ArrayList<>();
        for (Incident incident : diagnosis.incidents()) {
            List<String> left = new ArrayList<>(incident.symptoms());
            left.removeAll(known);
            if (known.contains(incident.root())) {
                known.addAll(incident.symptoms());
            } else {
                incidents.add(incident.with(left));
            }
        }
        List<Finding> findings =
                diagnosis.findings().stream()
                        .filter(finding -> !known.contains(finding.id()))
                        .toList();
        return new Applied(diagnosis.with(incidents, findings), known.size(), expired);
    }
}
