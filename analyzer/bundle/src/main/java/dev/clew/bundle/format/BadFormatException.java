package dev.clew.bundle.format;

/// A format file that can't be used. The message names the file, says what is wrong with it and
/// what to do.
public final class BadFormatException extends Exception {

    private static final long serialVersionUID = 1;

    BadFormatException(String message) {
        super(message);
    }
}
