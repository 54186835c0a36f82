package dev.clew.cluster;

import java.io.IOException;

/// The API server answered with an error.
final class ApiException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final String continueToken;

    /// An answer.
    ///
    /// @param message of the server
    /// @param continueToken where an expired list can be gone on with; empty if it can't
    ApiException(int status, String message, String continueToken) {
        super(message);
        this.status = status;
        this.reason = message;
        this.continueToken = continueToken;
    }

    int status() {
        return status;
    }

    /// The words of the server.
    String reason() {
        return reason;
    }

    String continueToken() {
        return continueToken;
    }
}
