package dev.clew.redact;

import org.jspecify.annotations.Nullable;

/// Changes lines, one after the other.
interface LineChange {

    /// What stands in the place of the line `[from, to)`, or null if it stays as it is.
    byte @Nullable [] change(byte[] bytes, int from, int to);
}
