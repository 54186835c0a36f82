package dev.clew.cli;

/// Something the person at the keyboard can mend. Its message is printed as it is, without a stack
/// trace.
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    UserError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
