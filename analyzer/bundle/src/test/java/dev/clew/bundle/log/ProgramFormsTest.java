package dev.clew.bundle.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.Source;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Time and level in the forms that databases, web servers and runtimes have of their own.
class ProgramFormsTest {

    private static LogRecord read(String line) {
        return new LogRecords(Source.named("x")).record(new Origin("x", 1), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "error ~ 2024-05-06 07:08:09.010 +00:00 [ERR] the ledger is torn",
                "error ~ 2024-05-06T07:08:09.010Z error: the ledger is torn",
                "error ~ 2024-05-06T07:08:09.010Z [error]: the ledger is torn",
                "error ~ 2024-05-06 07:08:09.010 [worker-3] ERROR org.demo.Ledger - the ledger is torn",
                "error ~ 2024-05-06 07:08:09.010 | ERROR    | ledger:open:7 - the ledger is torn",
                "error ~ 2024-05-06 07:08:09,010 - ledger.main - ERROR - the ledger is torn",
                "error ~ [2024-05-06T07:08:09Z ERROR ledger::book] torn",
                "error ~ 06-May-2024 07:08:09.010 SEVERE [main] org.demo.Ledger.open torn",
                "error ~ 2024-05-06  7:08:09 0 [ERROR] Ledger: torn",
                "warn ~ 2024-05-06T07:08:09.010000Z 9 [Warning] Aborted connection 9",
                "fatal ~ 2024-05-06 07:08:09.010 UTC,\"u\",\"d\",9,\"h:1\",1.1,1,\"auth\",x,3/4,0,FATAL,28P01,\"no\"",
                "info ~ 1:M 06 May 2024 07:08:09.010 * Ready",
                "error ~ 2024-05-06 07:08:09,010 [myid:2] - ERROR [main:o.d.Ledger@9] - torn",
                "error ~ 2024-05-06 07:08:09.010000+00:00 [error] <0.9.0> torn",
                "error ~ 2024-05-06T07:08:09.010+0000 E  STORAGE  [initandlisten] torn",
                "error ~ ERROR [main] 2024-05-06 07:08:09,010 Ledger.java:9 - torn",
                "error ~ [9] 2024/05/06 07:08:09.010000 [ERR] torn",
                "error ~ [2024-05-06 07:08:09 +0000] [9] [ERROR] torn",
                "error ~ [2024-05-06 07:08:09,010: ERROR/MainProcess] torn",
                "error ~ 2024-05-06T07:08:09.010Z pid=1 tid=a class=Ledger jid=9 ERROR: torn",
                "error ~ E, [2024-05-06T07:08:09.010000 #9] ERROR -- : torn",
                "error ~ [06-May-2024 07:08:09 UTC] PHP Fatal error:  torn in /app/l.php on line 9",
                "error ~ [2024-05-06 07:08:09] production.ERROR: torn",
                "error ~ [2024-05-06T07:08:09.010+0000] {ledger.py:9} ERROR - torn",
                "error ~ 24/05/06 07:08:09 ERROR Ledger: torn",
                "error ~ 2024/05/06 07:08:09 [error] 9#9: *1 torn",
                "error ~ [Mon May 06 07:08:09.010000 2024] [proxy:error] [pid 9:tid 9] torn",
                "error ~ 192.0.2.1 - - [06/May/2024:07:08:09 +0000] \"GET /l HTTP/1.1\" 503 9",
                "info ~ 192.0.2.1 - - [06/May/2024:07:08:09 +0000] \"GET /l HTTP/1.1\" 404 9",
                "error ~ 2024-05-06 07:08:09.0100|ERROR|Demo.Ledger|torn",
                "error ~ 2024.05.06 07:08:09.010000 [ 9 ] {} <Error> Ledger: torn",
                "error ~ 06-May-2024 07:08:09.010 general: error: torn",
                "error ~ {\"t\":{\"$date\":\"2024-05-06T07:08:09.010+00:00\"},\"s\":\"E\",\"c\":\"STORAGE\",\"ctx\":\"main\",\"msg\":\"torn\"}",
                "error ~ {\"@t\":\"2024-05-06T07:08:09.0100Z\",\"@mt\":\"torn\",\"@l\":\"Error\"}",
                "info ~ [2024-05-06T07:08:09.010+0000][info][gc] GC(9) Pause Young",
            })
    void timeAndLevelAreRead(String level, String line) {
        LogRecord record = read(line);
        assertThat(record.level()).isNotNull();
        assertThat(record.level().word()).isEqualTo(level);
        assertThat(record.time())
                .isBetween(
                        Instant.parse("2024-05-06T07:08:09Z"),
                        Instant.parse("2024-05-06T07:08:09.010Z"));
        assertThat(record.timeAssumed()).isFalse();
    }

    @Test
    void aClockAloneGivesNoTime() {
        LogRecord record = read("07:08:09.010 [main] ERROR org.demo.Ledger - torn");
        assertThat(record.level()).isEqualTo(dev.clew.model.Level.ERROR);
        assertThat(record.time()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2024-05-06 07:08:09 the word ERROR stands in a sentence",
                "error: the server has no such kind",
                "Warning: this is deprecated",
                "[3 of 4] ERROR counts",
                "12:30 lunch with ERROR",
            })
    void wordsOfASentenceAreNoLevel(String line) {
        assertThat(read(line).level()).isNull();
    }
}
