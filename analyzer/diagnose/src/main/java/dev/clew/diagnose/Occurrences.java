package dev.clew.diagnose;

import dev.clew.model.Subject;
import java.util.List;

/// On how many things a finding is.
///
/// @param findings how many findings it was made of, one for each owner of what it is on; 1 if it
///   was not folded
/// @param subjects how many things it is about, named or not
/// @param most those of them that it was seen on most often, the first most of all
public record Occurrences(long findings, long subjects, List<Counted> most) {

    public Occurrences {
        most = List.copyOf(most);
    }

    /// A thing and how often the finding was seen on it.
    public record Counted(Subject subject, long count) {}
}
