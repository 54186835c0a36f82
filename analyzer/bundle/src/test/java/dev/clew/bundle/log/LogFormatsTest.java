package dev.clew.bundle.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.bundle.Reading;
import dev.clew.bundle.Source;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.YearFrom;
import java.time.Instant;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatsTest {

    private static LogRecord read(String line) {
        Source source =
                new Source(
                        "x",
                        dev.clew.model.Entity.UNKNOWN,
                        "",
                        false,
                        Year.of(2024),
                        YearFrom.CLOCK);
        return new LogRecords(source).record(new Origin("x", 1), line);
    }

    @Test
    void logfmtOfCilium() {
        LogRecord record =
                read(
                        "level=fatal msg=\"Error while creating daemon\" error=\"invalid"
                                + " \\\"cidr\\\"\" subsys=daemon");
        assertThat(record.level()).isEqualTo(Level.FATAL);
        assertThat(record.message()).isEqualTo("Error while creating daemon");
        assertThat(record.value("error")).isEqualTo("invalid \"cidr\"");
        assertThat(record.value("subsys")).isEqualTo("daemon");
        assertThat(record.text()).contains("error=\"invalid \"cidr\"\"");
        assertThat(record.time()).isNull();
    }

    @Test
    void logfmtOfSlog() {
        LogRecord record =
                read(
                        "time=2025-11-12T19:42:20.373444588Z level=warn"
                                + " source=/go/src/pkg/allocator.go:764 msg=\"Key allocation attempt"
                                + " failed\" module=agent.identity");
        assertThat(record.level()).isEqualTo(Level.WARN);
        assertThat(record.time()).isEqualTo(Instant.parse("2025-11-12T19:42:20.373444588Z"));
        assertThat(record.value("module")).isEqualTo("agent.identity");
    }

    @Test
    void klogPlainAndStructured() {
        LogRecord plain =
                read(
                        "E0805 12:00:01.123456    1234 kubelet.go:2195] Container runtime network"
                                + " not ready");
        assertThat(plain.level()).isEqualTo(Level.ERROR);
        assertThat(plain.component()).isEqualTo("kubelet");
        assertThat(plain.time()).isEqualTo(Instant.parse("2024-08-05T12:00:01.123456Z"));
        assertThat(plain.timeAssumed()).isTrue();
        assertThat(plain.message()).isEqualTo("Container runtime network not ready");
        LogRecord structured =
                read(
                        "E0228 18:54:45.870378    2123 pod_workers.go:918] \"Error syncing pod,"
                                + " skipping\" err=\"failed to \\\"StartContainer\\\"\""
                                + " pod=\"web/shop-1\"");
        assertThat(structured.value("error")).isEqualTo("failed to \"StartContainer\"");
        assertThat(String.valueOf(structured.subject())).isEqualTo("Pod web/shop-1");
    }

    @Test
    void jsonOfManyKinds() {
        LogRecord cilium =
                read(
                        "{\"level\":\"fatal\",\"msg\":\"Error\",\"error\":\"no"
                                + " \\u003cnil\\u003e\",\"subsys\":\"hubble-relay\"}");
        assertThat(Reading.brief(cilium, "error", "message"))
                .isEqualTo("log hubble-relay fatal error=no <nil> message=Error");
        LogRecord zap =
                read(
                        "{\"ts\":1753121294157.29,\"caller\":\"kuberuntime_sandbox.go:72\",\"msg\":\"Failed\",\"pod\":{\"name\":\"a\"},\"err\":\"deadline\"}");
        assertThat(zap.time()).isEqualTo(Instant.parse("2025-07-21T18:08:14.157290Z"));
        assertThat(zap.value("pod.name")).isEqualTo("a");
        assertThat(zap.value("error")).isEqualTo("deadline");
    }

    @Test
    void looksThroughWhatStandsInFront() {
        LogRecord cri =
                read(
                        "2023-01-09T12:57:28.766132542Z stderr F level=error msg=\"Unable to"
                                + " start\" subsys=daemon");
        assertThat(Reading.brief(cri, "message")).isEqualTo("log error message=Unable to start");
        assertThat(cri.time()).isEqualTo(Instant.parse("2023-01-09T12:57:28.766132542Z"));
        LogRecord docker =
                read(
                        "{\"log\":\"E1109 07:53:49.002444       1 reflector.go:1] Failed to"
                                + " list\\n\",\"stream\":\"stderr\",\"time\":\"2021-11-09T07:53:49.00Z\"}");
        assertThat(Reading.brief(docker, "message")).isEqualTo("log error message=Failed to list");
        assertThat(docker.timeAssumed()).isFalse();
        LogRecord journal =
                read(
                        "Jul 10 13:33:04 node-2 kubelet[7748]: E0710 13:33:04.100000    7748"
                                + " kubelet.go:1] PLEG is not healthy");
        assertThat(Reading.brief(journal, "node", "message"))
                .isEqualTo(
                        "log kubelet error [Node node-2] node=node-2 message=PLEG is not healthy");
        LogRecord february =
                read(
                        "Feb 28 18:54:45 node-2 systemd[1]: kubelet.service: Failed with result"
                                + " 'exit-code'.");
        assertThat(Reading.brief(february, "message"))
                .isEqualTo(
                        "log systemd [Node node-2] message=kubelet.service: Failed with result"
                                + " 'exit-code'.");
        LogRecord kubectl =
                read("[pod/web-7c9d5b6f48-6xk2p/app] 2024-01-02T03:04:05.000000006Z panic: oops");
        assertThat(Reading.brief(kubectl, "container"))
                .isEqualTo("log [Pod web-7c9d5b6f48-6xk2p] container=app");
        LogRecord cloud =
                read(
                        "ERROR 2024-08-31T07:14:43.551554643Z [resource.labels.containerName:"
                                + " cilium-agent] level=info msg=\"All well\" subsys=config");
        assertThat(Reading.brief(cloud)).isEqualTo("log cilium-agent info");
        LogRecord talos =
                read(
                        "10.0.1.3: {\"ts\":1753121294157.29,\"msg\":\"RunPodSandbox"
                                + " failed\",\"err\":\"x\"}");
        assertThat(talos.message()).isEqualTo("RunPodSandbox failed");
    }

    @Test
    void envoyKernelAndOthers() {
        LogRecord envoy =
                read(
                        "[2026-03-19 16:02:00.123][7][critical][main] [source/server/server.cc:414]"
                                + " error initializing configuration");
        assertThat(Reading.brief(envoy, "message"))
                .isEqualTo("log cilium-envoy fatal message=error initializing configuration");
        LogRecord kernel =
                read("[ 7063.247407] Memory cgroup out of memory: Killed process 63214 (uwsgi)");
        assertThat(Reading.brief(kernel, "message"))
                .isEqualTo(
                        "log kernel message=Memory cgroup out of memory: Killed process 63214"
                                + " (uwsgi)");
        LogRecord coredns =
                read(
                        "[ERROR] plugin/errors: 2 example.org. A: read udp 10.0.0.1:1->10.0.0.2:53:"
                                + " i/o timeout");
        assertThat(coredns.level()).isEqualTo(Level.ERROR);
        LogRecord console =
                read("2025-04-09T12:15:29Z\tERROR\tcontrollers.Gateway\tReconciler error");
        assertThat(Reading.brief(console)).isEqualTo("log error");
    }

    @Test
    void escapesAreResolvedHoweverOftenTheyWereMade() {
        LogRecord record =
                read("level=error msg=\"a \\\\\\\"b\\\\\\\" \\u0026 c\\nnext\" subsys=x");
        assertThat(record.message()).isEqualTo("a \"b\" & c\nnext");
    }

    @Test
    void stackTracesStayWithTheirFirstLine() {
        String log =
                """
                level=info msg="Starting" subsys=daemon
                panic: runtime error: invalid memory address or nil pointer dereference
                [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x21e4c0b]

                goroutine 1 [running]:
                github.com/cilium/cilium/pkg/datapath/iptables.(*Manager).installRules(0xc000a6fe10, {0x3956220, 0xb})
                	/go/src/github.com/cilium/cilium/pkg/datapath/iptables/iptables.go:1720 +0x6ab
                main.main()
                	/go/src/main.go:12 +0x1
                level=info msg="Starting again" subsys=daemon
                """;
        assertThat(Reading.of("cilium-7hq4w.log", log))
                .extracting(record -> record.origin().line())
                .containsExactly(1L, 2L, 10L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "INFO ¦ 2026-01-05 10:00:00,123 - ledger - INFO - no year failed",
                "INFO ¦ [2026-01-05 10:00:00,123] {year.py:155} INFO - no year failed",
                "INFO ¦ 2026-01-05 10:00:00 UTC [232]: INFO: no year failed",
                "INFO ¦ 10:00:00.123 [main] INFO  org.example.Ledger - no year failed",
                "WARN ¦ 10:00:00,123 WARN  [org.example] (main) a year failed",
                "INFO ¦ [2026-01-05T10:00:00,123][INFO ][o.e.Ledger] [web-0] no year failed",
                "ERROR ¦ [2026-01-05 10:00:00] production.ERROR: a year failed",
                "ERROR ¦ [2026-01-05 10:00:00 +0000] [7] [ERROR] a year failed",
                "WARN ¦ [2026-01-05 10:00:00,123: WARNING/Worker-1] a year failed",
                "INFO ¦ [I 2026-01-05 10:00:00.123 Ledger] no year failed",
                "ERROR ¦ E, [2026-01-05T10:00:00.123456 #1] ERROR -- : a year failed",
                "ERROR ¦ fail: Example.Ledger[13] a year failed",
                "INFO ¦ [10:00:00 INF] no year failed",
                "INFO ¦ 2026-01-05 10:00:00.123 [info] <0.7.0> no year failed",
                "ERROR ¦ =ERROR REPORT==== 5-Jan-2026::10:00:00 ===",
                "WARN ¦ 2026-01-05T10:00:00.123456Z 0 [Warning] [MY-1] a year failed",
                "INFO ¦ ledger-1  | 2026-01-05 10:00:00 INFO no year failed",
                "    ¦ the ledger says INFO of a year",
                "    ¦ open ledger: an ERROR of last year",
            })
    void theLevelStandsBetweenStampsAndNames(@Nullable Level level, String line) {
        assertThat(Reading.of(line)).extracting(LogRecord::level).containsExactly(level);
    }

    @Test
    void theExceptionBelowATracebackIsItsOwn() {
        String log =
                """
                2026-01-09 12:57:28,000 INFO open the ledger
                Traceback (most recent call last):
                  File "/app/ledger.py", line 7, in <module>
                    year.close()
                ledger.errors.YearStillOpen: 2025
                2026-01-09 12:57:29,000 INFO bye
                """;
        assertThat(Reading.of("ledger.log", log))
                .extracting(record -> record.origin().line(), LogRecord::raw)
                .contains(tuple(6L, "2026-01-09 12:57:29,000 INFO bye"))
                .anySatisfy(record ->
                        assertThat(record.toList().getLast().toString())
                                .startsWith("Traceback")
                                .endsWith("YearStillOpen: 2025"));
    }

    @Test
    void whatStandsBelowNoTracebackStandsAlone() {
        String log =
                """
                the ledger has
                  two years
                YearStillOpen: 2025
                """;
        assertThat(Reading.of(log))
                .extracting(record -> record.origin().line())
                .containsExactly(1L, 3L);
    }

    @Test
    void linesThatTheRuntimeCutAreOneAgain() {
        String log =
                """
                2023-01-09T12:57:28.000000001Z stderr P level=error msg="Unable to sta
                2023-01-09T12:57:28.000000002Z stderr F rt the daemon" subsys=daemon
                2023-01-09T12:57:28.000000003Z stderr F level=info msg="next" subsys=daemon
                """;
        assertThat(Reading.of(log))
                .extracting(LogRecord::message)
                .containsExactly("Unable to start the daemon", "next");
    }
}
