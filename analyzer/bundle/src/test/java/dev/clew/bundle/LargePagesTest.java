package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Level;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts too large to be read as a whole, whose lines need what stands above them.
class LargePagesTest {

    private static final int LARGE = 9 << 20;
    private static final String PAD = "x".repeat(300);

    @TempDir Path folder;

    @Test
    void rowsOfCommaSeparatedValuesKeepTheirColumns() throws Exception {
        IntFunction<String> row =
                i ->
                        i == 20_000
                                ? "2025-03-04T05:06:07Z,node-3,shop,cart,cart-0,\"panic: a map\n"
                                        + "\"\"goroutine 1\"\" [running]:\"\n"
                                : "2025-03-04T05:06:07Z,node-1,shop,cart,cart-1,\"level=info msg=\"\"saved %d\"\" pad=%s\"\n"
                                        .formatted(i, PAD);
        String text = large("Date,Host,Namespace,Container Name,Pod Name,Message\n", row);
        Told told = told("export.csv", text);
        List<LogRecord> panics =
                told.records.stream().filter(record -> record.text().contains("panic")).toList();
        assertThat(panics).hasSize(1);
        assertThat(panics.getFirst().entity().pod()).isEqualTo("cart-0");
        assertThat(panics.getFirst().text()).contains("\"goroutine 1\" [running]");
        assertThat(panics.getFirst().origin().line()).isEqualTo(20_002);
        assertThat(told.records).allMatch(record -> record.kind() == RecordKind.LOG);
        assertThat(told.records).hasSize((int) text.lines().count() - 2);
        assertThat(told.lines).isEqualTo(text.lines().count());
        assertThat(told.bytes).isEqualTo(text.length());
    }

    @Test
    void entriesOfTheJournalStayWhole() throws Exception {
        String export =
                large(
                        "",
                        i ->
                                "__CURSOR=s=1;i=%d\n__REALTIME_TIMESTAMP=1741064767000000\n_HOSTNAME=node-a\nPRIORITY=%d\nSYSLOG_IDENTIFIER=kubelet\nMESSAGE=saved %d %s\n\n"
                                        .formatted(i, i == 20_000 ? 3 : 6, i, PAD));
        Told told = told("journal.export", export);
        assertThat(told.records).allMatch(record -> "node-a".equals(record.entity().node()));
        assertThat(told.records).filteredOn(record -> record.level() == Level.ERROR).hasSize(1);
        assertThat(told.records).hasSize((int) (export.lines().count() / 7));
        assertThat(told.bytes).isEqualTo(export.length());
    }

    @Test
    void entriesOfTheVerboseJournalStayWhole() throws Exception {
        String verbose =
                large(
                        "",
                        i ->
                                "Tue 2025-03-04 05:06:07.000000 UTC [s=1a;i=%x;b=3c;m=4;t=5;x=6]\n    _HOSTNAME=node-a\n    PRIORITY=%d\n    MESSAGE=saved %d %s\n"
                                        .formatted(i, i == 20_000 ? 3 : 6, i, PAD));
        Told told = told("journal.txt", verbose);
        assertThat(told.records).filteredOn(record -> record.level() == Level.ERROR).hasSize(1);
        assertThat(told.records).hasSize((int) (verbose.lines().count() / 4));
    }

    @Test
    void rowsOfTablesKeepTheirColumns() throws Exception {
        String text =
                large(
                        "NAMESPACE   NAME         READY   STATUS    RESTARTS   AGE   IP            "
                                + " NODE\n",
                        i ->
                                "shop        cart-%06d  %s   Running   0          14m   10.244.1.17    worker-%d\n"
                                        .formatted(i, i == 90_000 ? "0/1  " : "1/1  ", i % 7));
        Told told = told("pods.txt", text);
        assertThat(told.records).hasSize((int) text.lines().count() - 1);
        assertThat(told.records)
                .filteredOn(record -> "1".equals(record.value("unready")))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.entity().pod()).isEqualTo("cart-090000");
                    assertThat(record.entity().node()).isEqualTo("worker-1");
                    assertThat(record.origin().line()).isEqualTo(90_002);
                });
    }

    @Test
    void whatStandsAboveTheItemsOfLargeJsonIsReadOnce() throws Exception {
        String text =
                large(
                                "{\"took\":1,\"timed_out\":false,\"hits\":{\"total\":{\"value\":9},\"hits\":[",
                                i ->
                                        "%s{\"_index\":\"k\",\"_source\":{\"@timestamp\":\"2025-03-04T05:06:07Z\",\"message\":\"level=info msg=saved pad=%s\",\"kubernetes\":{\"namespace\":\"shop\",\"pod\":{\"name\":\"cart-%d\"}}}}"
                                                .formatted(i == 0 ? "" : ",", PAD, i))
                        + "]}}";
        Told told = told("answer.json", text);
        assertThat(told.records)
                .filteredOn(record -> record.kind() == RecordKind.LOG)
                .hasSize(text.split("_index", -1).length - 1);
        assertThat(told.records).filteredOn(record -> record.kind() != RecordKind.LOG).hasSize(2);
        assertThat(told.lines).isEqualTo(1);
        assertThat(told.bytes).isEqualTo(text.length());
    }

    @Test
    void linesOfLargeDocumentsAreCountedOnce() throws Exception {
        String json =
                large(
                                "{\n\"kind\": \"PodList\",\n\"items\": [\n",
                                i ->
                                        "%s{\"metadata\": {\"name\": \"p%d\"},\n \"spec\": {\"containers\": []}, \"pad\": \"%s\"}\n"
                                                .formatted(i == 0 ? "" : ",", i, PAD))
                        + "]}\n";
        String yaml =
                large(
                        "apiVersion: v1\nkind: List\nitems:\n",
                        i ->
                                "- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: c%d}\n  data: {pad: %s}\n"
                                        .formatted(i, PAD));
        for (String text : List.of(json, yaml)) {
            Told told = told(text.startsWith("{") ? "pods.json" : "list.yaml", text);
            assertThat(told.lines).isEqualTo(text.lines().count());
            assertThat(told.bytes).isEqualTo(text.length());
        }
    }

    private Told told(String name, String text) throws Exception {
        return Told.ofFile(folder, name, text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    private static String large(String head, IntFunction<String> row) {
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; text.length() < LARGE; i++) {
            text.append(row.apply(i));
        }
        return text.toString();
    }
}
