package dev.clew.diagnose.frame;

import dev.clew.model.Frame;
import java.util.ArrayList;
import java.util.List;

/// Waits for parts in their order. A record counts for the part that is waited for, and for those
/// before it, where the next frame may need it; one of several lines for the next parts too.
final class SequenceMatcher extends FrameMatcher {

    private int waitsFor;

    SequenceMatcher(Frame frame, Room room) {
        super(frame, room);
    }

    @Override
    List<Hit> take(long at, List<List<Hit>> parts, List<Integer> voided) {
        dropOld(at);
        if (held.getFirst().isEmpty() && !voids.lookBack() && parts.getFirst().isEmpty()) {
            return List.of();
        }
        voidedBy(voided, at);
        for (int i = 0; i < waitsFor; i++) {
            add(i, parts);
        }
        boolean again = true;
        while (again && waitsFor < held.size() && !parts.get(waitsFor).isEmpty()) {
            List<Hit> hits = parts.get(waitsFor);
            add(waitsFor, parts);
            if (!held.get(waitsFor).isFull()) {
                break;
            }
            waitsFor++;
            again = hits.getFirst().isOfLines();
        }
        return isWhole() ? judge(at) : List.of();
    }

    private void dropOld(long clock) {
        boolean waiting = isWhole() && !voids.isEmpty();
        if (!waiting) {
            held.getFirst().dropBefore(clock - voids.after());
            tidy();
            voids.dropOld(clock);
        }
    }

    private boolean isWhole() {
        return waitsFor == held.size();
    }

    /// Drops what stands before the first record of the part before it, and tells anew which part
    /// is waited for.
    private void tidy() {
        if (held.getFirst().isEmpty()) {
            held.forEach(Held::clear);
            waitsFor = 0;
            return;
        }
        int full = 0;
        long first = Long.MIN_VALUE;
        for (int i = 0; i <= Math.min(waitsFor, held.size() - 1); i++) {
            Held part = held.get(i);
            if (full < i) {
                part.clear();
                continue;
            }
            part.dropBefore(first);
            first = part.isEmpty() ? first : part.first();
            full += part.isFull() ? 1 : 0;
        }
        waitsFor = full;
    }

    @Override
    List<Hit> judge(long clock) {
        List<Hit> whole = new ArrayList<>(0);
        while (isWhole()) {
            List<Hit> next = next();
            Voids.Verdict verdict =
                    next.getLast().at() - next.getFirst().at() > window
                            ? new Voids.Verdict(false, next.getFirst())
                            : voids.of(next, clock);
            if (verdict.waits()) {
                break;
            }
            Hit voided = verdict.voided();
            if (voided != null) {
                remove(voided);
            } else {
                whole.add(whole(next));
            }
            tidy();
        }
        return whole;
    }
}
