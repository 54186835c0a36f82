package dev.clew.diagnose.frame;

import dev.clew.model.Bound;
import dev.clew.model.LimitLog;

/// How much unfinished frames may hold, all together.
final class Room {

    private final LimitLog log;
    private long characters;

    Room(LimitLog log) {
        this.log = log;
    }

    /// Whether a part that holds so many hits has room for one more; if not, the oldest is to go.
    boolean isFor(Hit hit, int held) {
        boolean room =
                held < log.limits().of(Bound.FRAME_RECORDS)
                        && characters + length(hit) <= log.limits().of(Bound.FRAME_CHARACTERS);
        if (!room) {
            log.reached(Bound.FRAME_RECORDS, 1);
        }
        return room;
    }

    /// Something was given up because there was no room.
    void lost() {
        log.reached(Bound.FRAME_RECORDS, 1);
    }

    /// Whether so many times of one void may be kept; if not, the oldest is to go.
    boolean isForVoids(int held) {
        boolean room = held <= log.limits().of(Bound.FRAME_VOIDS);
        if (!room) {
            log.reached(Bound.FRAME_VOIDS, 1);
        }
        return room;
    }

    void take(Hit hit) {
        characters += length(hit);
    }

    void free(Hit hit) {
        characters -= length(hit);
    }

    private static long length(Hit hit) {
        return hit.records().stream().mapToLong(seen -> seen.record().raw().length()).sum();
    }
}
