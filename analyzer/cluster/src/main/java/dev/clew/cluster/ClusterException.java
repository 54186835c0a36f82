package dev.clew.cluster;

/// The cluster can't be read at all. The message says why and what to do, in one line.
public final class ClusterException extends Exception {

    private static final long serialVersionUID = 1;

    ClusterException(String message) {
        super(message);
    }

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
