package dev.clew.packs.signed;

/// A pack file that must not be used. The message says why.
public final class PackException extends Exception {
    private static final long serialVersionUID = 1;

    PackException(String message) {
        super(message);
    }
}
