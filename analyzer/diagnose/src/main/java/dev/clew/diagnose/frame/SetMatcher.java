package dev.clew.diagnose.frame;

import dev.clew.model.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Waits for parts in any order. A record counts for every part it meets.
final class SetMatcher extends FrameMatcher {

    SetMatcher(Frame frame, Room room) {
        super(frame, room);
    }

    @Override
    List<Hit> take(long at, List<List<Hit>> parts, List<Integer> voided) {
        dropOld(at);
        for (int i = 0; i < held.size(); i++) {
            add(i, parts);
        }
        if (voids.lookBack() || held.stream().anyMatch(Held::isFull)) {
            voidedBy(voided, at);
        }
        return judge(at);
    }

    /// A frame that is whole waits for what may void it, however old it gets.
    private void dropOld(long clock) {
        if (voids.isEmpty() || !isWhole()) {
            held.forEach(part -> part.dropBefore(clock - voids.after()));
            voids.dropOld(clock);
        }
    }

    private boolean isWhole() {
        return held.stream().allMatch(Held::isFull);
    }

    @Override
    List<Hit> judge(long clock) {
        List<Hit> whole = new ArrayList<>(0);
        while (isWhole()) {
            List<Hit> next = next();
            List<Hit> inTime = new ArrayList<>(next);
            inTime.sort(Comparator.comparingLong(Hit::at));
            if (inTime.getLast().at() - inTime.getFirst().at() > window) {
                remove(inTime.getFirst());
                continue;
            }
            Voids.Verdict verdict = voids.of(inTime, clock);
            if (verdict.waits()) {
                break;
            }
            Hit voided = verdict.voided();
            if (voided != null) {
                remove(voided);
            } else {
                whole.add(whole(next));
            }
        }
        return whole;
    }
}
