package dev.clew.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer, as it arrives. Reading never waits longer than its bounds, and no more of
/// the body is taken from the network than is read.
final class BodyStream extends InputStream {

    private sealed interface Part {
        record Bytes(List<ByteBuffer> buffers) implements Part {}

        record End(@Nullable Throwable failure) implements Part {}
    }

    private final BlockingQueue<Part> arrived = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
    private final Duration idle;
    private final long deadline;
    private @Nullable AsyncBody body;
    private boolean ended;

    /// A body to come.
    ///
    /// @param idle longest wait for the next part
    /// @param deadline when the whole body must have come, in the time of [System#nanoTime()]
    BodyStream(Duration idle, long deadline) {
        this.idle = idle;
        this.deadline = deadline;
    }

    /// Takes a part, on the thread of the client.
    void arrived(List<ByteBuffer> part, AsyncBody from) {
        arrived.add(new Part.Bytes(part));
    }

    /// Says whose parts to ask for.
    void attach(AsyncBody from) {
        body = from;
        CompletableFuture<Void> _ =
                from.done().whenComplete((nothing, failure) -> arrived.add(new Part.End(failure)));
        from.consume();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            ByteBuffer next = buffers.peek();
            if (next == null) {
                await();
            } else if (next.hasRemaining()) {
                int count = Math.min(length, next.remaining());
                next.get(bytes, offset, count);
                return count;
            } else {
                buffers.remove();
            }
        }
        return -1;
    }

    private void await() throws IOException {
        long left = Math.min(deadline - System.nanoTime(), idle.toNanos());
        try {
            switch (arrived.poll(left, TimeUnit.NANOSECONDS)) {
                case null ->
                        throw new IOException("the answer stopped in the middle: nothing came");
                case Part.Bytes(List<ByteBuffer> part) -> {
                    buffers.addAll(part);
                    if (body != null) {
                        body.consume();
                    }
                }
                case Part.End(Throwable failure) -> {
                    if (failure != null) {
                        throw new Failures.BrokenAnswer(failure);
                    }
                    ended = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    @Override
    public void close() {
        if (body != null && !ended) {
            body.cancel();
        }
        ended = true;
    }
}
