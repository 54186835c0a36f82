package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.FakeCluster;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `clew diagnose --watch` on a cluster whose watches expire, or are not allowed.
class WatchTest {

    private static final String EXPIRED =
            "{\"type\": \"ERROR\", \"object\": {\"kind\": \"Status\", \"apiVersion\": \"v1\","
                    + " \"status\": \"Failure\", \"reason\": \"Expired\", \"code\": 410,"
                    + " \"message\": \"too old resource version\"}}";
    private static final String UNSCHEDULABLE =
            """
            {"apiVersion": "v1", "kind": "Event",
             "metadata": {"name": "web-0.x", "namespace": "shop", "uid": "e1", "resourceVersion": "9"},
             "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "web-0"},
             "type": "Warning", "reason": "FailedScheduling", "count": 3,
             "message": "0/3 nodes are available: 3 Insufficient memory.",
             "source": {"component": "default-scheduler"},
             "lastTimestamp": "2022-08-30T09:20:00Z"}
            """;

    @TempDir Path folder = Path.of("");

    /// Does something when a log is asked for: the lists of that look are all read then.
    private static void whenLogsAreRead(FakeCluster cluster, int times, Runnable then) {
        AtomicInteger logs = new AtomicInteger();
        cluster.fault(
                "cilium-7hq4w/log.*previous",
                path -> {
                    if (logs.incrementAndGet() == times) {
                        then.run();
                    }
                    return Optional.empty();
                });
    }

    private Run watch(FakeCluster cluster, String interval) {
        return Run.clew(
                "diagnose",
                "-A",
                "-w",
                "--watch-interval",
                interval,
                "--watch-reports",
                "2",
                "--kubeconfig",
                cluster.kubeconfig(folder).toString());
    }

    private static void assertReports(Run run) {
        assertThat(run.status()).as(run.err()).isZero();
        int first = run.out().indexOf("cilium-native-routing-cidr-missing");
        int second = run.out().indexOf("k8s-unschedulable-resources");
        assertThat(first).isNotNegative();
        assertThat(second).isGreaterThan(first);
        assertThat(run.out().substring(second))
                .doesNotContain("cilium-native-routing-cidr-missing");
    }

    /// ```
    /// watch   open─410    open───────────────event
    /// look    lists──logs                         lists──logs
    /// ```
    @Test
    @Timeout(90) // without the event it would look again after 100 seconds
    void anIncidentThatAppearsAfterTheWatchExpired() {
        AtomicInteger watches = new AtomicInteger();
        Late late = new Late();
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fault(
                    "/api/v1/events\\?.*watch=true",
                    path ->
                            Optional.of(
                                    watches.getAndIncrement() == 0
                                            ? FakeCluster.watch(send -> send.accept(EXPIRED))
                                            : FakeCluster.watch(late::opened)));
            whenLogsAreRead(
                    cluster,
                    1,
                    () -> {
                        cluster.object("events", UNSCHEDULABLE);
                        late.happen();
                    });
            assertReports(watch(cluster, "10s"));
            assertThat(watches.get()).isGreaterThanOrEqualTo(2);
            assertThat(cluster.requests()).allMatch(request -> request.startsWith("GET "));
        }
    }

    /// Sends its event as soon as it has happened and somebody watches.
    private static final class Late {
        private boolean happened;
        private Consumer<String> send = event -> {};

        synchronized void opened(Consumer<String> to) {
            send = to;
            if (happened) {
                send.accept("{\"type\": \"ADDED\", \"object\": " + UNSCHEDULABLE + "}");
            }
        }

        synchronized void happen() {
            happened = true;
            opened(send);
        }
    }

    @Test
    @Timeout(120)
    void withoutTheRightToWatchItLooksFromTimeToTime() {
        try (FakeCluster cluster = SeedCluster.start()) {
            cluster.fail("watch=true", 403, "watch is forbidden");
            whenLogsAreRead(cluster, 2, () -> cluster.object("events", UNSCHEDULABLE));
            assertReports(watch(cluster, "1s"));
        }
    }
}
