package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A failure is heard in whatever style it is told: nothing that holds one is called healthy, and
/// the line that tells it is shown.
class StylesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01T10:00:00Z ERROR ledger is not balanced",
                "2026-11-01T10:00:00Z error ledger is not balanced",
                "{\"level\":\"Error\",\"msg\":\"ledger is not balanced\"}",
                "{\"severity\":\"ERROR\",\"message\":\"ledger is not balanced\"}",
                "level=error msg=\"ledger is not balanced\"",
                "time=\"2026-11-01T10:00:00Z\" level=fatal msg=\"ledger is not balanced\"",
                "Error: ledger is not balanced",
                "error: ledger is not balanced",
                "FATAL ledger is not balanced",
                "[FATAL] ledger is not balanced",
                "CRITICAL:ledger:not balanced",
                "SEVERE: ledger is not balanced",
                "panic: ledger is not balanced",
                "Traceback (most recent call last):\n  File \"/app/a.py\", line 1, in <module>\nLedgerError: not balanced",
                "Caused by: org.example.LedgerException: not balanced",
                "Exception in thread \"main\" org.example.LedgerException: not balanced",
                "Unhandled exception. Ledger.NotBalanced: ledger",
                "2026/11/01 10:00:00 [error] 31#31: *7 ledger is not balanced",
                "2026/11/01 10:00:00 [emerg] 1#1: ledger is not balanced",
                "2026-11-01 10:00:00.000000 C | ledger: not balanced",
                "2026-11-01 10:00:00.000000 E | ledger: not balanced",
                "E0805 10:00:00.000000       1 ledger.go:17] the ledger is not balanced",
                "F0805 10:00:00.000000       1 ledger.go:17] the ledger is not balanced",
                "Nov 01 10:00:00 node-1 systemd[1]: ledger.service: Main process exited, code=exited, status=1/FAILURE",
                "Nov 01 10:00:00 node-1 systemd[1]: ledger.service: Failed with result 'exit-code'.",
                "Nov 01 10:00:00 node-1 systemd[1]: Failed to start Ledger of the shop.",
                "make: *** [Makefile:7: ledger] Error 2",
                "ledger: exit status 3",
                "the ledger exited with code 3",
                "command terminated with exit code 3",
                "Segmentation fault (core dumped)",
                "ledger killed by signal 9",
                "ledger received SIGSEGV",
                "terminate called after throwing an instance of 'ledger'",
                "thread 'main' panicked at src/ledger.rs:7:1:\nnot balanced",
                "FAILED ledger/balance_test",
                "--- FAIL: TestLedger (0.00s)",
                "level=warning msg=\"Failed to balance the ledger\"",
                "W0805 10:00:00.000000       1 ledger.go:17] could not read the ledger of pod web-0",
                "Warning  LedgerUnbalanced  3m  ledger-controller  Balancing failed: the ledger of last year is open",
                "  health: HEALTH_WARN\n          the ledger is not balanced",
                "timeout reached before the ledger was balanced",
                "✗ ledger is balanced",
                "× ledger is balanced",
                "❌ ledger is balanced",
                "11/11 tests failed",
                "Tests run: 11, Failures: 2, Errors: 0",
                "Summary: 22 errors",
                "22 errors found in the ledger",
                "10.0.0.7 - - [01/Nov/2026:10:00:00 +0000] \"GET /ledger HTTP/1.1\" 503 19",
                "GET /ledger status=500 duration=3ms",
                "{\"method\":\"GET\",\"path\":\"/ledger\",\"status\":502}",
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"ledger is not balanced\",\"code\":500}",
                "$ kubectl get pods\nNAME     READY   STATUS             RESTARTS   AGE\nledger   0/1     CrashLoopBackOff   7          9m",
                "$ kubectl get pods\nNAME     READY   STATUS   RESTARTS   AGE\nledger   0/1     Error    0          9m",
                "$ kubectl get nodes\nNAME     STATUS     ROLES    AGE   VERSION\nnode-1   NotReady   <none>   9d    v1.30.1",
                "$ oc get co\nNAME     VERSION   AVAILABLE   PROGRESSING   DEGRADED   SINCE   MESSAGE\nledger   4.10.0    False       False         True       14h     ledger is not balanced",
                "apiVersion: example.com/v1\nkind: Ledger\nmetadata: {name: main, namespace: demo}\nstatus:\n  conditions:\n  - {type: LedgerError, message: the ledger is not balanced, lastTransitionTime: '2026-11-01T10:00:00Z'}",
                "npm ERR! code ELIFECYCLE\nnpm ERR! errno 1",
                "fatal: the ledger is not balanced",
                "PHP Fatal error:  Uncaught Ledger: not balanced in /app/a.php:3",
                "Ledger aborted (core dumped)",
                "[81231.123456] Out of memory: Killed process 17 (ledgerd) total-vm:1234kB",
                "[81231.123456] nf_conntrack: table full, dropping packet",
                "ORA-01017: invalid username/password; logon denied",
                "psql: FATAL:  the ledger is not balanced",
                "ERROR 1045 (28000): Access denied for user 'ledger'@'10.0.0.7'",
                "curl: (7) Failed to connect to ledger port 80",
                "curl: (22) The requested URL returned error: 500",
                "rpc error: code = Unavailable desc = ledger",
                "sh: 1: ledgerctl: not found",
                "The term 'ledgerctl' is not recognized as the name of a cmdlet",
                "│ Error: ledger is not balanced\n│\n│   with ledger.main,",
            })
    void noFailureIsCalledHealthy(String text) {
        JsonNode json = Run.clewReading(text + "\n", "analyze", "-o", "json", "-").json();
        List<String> shown = new ArrayList<>();
        json.path("findings").forEach(each -> shown.add(each.path("evidence").toString()));
        json.path("suggestions").forEach(each -> shown.add(each.path("text").asText()));
        assertThat(json.path("verdict").asText())
                .isIn("incidents", "errors-without-known-cause", "nothing-judged");
        assertThat(shown).isNotEmpty();
    }
}
