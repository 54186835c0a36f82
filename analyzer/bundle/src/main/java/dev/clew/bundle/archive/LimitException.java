package dev.clew.bundle.archive;

import java.io.IOException;

/// An input is larger, deeper or denser than [Limits] allow. The message says which bound was
/// reached.
public final class LimitException extends IOException {

    private static final long serialVersionUID = 1;

    LimitException(String message) {
        super(message);
    }
}
