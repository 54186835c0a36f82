package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import java.io.IOException;

/// An input is larger, deeper or denser than [dev.clew.model.Limits] allow. The message says which
/// bound was reached.
public final class LimitException extends IOException {

    private static final long serialVersionUID = 1;

    private final Bound bound;

    LimitException(Bound bound, String message) {
        super(message);
        this.bound = bound;
    }

    /// The bound that was reached.
    public Bound bound() {
        return bound;
    }
}
