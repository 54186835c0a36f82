package dev.clew.diagnose.frame;

import dev.clew.model.Frame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Waits for the parts of a frame. The clock only goes forward.
abstract class FrameMatcher {

    /// Later than anything that is seen.
    static final long END = Long.MAX_VALUE;

    final long window;
    final List<Held> held = new ArrayList<>();
    final Voids voids;
    private final Frame frame;
    private final List<@Nullable FrameMatcher> inner = new ArrayList<>();
    private final List<@Nullable FrameMatcher> innerVoids = new ArrayList<>();

    FrameMatcher(Frame frame, Room room) {
        this.frame = frame;
        this.window = Voids.nanos(frame.window());
        this.voids = new Voids(frame.voids(), frame.window(), room);
        for (Frame.Part part : frame.parts()) {
            held.add(new Held(room, part.times()));
            inner.add(ofInner(part.inner(), room));
        }
        for (Frame.Void each : frame.voids()) {
            innerVoids.add(ofInner(each.inner(), room));
        }
    }

    static FrameMatcher of(Frame frame, Room room) {
        return frame.inOrder() ? new SequenceMatcher(frame, room) : new SetMatcher(frame, room);
    }

    private static @Nullable FrameMatcher ofInner(@Nullable Frame frame, Room room) {
        return frame == null ? null : of(frame, room);
    }

    /// Takes a record that met patterns.
    ///
    /// @param at when; not before that of the last one
    /// @param met places of the patterns
    /// @return frames that are whole now
    List<Hit> take(long at, BitSet met, Seen seen) {
        List<List<Hit>> parts = new ArrayList<>(held.size());
        for (int i = 0; i < held.size(); i++) {
            FrameMatcher matcher = inner.get(i);
            parts.add(
                    matcher != null
                            ? moved(matcher.take(at, met, seen), at)
                            : met.get(frame.parts().get(i).pattern())
                                    ? List.of(new Hit(at, List.of(seen)))
                                    : List.of());
        }
        List<Integer> voided = new ArrayList<>(0);
        for (int i = 0; i < innerVoids.size(); i++) {
            FrameMatcher matcher = innerVoids.get(i);
            if (matcher != null
                    ? !matcher.take(at, met, seen).isEmpty()
                    : met.get(frame.voids().get(i).pattern())) {
                voided.add(i);
            }
        }
        return take(at, parts, voided);
    }

    /// Ends the waiting: nothing more will come.
    ///
    /// @param at when the last record was seen
    List<Hit> end(long at) {
        List<Hit> whole = new ArrayList<>();
        boolean nested = frame.isNested();
        if (nested) {
            List<List<Hit>> parts = new ArrayList<>(held.size());
            for (FrameMatcher matcher : inner) {
                parts.add(matcher == null ? List.of() : moved(matcher.end(at), at));
            }
            List<Integer> voided = new ArrayList<>(0);
            for (int i = 0; i < innerVoids.size(); i++) {
                FrameMatcher matcher = innerVoids.get(i);
                if (matcher != null && !matcher.end(at).isEmpty()) {
                    voided.add(i);
                }
            }
            whole.addAll(take(at, parts, voided));
        }
        whole.addAll(judge(END));
        return whole;
    }

    /// An inner frame counts as seen when it was known to stand.
    private static List<Hit> moved(List<Hit> hits, long at) {
        return hits.stream().map(hit -> new Hit(at, hit.records())).toList();
    }

    /// Takes what was seen at a time, by part.
    abstract List<Hit> take(long at, List<List<Hit>> parts, List<Integer> voided);

    /// Gives the frames that stand at a time.
    abstract List<Hit> judge(long clock);

    void add(int part, List<List<Hit>> parts) {
        parts.get(part).forEach(held.get(part)::add);
    }

    void voidedBy(List<Integer> which, long at) {
        which.forEach(each -> voids.seen(each, at));
    }

    /// What the next frame would take, in the order of the parts.
    List<Hit> next() {
        List<Hit> next = new ArrayList<>();
        held.forEach(part -> next.addAll(part.next()));
        return next;
    }

    /// Takes out a record that is not to be in a frame.
    void remove(Hit hit) {
        for (Held part : held) {
            if (part.next().contains(hit)) {
                part.remove(hit);
                return;
            }
        }
    }

    Hit whole(List<Hit> hits) {
        held.forEach(Held::use);
        List<Seen> records = new ArrayList<>();
        long last = 0;
        for (Hit hit : hits) {
            records.addAll(hit.records());
            last = Math.max(last, hit.at());
        }
        return new Hit(last, records);
    }
}
