package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnifferTest {

    private static final String POD =
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-0\"},\"status\":{\"phase\":\"Pending\"}}\n";
    private static final String LOG =
            "{\"level\":\"error\",\"ts\":\"2026-01-02T03:04:05Z\",\"msg\":\"can't list\"}\n";
    private static final String AUDIT =
            "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"Metadata\",\"metadata\":{},\"verb\":\"get\"}\n";

    private static Sniffer.Content content(String text) {
        return Sniffer.sniff(Source.named("x"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsObjectsOfTheApiFromLinesOfALog() {
        assertThat(content(POD)).isEqualTo(Sniffer.Content.JSON);
        assertThat(content(POD + POD)).isEqualTo(Sniffer.Content.JSON);
        assertThat(content(LOG)).isEqualTo(Sniffer.Content.LOG);
        assertThat(content(LOG + LOG)).isEqualTo(Sniffer.Content.LOG);
        assertThat(content(AUDIT + AUDIT)).isEqualTo(Sniffer.Content.LOG);
    }

    /// What stands far behind counts as much as what stands at the beginning.
    @Test
    void takesAPageThatBeginsWithALogForAPage() {
        String line = "I0102 03:04:05.000000       1 server.go:10] \"Serving\"\n";
        String table = "web-0   0/1   Pending   0   5m\n";
        assertThat(content(line.repeat(60))).isEqualTo(Sniffer.Content.LOG);
        assertThat(content(line.repeat(60) + table.repeat(30))).isEqualTo(Sniffer.Content.PAGE);
        assertThat(content(line.repeat(100) + table)).isEqualTo(Sniffer.Content.LOG);
    }

    @Test
    void knowsWhatIsNoText() {
        assertThat(Sniffer.isBinary(new byte[] {0x7f, 'E', 'L', 'F', 1})).isTrue();
        assertThat(Sniffer.isBinary("plain".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(Sniffer.isEmpty(" \r\n\t".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(Sniffer.isEmpty("x".getBytes(StandardCharsets.UTF_8))).isFalse();
    }
}
