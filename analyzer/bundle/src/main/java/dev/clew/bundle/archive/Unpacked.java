package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import dev.clew.model.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The bytes of a packed stream or entry. Where it is damaged, cut off, or leaves the bounds, it
/// ends there, and keeps the reason: what came before is still worth reading.
final class Unpacked extends BlockInput {

    private static final Pattern CUT =
            Pattern.compile(
                    "truncated|unexpected e|premature|end of (?:the )?(?:stream|input|file)");
    private static final int PIECE = 64 << 10;

    private final InputStream in;
    private final Budget budget;
    private final @Nullable LongSupplier packed;
    private final String kind;
    private long count;
    private @Nullable String failure;
    private @Nullable Bound bound;

    /// Watches a stream.
    ///
    /// @param packed tells the bytes it is unpacked from, null for an entry of a stream that is
    ///   watched already
    /// @param kind for messages: `gzip stream`
    Unpacked(InputStream in, @Nullable LongSupplier packed, String kind, Budget budget) {
        this.in = in;
        this.packed = packed;
        this.kind = kind;
        this.budget = budget;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (failure != null) {
            return -1;
        }
        try {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                count += read;
                check(read);
            }
            return read;
        } catch (LimitException e) {
            failure = e.getMessage();
            bound = e.bound();
        } catch (IOException | RuntimeException e) {
            // Decompressors meet damaged data with all sorts of exceptions
            failure = damage(e);
        }
        return -1;
    }

    /// Unpacks what was not read, within the bounds.
    void drain() {
        byte[] piece = new byte[PIECE];
        while (read(piece, 0, PIECE) >= 0) {
            // only counted
        }
    }

    private void check(int read) throws LimitException {
        if (packed == null) {
            return;
        }
        budget.unpacked(read);
        Limits limits = budget.limits();
        if (count > limits.of(Bound.EXPANSION_RATIO_FROM)
                && count / limits.of(Bound.EXPANSION_RATIO) > Math.max(1, packed.getAsLong())) {
            throw new LimitException(
                    Bound.EXPANSION_RATIO,
                    "unpacks to more than "
                            + limits.of(Bound.EXPANSION_RATIO)
                            + " times its size: the rest is not read");
        }
    }

    private String damage(Exception e) {
        String at = packed == null ? "" : " at byte " + packed.getAsLong();
        String what = kind + at + (count == 0 ? "" : ", read up to there");
        String message = e.getMessage();
        boolean cut =
                e instanceof EOFException
                        || message != null && CUT.matcher(message.toLowerCase(Locale.ROOT)).find();
        return cut
                ? "truncated " + what
                : "damaged " + what + (message == null ? "" : ": " + message);
    }

    /// Why the stream ended before its end, or null if it did not.
    @Nullable String failure() {
        return failure;
    }

    /// The bound that ended it, or null.
    @Nullable Bound bound() {
        return bound;
    }

    /// Does nothing: the archive around it goes on.
    @Override
    public void close() {}
}
