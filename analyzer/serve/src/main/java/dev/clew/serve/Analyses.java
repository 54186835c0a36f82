package dev.clew.serve;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Progress;
import dev.clew.redact.Redactor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs analyses and keeps the latest of them. For use by several threads.
public final class Analyses {

    private static final int KEPT = 8;
    private static final int AT_ONCE = 2;

    private final Knowledge knowledge;
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final AtomicInteger count = new AtomicInteger();
    private final SequencedMap<String, Finished> finished = new LinkedHashMap<>(16, 0.75f, true);

    public Analyses(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Reads and diagnoses, after others that came first, and keeps the result.
    ///
    /// @param redacted whether secrets are taken out before anything else is done
    /// @throws Trouble if nothing can be read
    public Finished run(Material material, boolean redacted, Progress progress)
            throws InterruptedException {
        return run("a" + count.incrementAndGet(), material, redacted, progress);
    }

    /// The same by an id of the caller's.
    public Finished run(String id, Material material, boolean redacted, Progress progress)
            throws InterruptedException {
        Redactor redactor = redacted ? Redactor.create(false) : null;
        running.acquire();
        try {
            Analysis analysis = knowledge.analysis();
            Diagnosis diagnosis =
                    material.analyze(
                            redactor == null ? analysis : analysis.through(redactor::reading),
                            progress);
            if (diagnosis.inputs().files() == 0) {
                throw new Trouble(
                        Trouble.Kind.UNREADABLE,
                        "no input could be read"
                                + diagnosis.inputs().skipped().stream()
                                        .limit(3)
                                        .map(skipped ->
                                                "; " + skipped.path() + ": " + skipped.reason())
                                        .reduce("", String::concat));
            }
            Finished result = new Finished(id, material, redactor, diagnosis);
            if (!progress.stopped()) {
                keep(result);
            }
            return result;
        } finally {
            running.release();
        }
    }

    private synchronized void keep(Finished result) {
        finished.put(result.id(), result);
        if (finished.size() > KEPT) {
            finished.pollFirstEntry();
        }
    }

    /// One of the latest.
    ///
    /// @throws Trouble if it is none of them
    public synchronized Finished find(String id) {
        Finished found = finished.get(id);
        if (found == null) {
            throw new Trouble(
                    Trouble.Kind.MISSING,
                    "no analysis is called '"
                            + id
                            + "'; only the latest "
                            + KEPT
                            + " are kept, so analyze again");
        }
        return found;
    }

    /// Forgets one.
    public synchronized void forget(String id) {
        finished.remove(id);
    }
}
