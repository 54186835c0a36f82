package dev.clew.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.Fleets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A standalone Spark on the loopback address: a master and two workers, JVMs of their own, and the
/// program as `spark-submit` starts it. One executor is killed midway.
@Tag("cluster")
class ClusterTest {

    private static final int BUNDLES = 40;
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("spark/jars")); // a link, that nothing follows it
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aKilledExecutorCostsNothing() throws IOException, InterruptedException {
        Path bundles = folder.resolve("bundles");
        Fleets.write(bundles, BUNDLES, 20_000);
        Path sparkHome = Files.createDirectories(folder.resolve("spark"));
        Files.createSymbolicLink(
                sparkHome.resolve("jars"), Program.ROOT.resolve("analyzer/fleet/target/fleet/lib"));
        String master = "spark://" + HOST + ":" + freePort();
        start(
                sparkHome,
                "256m",
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        HOST,
                        "--port",
                        master.substring(master.lastIndexOf(':') + 1),
                        "--webui-port",
                        "0"));
        Process first = worker(sparkHome, master, "1");
        worker(sparkHome, master, "2");

        Path out = folder.resolve("tables");
        Process driver = submit(sparkHome, master, bundles, out);
        Instant end = Instant.now().plus(PATIENCE);
        until(end, () -> Files.exists(out.resolve(Store.COMMITS).resolve("00000001.json")));
        Optional<ProcessHandle> executor = first.children().findFirst();
        assertThat(executor).isPresent();
        assertThat(executor.get().destroyForcibly()).isTrue();
        Program.Result result = Program.finish(driver);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("40 bundles: 40 new, 0 known, 1 unreadable");
        try (Tables filled = Tables.open(out)) {
            assertThat(filled.ask("SELECT count(*), count(DISTINCT bundle) FROM bundles"))
                    .containsExactly("[40,40]");
            assertThat(filled.ask("SELECT count(*), count(DISTINCT bundle) FROM reports"))
                    .containsExactly("[39,39]");
            assertThat(
                            filled.ask(
                                    "SELECT count(*) - count(DISTINCT bundle, finding) FROM"
                                            + " findings"))
                    .containsExactly("[0]");
        }
    }

    private Process worker(Path sparkHome, String master, String name) throws IOException {
        return start(
                sparkHome,
                "256m",
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        HOST,
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        folder.resolve("worker-" + name).toString(),
                        master));
    }

    private Process submit(Path sparkHome, String master, Path bundles, Path out)
            throws IOException {
        return start(
                sparkHome,
                "768m",
                List.of(
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        master,
                        "--class",
                        "dev.clew.fleet.FleetProgram",
                        "--conf",
                        "spark.driver.host=" + HOST,
                        "--conf",
                        "spark.driver.bindAddress=" + HOST,
                        "--conf",
                        "spark.ui.enabled=false",
                        "--conf",
                        "spark.executor.memory=600m",
                        "--conf",
                        "spark.executor.cores=1",
                        "--conf",
                        "spark.executor.extraJavaOptions=--sun-misc-unsafe-memory-access=allow"
                                + " -XX:TieredStopAtLevel=1",
                        jar(sparkHome),
                        "fill",
                        "--out",
                        out.toString(),
                        "--batch",
                        "10",
                        "--",
                        bundles.toString()));
    }

    private static String jar(Path sparkHome) throws IOException {
        try (var jars = Files.list(sparkHome.resolve("jars"))) {
            return jars.filter(each -> each.getFileName().toString().startsWith("clew-fleet-"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private Process start(Path sparkHome, String memory, List<String> words) throws IOException {
        Process process = Program.spark(sparkHome, memory, words);
        started.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private interface Condition {
        boolean met();
    }

    private void until(Instant end, Condition condition) throws InterruptedException {
        while (!condition.met()) {
            if (Instant.now().isAfter(end) || started.stream().anyMatch(each -> !each.isAlive())) {
                throw new AssertionError("the cluster did not work; alive: " + started);
            }
            Thread.sleep(50);
        }
    }
}
