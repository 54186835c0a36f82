package dev.clew.serve.listen;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// Tells a receiver of incidents, in order, and tries again where it can't be reached. A receiver
/// that is gone for long costs the oldest notifications, never the diagnosis.
public final class Notifier implements AutoCloseable {

    private static final int MOST_WAITING = 200;
    private static final int TRIES = 5;
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Target target;
    private final Duration firstWait;
    private final Consumer<String> log;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(ANSWER)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final BlockingQueue<Payloads.Request> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    private final Thread thread;

    /// Begins to send.
    ///
    /// @param firstWait before the second try; each further wait is twice as long
    /// @param log takes a line for what could not be sent
    public Notifier(Target target, Duration firstWait, Consumer<String> log) {
        this.target = target;
        this.firstWait = firstWait;
        this.log = log;
        this.thread = Thread.ofVirtual().name("notify-" + target.format().word()).start(this::run);
    }

    /// Sends soon. What waits too long is dropped, the oldest first, and counted.
    public void tell(List<LiveIncident> incidents, Instant now) {
        if (incidents.isEmpty()) {
            return;
        }
        for (Payloads.Request each : Payloads.of(target, incidents, now)) {
            while (!waiting.offer(each)) {
                if (waiting.poll() != null) {
                    count("dropped");
                }
            }
        }
    }

    /// Whom it tells.
    public Target target() {
        return target;
    }

    /// How often something was `sent`, `refused`, `failed` or `dropped`.
    public Map<String, Long> outcomes() {
        Map<String, Long> counts = new java.util.TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        return counts;
    }

    private void count(String outcome) {
        outcomes.computeIfAbsent(outcome, any -> new LongAdder()).increment();
    }

    private void run() {
        try {
            while (true) {
                send(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void send(Payloads.Request request) throws InterruptedException {
        HttpRequest post =
                HttpRequest.newBuilder(request.address())
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "clew")
                        .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                        .build();
        Duration wait = firstWait;
        String reason = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Duration pause = wait;
            try {
                HttpResponse<Void> answer = http.send(post, HttpResponse.BodyHandlers.discarding());
                int status = answer.statusCode();
                if (status < 300) {
                    count("sent");
                    return;
                }
                reason = "status " + status;
                if (status != 429 && status < 500) {
                    count("refused");
                    log.accept("clew: " + target.shown() + " refused a notification: " + reason);
                    return;
                }
                pause = asked(answer, wait);
            } catch (IOException e) {
                reason = e.getClass().getSimpleName();
            }
            if (attempt < TRIES) {
                Thread.sleep(pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause);
                wait = wait.multipliedBy(2);
            }
        }
        count("failed");
        log.accept(
                "clew: "
                        + target.shown()
                        + " could not be told after "
                        + TRIES
                        + " tries: "
                        + reason);
    }

    /// What the receiver asks for, or the wait that is due.
    private static Duration asked(HttpResponse<Void> answer, Duration wait) {
        String after = answer.headers().firstValue("Retry-After").orElse("");
        OptionalLong seconds =
                after.matches("\\d{1,6}")
                        ? OptionalLong.of(Long.parseLong(after))
                        : OptionalLong.empty();
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : wait;
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }
}
