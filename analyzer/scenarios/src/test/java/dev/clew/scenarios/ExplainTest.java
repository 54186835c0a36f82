package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final String UNKNOWN_LINE =
            "2024-01-01T00:00:00Z level=warning msg=\"A <b>flux</b> capacitor | is \\x1b[31mred\" endpointID=12 subsys=daemon";

    @Test
    void anArticleByItsIdOrThatOfASignature() {
        Run article = Run.clew("explain", "native-routing-cidr-missing");
        assertThat(article.status()).isZero();
        assertThat(article.out())
                .contains("Symptom\n───────")
                .contains("    # disruptive\n    helm upgrade")
                .contains("https://docs.cilium.io/")
                .doesNotContain("\u001b");
        assertThat(article.out().replaceAll("\\s+", " "))
                .contains("(clew explain cilium-routing-modes)");
        assertThat(Run.clew("explain", "cilium-native-routing-cidr-missing").out())
                .isEqualTo(article.out());
    }

    @Test
    void inChinese() {
        Run run = Run.clew("explain", "--lang", "zh", "native-routing-cidr-missing");
        assertThat(run.out()).contains("关闭隧道").contains("1. ");
        assertThat(Run.clew("explain", "--lang", "fr", "x-y").status()).isEqualTo(2);
    }

    @Test
    void asMarkdownHtmlAndJson() {
        assertThat(Run.clew("explain", "-o", "markdown", "kubelet-swap").out())
                .startsWith("# ")
                .contains("\n## Fix\n");
        String html = Run.clew("explain", "-o", "html", "kubelet-swap").out();
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("<h2 id=\"fix\">Fix</h2>")
                .contains("Content-Security-Policy")
                .doesNotContain("<script");
        JsonNode json = Run.clew("explain", "-o", "json", "kubelet-swap").json();
        assertThat(json.path("id").asText()).isEqualTo("kubelet-swap");
        assertThat(json.path("fix").size()).isPositive();
        assertThat(json.at("/signatures/0/id").asText()).isEqualTo("k8s-kubelet-swap");
    }

    @Test
    void anUnknownId() {
        Run run = Run.clew("explain", "native-routing-cidr-mising");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no article and no signature is called 'native-routing-cidr-mising'")
                .contains("nearest: native-routing-cidr-missing");
        assertThat(Run.clew("explain", "crashloop").err()).contains("crashloop-backoff");
    }

    @Test
    void aLineThatASignatureRecognises() {
        String line =
                "level=warning msg=\"Regeneration of endpoint failed\" endpointID=18 error=\"x\" subsys=endpoint";
        Run run = Run.clew("explain", line);
        assertThat(run.out())
                .contains("cilium-endpoint-regeneration-failed")
                .contains("number of the Cilium endpoint (pod) on its node")
                .contains("the part of Cilium that speaks");
        JsonNode json = Run.clew("explain", "-o", "json", line).json();
        assertThat(json.at("/signatures/0/id").asText())
                .isEqualTo("cilium-endpoint-regeneration-failed");
        assertThat(json.at("/records/0/fields").toString()).contains("\"endpointID\"");
    }

    @Test
    void aLineThatNoSignatureRecognises() {
        Run run = Run.clew("explain", UNKNOWN_LINE);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("No signature recognises this").doesNotContain("\u001b");
        String html = Run.clewReading(UNKNOWN_LINE, "explain", "-o", "html", "-").out();
        assertThat(html).contains("&lt;b&gt;flux&lt;/b&gt;").doesNotContain("<b>");
    }
}
