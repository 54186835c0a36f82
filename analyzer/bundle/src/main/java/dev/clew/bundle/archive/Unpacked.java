package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import dev.clew.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The bytes of a packed stream or entry. Where it is damaged, cut off, or leaves the bounds, it
/// ends there, and keeps the reason: what came before is still worth reading.
final class Unpacked extends InputStream {

    private final InputStream in;
    private final Budget budget;
    private final @Nullable LongSupplier packed;
    private final String kind;
    private long count;
    private @Nullable String failure;

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
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
        } catch (IOException | RuntimeException e) {
            // Decompressors meet damaged data with all sorts of exceptions
            failure = damage(e);
        }
        return -1;
    }

    private void check(int read) throws LimitException {
        if (packed == null) {
            return;
        }
        budget.unpacked(read);
        Limits limits = budget.limits();
        if (count > limits.of(Bound.EXPANSION_RATIO_FROM)
                && count > Math.max(1, packed.getAsLong()) * limits.of(Bound.EXPANSION_RATIO)) {
            throw new LimitException(
                    "unpacks to more than "
                            + limits.of(Bound.EXPANSION_RATIO)
                            + " times its size: the rest is not read");
        }
    }

    private String damage(Exception e) {
        String at = packed == null ? "" : " at byte " + packed.getAsLong();
        boolean cut =
                e instanceof java.io.EOFException
                        || String.valueOf(e.getMessage())
                                .toLowerCase(java.util.Locale.ROOT)
                                .matches(
                                        ".*(truncated|unexpected e|premature|end of (the"
                                                + " )?(stream|input|file)).*");
        return cut
                ? "truncated " + kind + at
                : "damaged " + kind + at + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    /// Why the stream ended before its end, or null if it did not.
    @Nullable String failure() {
        return failure;
    }

    /// Does nothing: the archive around it goes on.
    @Override
    public void close() {}
}
