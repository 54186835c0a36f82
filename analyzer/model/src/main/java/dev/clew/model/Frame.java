package dev.clew.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records that only together are a match: all parts within a time, in order or in any, and nothing
/// that voids them.
///
/// @param inOrder whether the parts must be seen in their order; two at the same time are
/// @param window how far apart the first and the last record may be, both included
/// @param parts at least one
/// @param voids what must not be seen around the records
public record Frame(boolean inOrder, Duration window, List<Part> parts, List<Void> voids) {

    public Frame {
        parts = List.copyOf(parts);
        voids = List.copyOf(voids);
    }

    /// What is waited for: a record of a pattern, or a whole frame.
    ///
    /// @param pattern place in the signature's list of patterns; -1 for a frame
    /// @param inner a frame that counts as one record, seen when its last one was; null for a
    ///   pattern
    /// @param times how many of it are needed
    public record Part(int pattern, @Nullable Frame inner, int times) {
        public Part {
            if (times < 1 || inner == null == pattern < 0) {
                throw new IllegalArgumentException("no part: " + pattern + " x " + times);
            }
        }
    }

    /// What voids a frame if it is seen from `slide` after the anchor on, for as long as the window
    /// says.
    ///
    /// @param pattern as in [Part]
    /// @param inner as in [Part]
    /// @param window how long it voids; without `absolute` the time from the frame's first record
    ///   to its last is added
    /// @param slide how long after the anchor that begins; negative for before
    /// @param anchor which record of the frame it is counted from, 0 for the first
    /// @param absolute whether the window stands for itself
    public record Void(
            int pattern,
            @Nullable Frame inner,
            Duration window,
            Duration slide,
            int anchor,
            boolean absolute) {}

    /// How many records make it up.
    public int size() {
        return parts.stream().mapToInt(Part::times).sum();
    }

    /// Whether a part or a void of it is a frame itself.
    public boolean isNested() {
        return parts.stream().anyMatch(part -> part.inner() != null)
                || voids.stream().anyMatch(each -> each.inner() != null);
    }
}
