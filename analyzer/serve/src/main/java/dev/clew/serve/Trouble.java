package dev.clew.serve;

/// A request that can't be met, in words that the one who asked can act on.
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why a request can't be met.
    public enum Kind {
        /// What was asked makes no sense.
        WRONG(400),
        /// The caller has not shown who it is.
        UNKNOWN_CALLER(401),
        /// It may not be had.
        FORBIDDEN(403),
        /// There is no such thing.
        MISSING(404),
        /// The thing has no such verb.
        WRONG_METHOD(405),
        /// Too much at once.
        TOO_LARGE(413),
        /// Too often.
        TOO_OFTEN(429),
        /// What it would be read from can't be read.
        UNREADABLE(422),
        /// There is no room now.
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /// The status of HTTP that says so.
        public int status() {
            return status;
        }
    }

    private final Kind kind;

    public Trouble(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// What to say.
    public String words() {
        return String.valueOf(getMessage());
    }
}
