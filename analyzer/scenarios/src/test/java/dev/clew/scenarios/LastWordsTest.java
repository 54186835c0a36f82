package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a program printed last is the evidence of its end, whatever it is written in and whatever
/// ran it.
class LastWordsTest {

    /// What programs print before they end, and which words of it say why.
    private static final String[][] WORDS = {
        {
            "go",
            """
            2026/11/01 10:00:01 ledger 1.4 is starting
            panic: the ledger of 2025 has no closing balance

            goroutine 1 [running]:
            main.open(...)
            \t/src/ledger/main.go:17
            main.main()
            \t/src/ledger/main.go:9 +0x25
            """,
            "no closing balance"
        },
        {
            "java",
            """
            10:00:01.120 [main] INFO  org.example.Ledger - opening
            Exception in thread "main" java.lang.IllegalStateException: the ledger is frozen
            \tat org.example.Ledger.open(Ledger.java:31)
            \tat org.example.Main.main(Main.java:7)
            """,
            "the ledger is frozen"
        },
        {
            "python",
            """
            INFO:ledger:opening
            Traceback (most recent call last):
              File "/app/ledger.py", line 9, in <module>
                main()
              File "/app/ledger.py", line 4, in main
                raise LedgerError("balance of account 17 is negative")
            ledger.LedgerError: balance of account 17 is negative
            """,
            "balance of account 17 is negative"
        },
        {
            "node",
            """
            ledger listening soon
            /app/ledger.js:12
                throw new Error('no journal for this quarter')
                ^

            Error: no journal for this quarter
                at open (/app/ledger.js:12:11)
                at Object.<anonymous> (/app/ledger.js:3:1)

            Node.js v20.11.0
            """,
            "no journal for this quarter"
        },
        {
            "shell",
            """
            preparing the ledger
            /entrypoint.sh: line 7: ledgerctl: command not found
            """,
            "ledgerctl: command not found"
        },
    };

    private static final String ENDED =
            "{\"terminated\": {\"exitCode\": %d, \"reason\": \"Error\", \"startedAt\": \"2026-11-01T10:00:00Z\", \"finishedAt\": \"2026-11-01T10:00:02Z\"}}";

    static List<Arguments> ends() {
        List<Arguments> all = new ArrayList<>();
        for (String[] words : WORDS) {
            for (String kind : List.of("container", "init", "job", "static", "unit")) {
                all.add(Arguments.of(words[0], kind, words[1], words[2]));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0} in a {1}")
    @MethodSource("ends")
    void theLastWordsAreTheEvidence(String language, String kind, String words, String telling) {
        int code = language.equals("shell") ? 127 : language.equals("go") ? 2 : 1;
        String input =
                kind.equals("unit") ? journal(words, code) : pod(kind, code) + log(kind, words);
        JsonNode json = Run.clewReading(input, "analyze", "-o", "json", "-").json();
        String root = json.at("/incidents/0/root").asText();
        JsonNode finding = Run.finding(json, root);
        assertThat(finding.path("evidence").toString())
                .as(finding.path("title").asText())
                .contains(telling);
    }

    private static String journal(String words, int code) {
        StringBuilder journal = new StringBuilder();
        words.lines()
                .forEach(line ->
                        journal.append("Nov 01 10:00:01 node-1 ledger[17]: ")
                                .append(line)
                                .append('\n'));
        return journal.append(
                        """
                        Nov 01 10:00:02 node-1 systemd[1]: ledger.service: Main process exited, code=exited, status=%d/FAILURE
                        Nov 01 10:00:02 node-1 systemd[1]: ledger.service: Failed with result 'exit-code'.
                        Nov 01 10:00:07 node-1 systemd[1]: ledger.service: Scheduled restart job, restart counter is at 9.
                        Nov 01 10:00:07 node-1 systemd[1]: Stopped Ledger of the shop.
                        """
                                .formatted(code))
                .toString();
    }

    private static String pod(String kind, int code) {
        String ended = ENDED.formatted(code);
        String waits =
                "{\"name\": \"ledger\", \"image\": \"ledger:1\", \"ready\": false, \"restartCount\": 4, \"state\": {\"waiting\": {\"reason\": \"CrashLoopBackOff\", \"message\": \"back-off 1m20s restarting failed container\"}}, \"lastState\": %s}"
                        .formatted(ended);
        String over =
                "{\"name\": \"ledger\", \"image\": \"ledger:1\", \"ready\": false, \"restartCount\": 0, \"state\": %s}"
                        .formatted(ended);
        String status =
                switch (kind) {
                    case "init" ->
                            "\"initContainerStatuses\": [%s], \"containerStatuses\": [{\"name\": \"web\", \"image\": \"web:1\", \"ready\": false, \"restartCount\": 0, \"state\": {\"waiting\": {\"reason\": \"PodInitializing\"}}}]"
                                    .formatted(waits);
                    case "job" -> "\"containerStatuses\": [%s]".formatted(over);
                    default -> "\"containerStatuses\": [%s]".formatted(waits);
                };
        String owner =
                switch (kind) {
                    case "job" ->
                            "\"ownerReferences\": [{\"apiVersion\": \"batch/v1\", \"kind\": \"Job\", \"name\": \"ledger\", \"controller\": true}],";
                    case "static" ->
                            "\"annotations\": {\"kubernetes.io/config.source\": \"file\"}, \"ownerReferences\": [{\"apiVersion\": \"v1\", \"kind\": \"Node\", \"name\": \"node-1\", \"controller\": true}],";
                    default -> "";
                };
        String containers =
                kind.equals("init")
                        ? "\"initContainers\": [{\"name\": \"ledger\", \"image\": \"ledger:1\"}], \"containers\": [{\"name\": \"web\", \"image\": \"web:1\"}]"
                        : "\"containers\": [{\"name\": \"ledger\", \"image\": \"ledger:1\"}]";
        return """
        {"kind": "List", "apiVersion": "v1", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {%s "name": "ledger-x2x9z", "namespace": "shop"}, "spec": {"nodeName": "node-1", "restartPolicy": "%s", %s}, "status": {"phase": "%s", %s}}]}
        """
                .formatted(
                        owner,
                        kind.equals("job") ? "Never" : "Always",
                        containers,
                        kind.equals("job") ? "Failed" : kind.equals("init") ? "Pending" : "Running",
                        status);
    }

    private static String log(String kind, String words) {
        return "==== START logs for container ledger of pod shop/ledger-x2x9z ====\n"
                + words
                + "==== END logs for container ledger of pod shop/ledger-x2x9z ====\n";
    }
}
