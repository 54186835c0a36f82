package dev.clew.match.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at 2024-03-01T12:00:00.123Z done | at <time> done",
                "E0912 08:11:40.117 kubelet.go:2349] x | <time> <time> kubelet.go:<number>] x",
                "dial tcp 10.96.0.1:443: refused | dial tcp <address>: refused",
                "dial tcp [fe80::1]:443 | dial tcp [<address>]:<number>",
                "pod web-6f7d8c9b5-xk2lp gone | pod <name> gone",
                "took 12.5s of 1h2m | took <duration> of <duration>",
                "uid 1b7a6b1e-0f4c-4a6f-9b0e-1f2a3c4d5e6f | uid <id>",
                "container 3f1c9e5b0a7d | container <id>",
                "usage 93% of 256Mi | usage <number> of <number>",
                "endpointID=1834 msg=x | endpointID=<name> msg=x",
                "msg=\"a b\" k8sPodName=shop/web | msg=\"a b\" k8sPodName=<name>",
                "kube-proxy my-nginx v2 ipv4 | kube-proxy my-nginx v2 ipv4",
            })
    void whatVaries(String line, String key) {
        assertThat(Template.of(line).key()).isEqualTo(key);
    }

    @Test
    void thePartsAreTheLine() {
        String line = "W0912 a=\"b c\" 10.0.0.1 -- , 12s\t[x] \"\" =";
        assertThat(
                        Template.of(line).parts().stream()
                                .map(Template.Part::text)
                                .collect(Collectors.joining()))
                .isEqualTo(line);
    }

    @Test
    void aLongLineTakesNoTimeWorthTheName() {
        String line = "1:".repeat(200_000) + "a=".repeat(200_000) + "x".repeat(400_000);
        assertThat(Template.of(line).key()).isNotEmpty();
    }
}
