package dev.clew.fleet;

/// Something the user can do something about: one line, and the exit status that goes with it.
final class FleetError extends RuntimeException {

    static final int USAGE = 2;
    static final int NO_INPUT = 3;
    static final int OUTPUT = 4;
    static final int BUG = 70;

    private final int status;

    FleetError(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
