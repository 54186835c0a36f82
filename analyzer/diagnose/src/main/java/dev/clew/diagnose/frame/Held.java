package dev.clew.diagnose.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// The hits of one part of a frame that no frame has used yet, oldest first.
final class Held {

    private final Room room;
    private final int times;
    private final Deque<Hit> hits = new ArrayDeque<>(2);

    /// @param times how many a frame needs
    Held(Room room, int times) {
        this.room = room;
        this.times = times;
    }

    void add(Hit hit) {
        if (!room.isFor(hit, hits.size())) {
            if (hits.isEmpty()) {
                return;
            }
            drop();
        }
        room.take(hit);
        hits.addLast(hit);
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }

    int size() {
        return hits.size();
    }

    int times() {
        return times;
    }

    /// Whether there are as many as a frame needs.
    boolean isFull() {
        return hits.size() >= times;
    }

    /// When the oldest was seen.
    long first() {
        return hits.getFirst().at();
    }

    /// Those a frame would take.
    List<Hit> next() {
        List<Hit> next = new ArrayList<>(times);
        Iterator<Hit> each = hits.iterator();
        while (each.hasNext() && next.size() < times) {
            next.add(each.next());
        }
        return next;
    }

    private void drop() {
        room.free(hits.removeFirst());
    }

    /// Takes out those a frame takes.
    void use() {
        for (int i = 0; i < times; i++) {
            drop();
        }
    }

    /// Takes out one of the next.
    void remove(Hit hit) {
        if (hits.removeFirstOccurrence(hit)) {
            room.free(hit);
        }
    }

    /// Takes out what was seen before a time.
    void dropBefore(long time) {
        while (!hits.isEmpty() && first() < time) {
            drop();
        }
    }

    void clear() {
        while (!hits.isEmpty()) {
            drop();
        }
    }
}
