package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {

    @TempDir Path folder;

    @BeforeEach
    void snapshot() throws IOException {
        new Shop("shop").write(folder);
    }

    @Test
    void showsWhatAnObjectHangsOn() {
        Run run = Run.clew("graph", folder.toString(), "--about", "deployment/web");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("Deployment shop/web  talks-to  Service shop/api")
                .contains("Pod shop/db-0  mounts  PersistentVolumeClaim shop/data-db-0");
        assertThat(Run.clew("graph", folder.toString(), "--about", "StatefulSet/db").out())
                .doesNotContain("shop/web");
    }

    @Test
    void drawsForOtherPrograms() {
        assertThat(Run.clew("graph", folder.toString(), "-o", "dot").out())
                .startsWith("digraph cluster {")
                .contains("\"Service shop/api\" -> ");
        assertThat(Run.clew("graph", folder.toString(), "-o", "mermaid").out())
                .startsWith("graph LR")
                .contains("-->|selects|");
    }

    @Test
    void writesDataAndPictures() {
        JsonNode json =
                Run.clew("graph", folder.toString(), "--about", "sts/db", "-o", "json").json();
        assertThat(json.get("about").get("name").asText()).isEqualTo("db");
        assertThat(json.get("objects").findValuesAsText("name"))
                .contains("db-0", "data-db-0")
                .doesNotContain("web");
        assertThat(json.get("links").findValuesAsText("edge")).contains("owns", "mounts");
        assertThat(Run.clew("graph", folder.toString(), "-o", "svg").out())
                .startsWith("<svg ")
                .contains("shop/api</text>")
                .endsWith("</svg>\n");
    }

    @Test
    void showsOneNamespace() throws IOException {
        Path both = folder.resolve("both");
        for (String namespace : new String[] {"left", "right"}) {
            Path part = both.resolve(namespace);
            java.nio.file.Files.createDirectories(part);
            new Shop(namespace).write(part);
        }
        String text = Run.clew("graph", both.toString(), "-n", "left").out();
        assertThat(text)
                .contains("Deployment left/web  talks-to  Service left/api")
                .contains("Pod left/db-0  runs-on  Node node-1")
                .doesNotContain("right/");
        JsonNode json = Run.clew("graph", both.toString(), "-n", "left", "-o", "json").json();
        assertThat(json.get("objects").findValuesAsText("namespace"))
                .contains("left")
                .doesNotContain("right");
        Run none = Run.clew("graph", both.toString(), "-n", "middle");
        assertThat(none.status()).isEqualTo(3);
        assertThat(none.err()).contains("nothing of namespace middle");
    }

    @Test
    void saysWhatIsNotThere() {
        Run run = Run.clew("graph", folder.toString(), "--about", "Service/nope");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("Service/nope is not in the input");
        assertThat(Run.clew("graph", folder.toString(), "--about", "nope").status()).isEqualTo(2);
    }
}
