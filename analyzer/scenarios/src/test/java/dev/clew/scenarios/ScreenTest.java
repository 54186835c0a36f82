package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.report.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The report in a terminal: that it fits, and what stands where.
class ScreenTest {

    private static final String WIDTH = "clew.columns";
    private static final String COMMAND = "      ";

    @TempDir Path folder = Path.of("");

    @AfterEach
    void anyWidth() {
        System.clearProperty(WIDTH);
    }

    private static List<String> screen(int width, String... inputs) {
        System.setProperty(WIDTH, String.valueOf(width));
        String[] arguments = new String[inputs.length + 1];
        arguments[0] = "analyze";
        System.arraycopy(inputs, 0, arguments, 1, inputs.length);
        return Run.clew(arguments).out().lines().toList();
    }

    /// Commands are there to be copied, so those alone may be longer.
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        assertThat(screen(width, Run.sample("native-routing-cidr")))
                .filteredOn(line -> !line.startsWith(COMMAND))
                .allMatch(line -> Terminal.columns(line) <= width);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 80, 100, 133, 200})
    void theReportIsWholeInChineseAtAnyWidth(int width) {
        for (String[] more : new String[][] {{}, {"-v"}}) {
            List<String> arguments = new ArrayList<>(List.of("--lang", "zh"));
            arguments.addAll(List.of(more));
            arguments.add(Run.sample("native-routing-cidr"));
            List<String> lines = screen(width, arguments.toArray(String[]::new));
            assertThat(lines.getFirst()).isEqualTo("1 个严重事件 · 4 个症状 · worker-2");
            assertThat(lines.getLast()).isEqualTo(lines.getFirst());
            assertThat(lines)
                    .filteredOn(line -> !line.startsWith(COMMAND) && more.length == 0)
                    .allMatch(line -> Terminal.columns(line) <= width);
            assertThat(String.join("\n", lines))
                    .contains("恢复隧道封装", "证据", "处理", "4 个文件、57 条记录")
                    .doesNotContain("Proof", "Fix", "Leads to", "More:", "Verify", "Only if");
        }
    }

    @Test
    void oneIncidentFitsOnOneScreen() {
        List<String> lines = screen(100, Run.sample("native-routing-cidr"));
        assertThat(lines).hasSizeBetween(12, 28);
        assertThat(lines.getFirst())
                .isEqualTo(lines.getLast())
                .startsWith("1 critical incident · ")
                .contains(" symptoms · worker-2");
    }

    /// The first command of that step is for later versions of Cilium.
    @Test
    void aStepKeepsItsTitleWhereItsFirstCommandIsForAnotherVersion() {
        assertThat(
                        Run.clew("analyze", "-o", "json", Run.sample("native-routing-cidr"))
                                .json()
                                .at("/findings/0/fix/0/description")
                                .asText())
                .startsWith("Go back to encapsulation");
    }

    @Test
    void proofNamesOnlyTheOptionsThatDecide() {
        assertThat(String.join("\n", screen(100, Run.sample("native-routing-cidr"))))
                .contains("tunnel='disabled'")
                .contains("ipv4-native-routing-cidr=''")
                .doesNotContain("agent-health-port");
    }

    @Test
    void severalIncidentsBeginWithATable() {
        List<String> lines =
                screen(120, Run.sample("native-routing-cidr"), Run.sample("helm-name-in-use"));
        assertThat(lines.getFirst()).contains("incidents");
        assertThat(lines).anyMatch(line -> line.startsWith("  1 critical "));
        assertThat(lines).anyMatch(line -> line.matches(" {2}2 (critical|error) .*"));
        assertThat(lines.getLast()).isEqualTo(lines.getFirst());
    }

    @Test
    void charactersOfEastAsiaTakeTwoColumns() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("程序.log"),
                        "level=error msg=\"" + "无法连接到数据库服务器".repeat(12) + "\"\n");
        assertThat(screen(60, log.toString())).allMatch(line -> Terminal.columns(line) <= 60);
        assertThat(Terminal.columns("路由 a")).isEqualTo(6);
        assertThat(Terminal.wrap("路由路由路由路由", 8)).containsExactly("路由路由", "路由路由");
        assertThat(Terminal.cut("路由路由", 7)).isEqualTo("路由路…");
        assertThat(Terminal.pad("路", 4)).isEqualTo("路  ");
    }
}
