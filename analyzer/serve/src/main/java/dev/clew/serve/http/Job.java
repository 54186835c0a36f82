package dev.clew.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.diagnose.Progress;
import dev.clew.serve.Json;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An analysis that somebody asked for, from its upload on. For use by several threads.
final class Job implements Progress {

    /// How far it is.
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private final String id;
    private final String name;
    private final Instant created;
    private final boolean redacted;
    private final Upload upload;
    private State state = State.RUNNING;
    private @Nullable String error;
    private @Nullable String verdict;
    private long files;
    private long bytes;
    private int findings;
    private long changes;
    private volatile boolean stopped;

    /// What came in.
    ///
    /// @param bytes its size; -1 if that is not known any more
    /// @param sha256 in hexadecimal digits; null if that is not known any more
    record Upload(long bytes, @Nullable String sha256) {}

    Job(String id, String name, Instant created, boolean redacted, Upload upload) {
        this.id = id;
        this.name = name;
        this.created = created;
        this.redacted = redacted;
        this.upload = upload;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    boolean redacted() {
        return redacted;
    }

    Upload upload() {
        return upload;
    }

    @Override
    public synchronized void at(long nowFiles, long nowBytes, int nowFindings) {
        files = nowFiles;
        bytes = nowBytes;
        findings = nowFindings;
        change();
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    synchronized void done(String words) {
        state = State.DONE;
        verdict = words;
        change();
    }

    synchronized void failed(String words) {
        state = State.FAILED;
        error = words;
        change();
    }

    synchronized State state() {
        return state;
    }

    private void change() {
        changes++;
        notifyAll();
    }

    /// Waits for a change, but not long.
    ///
    /// @param seen the change that the caller knows of
    /// @return the latest change
    synchronized long await(long seen, long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (changes == seen && state == State.RUNNING && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
        return changes;
    }

    /// What it is and how far.
    synchronized ObjectNode json() {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", id).put("name", name).put("created", created.toString());
        node.put("redacted", redacted);
        node.put("state", state.name().toLowerCase(java.util.Locale.ROOT));
        if (state == State.RUNNING) {
            node.put("files", files).put("bytes", bytes).put("found", findings);
        }
        if (verdict != null) {
            node.put("verdict", verdict);
        }
        if (error != null) {
            node.put("error", error);
        }
        return node;
    }
}
