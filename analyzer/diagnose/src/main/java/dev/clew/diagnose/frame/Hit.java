package dev.clew.diagnose.frame;

import java.util.List;

/// A part of a frame that was seen, or a whole frame. Two are never the same, whatever they hold.
final class Hit {

    private final long at;
    private final List<Seen> records;

    /// @param at when, as a count of nanoseconds
    /// @param records what it is made of, in the order of the parts
    Hit(long at, List<Seen> records) {
        this.at = at;
        this.records = List.copyOf(records);
    }

    long at() {
        return at;
    }

    /// Whether its last record has several lines, which may be parts of their own.
    boolean isOfLines() {
        return records.getLast().record().raw().indexOf('\n') >= 0;
    }

    List<Seen> records() {
        return records;
    }
}
