package dev.clew.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "panic: runtime error: index out of range [5] with length 3",
                "fatal error: all goroutines are asleep - deadlock!",
                "2026-01-05 10:00:00 [emerg] 1#1: host not found in upstream \"cart\"",
                "2026/01/05 10:00:00 etcdmain: C | listen tcp 10.0.0.5:2380: bind: cannot assign",
                "Traceback (most recent call last):",
                "Exception in thread \"main\" java.lang.IllegalStateException: no pool",
                "thread 'main' panicked at src/main.rs:4:5:",
                "web.service: Main process exited, code=exited, status=1/FAILURE",
                "terminate called after throwing an instance of 'std::bad_alloc'",
                "Segmentation fault (core dumped)",
                "fatal: unable to open the ledger",
            })
    void theEndOfAProgram(String text) {
        assertThat(Failures.level(text)).isEqualTo(Level.FATAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: the release has no name",
                "ERROR - queue is gone",
                "java.net.ConnectException: Connection refused",
                "Caused by: org.example.LedgerException",
                "sh: 1: ledgerctl: not found",
                "3/11 tests failed",
                "Summary: 22 errors",
                "upstream answered HTTP/1.1\" 503",
                "could not open the ledger: no such file or directory",
                "✗ cart: ledger is unreachable",
                "FAILED: build of cart",
                "ledger.rb:5:in `open': undefined method `torn' for nil (NoMethodError)",
                "the server has asked for the client to provide credentials: Unauthorized",
            })
    void aFailure(String text) {
        assertThat(Failures.level(text)).isEqualTo(Level.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all done, 0 errors",
                "errors: 0",
                "restartPolicy: OnFailure",
                "failureThreshold: 3",
                "PASSED test_refuses_an_invalid_ledger",
                "10.0.0.7 - - [05/Jan/2026:10:00:00 +0000] \"GET /missing HTTP/1.1\" 404 153",
                "Error from server (NotFound): pods \"cart\" not found",
                "listening on port 8080",
                "Release \"cart\" does not exist. Installing it now.",
            })
    void wordsThatTellOfNone(String text) {
        assertThat(Failures.level(text)).isNull();
    }

    @Test
    void aLineThatItsProgramCallsInformationIsBelievedButForItsEnd() {
        assertThat(Failures.level(line(Level.INFO, "retry: connection refused"))).isNull();
        assertThat(Failures.level(line(Level.INFO, "panic: no ledger"))).isEqualTo(Level.FATAL);
        assertThat(Failures.level(line(Level.WARN, "slow"))).isEqualTo(Level.WARN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger query completed in 7.25 seconds",
                "response from ledger took 12 s",
                "slow query: select total from orders",
                "{\"responseTime\":4210.5,\"msg\":\"request completed\"}",
            })
    void slownessIsAWarningWhateverItsProgramCallsIt(String text) {
        assertThat(Failures.level(line(Level.INFO, text))).isEqualTo(Level.WARN);
        assertThat(Failures.level(text)).isEqualTo(Level.WARN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger query completed in 0.25 seconds",
                "started in 12 seconds",
                "{\"responseTime\":42.5,\"msg\":\"request completed\"}",
            })
    void quickAnswersAndSlowStartsAreNot(String text) {
        assertThat(Failures.level(line(Level.INFO, text))).isNull();
    }

    @Test
    void longTextsAreLookedAtAtBothEnds() {
        String long1 = "x ".repeat(5_000);
        assertThat(Failures.level(long1 + "connection refused")).isEqualTo(Level.ERROR);
        assertThat(Failures.level("connection refused " + long1)).isEqualTo(Level.ERROR);
    }

    @Test
    void statesOfObjectsTellOfFailures() {
        assertThat(state(RecordKind.CONTAINER, "state", "terminated", "exitCode", "3"))
                .isEqualTo(Level.ERROR);
        assertThat(state(RecordKind.CONTAINER, "state", "waiting", "reason", "FluxError"))
                .isEqualTo(Level.ERROR);
        assertThat(state(RecordKind.POD, "status", "Init:Error")).isEqualTo(Level.ERROR);
        assertThat(state(RecordKind.NODE, "status", "NotReady")).isEqualTo(Level.ERROR);
        assertThat(state(RecordKind.OBJECT, "phase", "Failed")).isEqualTo(Level.ERROR);
        assertThat(state(RecordKind.CONDITION, "type", "Degraded", "status", "True"))
                .isEqualTo(Level.ERROR);
        assertThat(
                        state(
                                RecordKind.CONDITION,
                                "type",
                                "Synced",
                                "status",
                                "False",
                                "message",
                                "cannot reach the ledger"))
                .isEqualTo(Level.ERROR);
    }

    @Test
    void statesOnTheWayAndGoodOnesDoNot() {
        assertThat(state(RecordKind.CONTAINER, "state", "terminated", "exitCode", "0")).isNull();
        assertThat(state(RecordKind.CONTAINER, "state", "waiting", "reason", "PodInitializing"))
                .isNull();
        assertThat(state(RecordKind.POD, "status", "Running", "phase", "Running")).isNull();
        assertThat(state(RecordKind.NODE, "status", "Ready,SchedulingDisabled")).isNull();
        assertThat(state(RecordKind.CONDITION, "type", "Ready", "status", "True")).isNull();
        assertThat(state(RecordKind.CONDITION, "type", "DiskPressure", "status", "False")).isNull();
    }

    private static @Nullable Level state(RecordKind kind, String... fields) {
        LogRecord.Builder record = LogRecord.of(kind, new Origin("-", 1), "");
        for (int i = 0; i < fields.length; i += 2) {
            record.field(fields[i], fields[i + 1]);
        }
        return Failures.level(record.build());
    }

    private static LogRecord line(Level level, String text) {
        return LogRecord.of(RecordKind.LOG, new Origin("-", 1), text).level(level).build();
    }

    @Test
    void aPodWithoutANodeWaitsForOne() {
        assertThat(state(RecordKind.CONDITION, "type", "PodScheduled", "status", "False"))
                .isEqualTo(Level.ERROR);
        assertThat(
                        state(
                                RecordKind.CONDITION,
                                "type",
                                "PodScheduled",
                                "status",
                                "False",
                                "reason",
                                "SchedulingGated"))
                .isNull();
    }

    @Test
    void aJobOfWhichNothingCompletesIsLate() {
        assertThat(state(RecordKind.WORKLOAD, "completions", "0/1", "duration", "47m"))
                .isEqualTo(Level.ERROR);
        assertThat(state(RecordKind.WORKLOAD, "completions", "0/1", "duration", "9m10s")).isNull();
        assertThat(
                        state(
                                RecordKind.WORKLOAD,
                                "completions",
                                "0/1",
                                "duration",
                                "47m",
                                "status",
                                "Running"))
                .isNull();
    }
}
