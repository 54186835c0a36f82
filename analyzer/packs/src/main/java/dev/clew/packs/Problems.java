package dev.clew.packs;

import dev.clew.model.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Collects what is wrong, so that it can be reported in one go.
public final class Problems {

    private final List<Problem> all = new ArrayList<>();

    /// Adds a problem that keeps the file from being used.
    public void error(Place place, Code code, String message) {
        all.add(
                new Problem(
                        place.path(), place.line(), place.column(), code.name(), message, true));
    }

    /// Adds a problem that can be lived with.
    public void warning(Place place, Code code, String message) {
        all.add(
                new Problem(
                        place.path(), place.line(), place.column(), code.name(), message, false));
    }

    /// Everything added so far, in the order of the files.
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted;
    }

    public boolean anyFatal() {
        return all.stream().anyMatch(Problem::fatal);
    }

    public int count() {
        return all.size();
    }
}
