package dev.clew.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.cluster.Access;
import dev.clew.cluster.Bounds;
import dev.clew.cluster.ClusterException;
import dev.clew.cluster.LiveCluster;
import dev.clew.cluster.Progress;
import dev.clew.cluster.Scope;
import dev.clew.redact.Redactor;
import dev.clew.serve.Trouble;
import dev.clew.serve.listen.LiveIncidents;
import dev.clew.serve.listen.LiveJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The cluster of the kubeconfig, looked at again and again while somebody asks for it. What
/// changes the incidents is kept as an analysis. For use by several threads.
final class Live implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration WANTED = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 20;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final Jobs jobs;
    private final String version;
    private final LiveIncidents incidents = new LiveIncidents(Redactor.create(false)::text);
    private final Deque<String> kept = new ArrayDeque<>();
    private @Nullable Thread thread;
    private long asked;
    private @Nullable String latest;

    Live(Jobs jobs, String version) {
        this.jobs = jobs;
        this.version = version;
    }

    /// What is open and what ended, with the id of the analysis that tells most of it.
    ObjectNode json() {
        want();
        ObjectNode node = LiveJson.of(incidents);
        synchronized (this) {
            node.put("analysis", latest);
        }
        return node;
    }

    /// The same after each look, as server-sent events, until the caller has gone.
    void send(HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        OutputStream out = response.getOutputStream();
        long seen = -1;
        while (true) {
            ObjectNode now = json();
            long looks = now.path("looks").asLong();
            String text = looks == seen ? ": alive\n\n" : "event: look\ndata: " + now + "\n\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            seen = looks;
            incidents.await(seen, HEARTBEAT_MILLIS);
        }
    }

    /// Begins to look, or goes on for some time.
    private synchronized void want() {
        asked = System.nanoTime();
        if (thread == null) {
            thread = Thread.ofVirtual().name("live").start(this::run);
        }
    }

    private synchronized boolean isWanted() {
        boolean wanted = System.nanoTime() - asked < WANTED.toNanos();
        if (!wanted) {
            thread = null;
        }
        return wanted;
    }

    private void run() {
        try {
            while (isWanted()) {
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() throws InterruptedException {
        try (LiveCluster live =
                LiveCluster.open(Access.CURRENT, Bounds.DEFAULT, InstantSource.system())) {
            Path bundle = Files.createTempFile("clew-", ".zip");
            try {
                live.gather(
                        new Scope(true, null, List.of(), null, null, false),
                        bundle,
                        version,
                        Redactor.create(false),
                        Progress.SILENT);
                analyze(live.name(), bundle);
            } finally {
                Files.deleteIfExists(bundle);
            }
        } catch (ClusterException | IOException | Trouble e) {
            incidents.failed(String.valueOf(e.getMessage()));
        }
    }

    private void analyze(String cluster, Path bundle) throws IOException, InterruptedException {
        Instant now = Instant.now();
        String name =
                cluster
                        + "-"
                        + now.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '.')
                        + ".zip";
        Job job;
        try (InputStream in = Files.newInputStream(bundle)) {
            job = jobs.add(name, in, false); // gathered without secrets
        }
        while (job.state() == Job.State.RUNNING) {
            job.await(-1, TimeUnit.SECONDS.toMillis(1));
            Thread.sleep(Duration.ofMillis(100));
        }
        LiveIncidents.Change change =
                incidents.look(jobs.finished(job.id()).diagnosis().live(), now);
        synchronized (this) {
            boolean news =
                    latest == null || !change.opened().isEmpty() || !change.ended().isEmpty();
            if (!news) {
                jobs.remove(job.id());
                return;
            }
            latest = job.id();
            kept.add(job.id());
            if (kept.size() > MOST_KEPT) {
                forget(kept.remove());
            }
        }
    }

    private void forget(String id) {
        try {
            jobs.remove(id);
        } catch (Trouble gone) {
            // somebody deleted it
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
