package dev.clew.bundle.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.bundle.Reading;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One line of a shop's cart service, in what shippers put around it.
class WrappersTest {

    private static final String LINE =
            "level=error msg=\"could not save cart\" error=\"dial tcp 10.1.2.3:5432: i/o timeout\"";
    private static final String QUOTED = LINE.replace("\"", "\\\"");
    private static final String TWICE = QUOTED.replace("\\\"", "\\\\\\\"");
    private static final String ALL =
            "error shop/cart-7d4b9c6f5d-x2x9z/cart@node-a 2025-03-04T05:06:07Z";
    private static final String FILE = "cart-7d4b9c6f5d-x2x9z_shop_cart-0a1b2c3d4e5f.log";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Fluent Bit, Fluentd
                "{\"date\":1741064767.0,\"log\":\"LINE\",\"stream\":\"stderr\",\"kubernetes\":{\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\",\"host\":\"node-a\"}}",
                "{\"log\":\"2025-03-04T05:06:07Z stderr F"
                        + " LINE\",\"time\":\"2025-03-04T05:06:07Z\",\"kubernetes\":{\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\",\"host\":\"node-a\"}}",
                "[3] kube.var.log.containers.FILE: [[1741064767.000000000, {}], {\"log\"=>\"LINE\","
                        + " \"stream\"=>\"stderr\", \"time\"=>\"2025-03-04T05:06:07Z\","
                        + " \"kubernetes\"=>{\"host\"=>\"node-a\"}}]",
                "2025-03-04T05:06:07+00:00\tkubernetes.var.log.containers.FILE"
                        + "\t{\"log\":\"LINE\\n\",\"stream\":\"stderr\",\"kubernetes\":{\"host\":\"node-a\",\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\"}}",
                // Elasticsearch: a document, and an answer
                "{\"_index\":\"k8s-2025\",\"_id\":\"1\",\"_source\":{\"log\":\"LINE\\n\",\"stream\":\"stderr\",\"@timestamp\":\"2025-03-04T05:06:07Z\",\"kubernetes\":{\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\",\"host\":\"node-a\"}}}",
                "{\"took\":2,\"hits\":{\"total\":{\"value\":1},\"hits\":[{\"_index\":\"k8s\",\"_source\":{\"@timestamp\":\"2025-03-04T05:06:07Z\",\"message\":\"LINE\",\"kubernetes\":{\"namespace\":\"shop\",\"pod\":{\"name\":\"POD\"},\"node\":{\"name\":\"node-a\"},\"container\":{\"name\":\"cart\"}}}}]}}",
                // Filebeat, Vector, OpenShift
                "{\"@timestamp\":\"2025-03-04T05:06:07Z\",\"message\":\"LINE\",\"kubernetes\":{\"namespace\":\"shop\",\"pod\":{\"name\":\"POD\"},\"node\":{\"name\":\"node-a\"},\"container\":{\"name\":\"cart\"}},\"agent\":{\"type\":\"filebeat\"}}",
                "{\"message\":\"LINE\",\"timestamp\":\"2025-03-04T05:06:07Z\",\"source_type\":\"kubernetes_logs\",\"kubernetes\":{\"pod_name\":\"POD\",\"pod_namespace\":\"shop\",\"container_name\":\"cart\",\"pod_node_name\":\"node-a\"}}",
                "{\"@timestamp\":\"2025-03-04T05:06:07Z\",\"hostname\":\"node-a\",\"level\":\"info\",\"message\":\"LINE\",\"kubernetes\":{\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\"}}",
                // GELF
                "{\"version\":\"1.1\",\"host\":\"node-a\",\"short_message\":\"LINE\",\"timestamp\":1741064767.0,\"level\":6,\"_k8s_pod_name\":\"POD\",\"_k8s_namespace_name\":\"shop\",\"_k8s_container_name\":\"cart\"}",
                // Splunk
                "{\"event\":\"LINE\",\"time\":1741064767.0,\"host\":\"node-a\",\"source\":\"/var/log/containers/FILE\",\"sourcetype\":\"kube:container:cart\"}",
                "{\"preview\":false,\"result\":{\"_raw\":\"LINE\",\"_time\":\"2025-03-04"
                        + " 05:06:07.000"
                        + " UTC\",\"pod\":\"POD\",\"namespace\":\"shop\",\"container_name\":\"cart\",\"host\":\"node-a\"}}",
                // Loki: its answer, logcli's two forms, Grafana's export
                "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"stream\":{\"namespace\":\"shop\",\"pod\":\"POD\",\"container\":\"cart\",\"node_name\":\"node-a\"},\"values\":[[\"1741064767000000000\",\"LINE\"]]}]}}",
                "{\"labels\":{\"namespace\":\"shop\",\"pod\":\"POD\",\"container\":\"cart\",\"node_name\":\"node-a\"},\"line\":\"LINE\",\"timestamp\":\"2025-03-04T05:06:07Z\"}",
                "[{\"line\":\"LINE\",\"timestamp\":\"1741064767000000000\",\"fields\":{\"namespace\":\"shop\",\"pod\":\"POD\",\"container\":\"cart\",\"node_name\":\"node-a\"}}]",
                // CloudWatch
                "{\"events\":[{\"logStreamName\":\"node-a-application.var.log.containers.FILE\",\"timestamp\":1741064767000,\"message\":\"LINE\",\"ingestionTime\":1741064768000,\"eventId\":\"1\"}]}",
                "{\"results\":[[{\"field\":\"@timestamp\",\"value\":\"2025-03-04"
                        + " 05:06:07.000\"},{\"field\":\"@logStream\",\"value\":\"node-a-application.var.log.containers.FILE\"},{\"field\":\"@message\",\"value\":\"LINE\"}]],\"status\":\"Complete\"}",
                // Google Cloud, Azure
                "[{\"insertId\":\"1\",\"textPayload\":\"LINE\",\"timestamp\":\"2025-03-04T05:06:07Z\",\"severity\":\"INFO\",\"resource\":{\"type\":\"k8s_container\",\"labels\":{\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\"}},\"labels\":{\"compute.googleapis.com/resource_name\":\"node-a\"}}]",
                "[{\"TimeGenerated\":\"2025-03-04T05:06:07Z\",\"Computer\":\"node-a\",\"ContainerName\":\"cart\",\"PodName\":\"POD\",\"PodNamespace\":\"shop\",\"LogMessage\":\"LINE\",\"LogSource\":\"stderr\"}]",
                "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"TimeGenerated\",\"type\":\"datetime\"},{\"name\":\"Computer\",\"type\":\"string\"},{\"name\":\"PodName\",\"type\":\"string\"},{\"name\":\"PodNamespace\",\"type\":\"string\"},{\"name\":\"ContainerName\",\"type\":\"string\"},{\"name\":\"LogMessage\",\"type\":\"dynamic\"}],\"rows\":[[\"2025-03-04T05:06:07Z\",\"node-a\",\"POD\",\"shop\",\"cart\",\"LINE\"]]}]}",
                // OpenTelemetry, Datadog
                "{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"k8s.pod.name\",\"value\":{\"stringValue\":\"POD\"}},{\"key\":\"k8s.namespace.name\",\"value\":{\"stringValue\":\"shop\"}},{\"key\":\"k8s.container.name\",\"value\":{\"stringValue\":\"cart\"}},{\"key\":\"k8s.node.name\",\"value\":{\"stringValue\":\"node-a\"}}]},\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"1741064767000000000\",\"severityNumber\":9,\"body\":{\"stringValue\":\"LINE\"}}]}]}]}",
                "{\"data\":[{\"id\":\"A\",\"type\":\"log\",\"attributes\":{\"timestamp\":\"2025-03-04T05:06:07Z\",\"host\":\"node-a\",\"service\":\"cart\",\"status\":\"info\",\"message\":\"LINE\",\"tags\":[\"pod_name:POD\",\"kube_namespace:shop\",\"kube_container_name:cart\"]}}]}",
                // Docker's json-file with labels, Filebeat with dotted names, a stream of
                // CloudWatch
                "{\"log\":\"LINE\\n\",\"stream\":\"stderr\",\"attrs\":{\"io.kubernetes.pod.name\":\"POD\",\"io.kubernetes.pod.namespace\":\"shop\",\"io.kubernetes.container.name\":\"cart\",\"io.kubernetes.pod.node\":\"x\"},\"time\":\"2025-03-04T05:06:07Z\",\"kubernetes\":{\"host\":\"node-a\"}}",
                "{\"@timestamp\":\"2025-03-04T05:06:07Z\",\"message\":\"LINE\",\"kubernetes.namespace\":\"shop\",\"kubernetes.pod.name\":\"POD\",\"kubernetes.node.name\":\"node-a\",\"kubernetes.container.name\":\"cart\",\"agent.type\":\"filebeat\"}",
                "2025-03-04T05:06:07.000000+00:00 node-a-application.var.log.containers.FILE PLAIN",
                "2025-03-04T05:06:07.000Z"
                        + " {\"log\":\"LINE\",\"kubernetes\":{\"pod_name\":\"POD\",\"namespace_name\":\"shop\",\"container_name\":\"cart\",\"host\":\"node-a\"}}",
                // tables of comma-separated values
                "Date,Host,Namespace,Container Name,Pod Name,Message\n"
                        + "\"2025-03-04T05:06:07Z\",node-a,shop,cart,POD,\"CSV\"",
                "Time,Line,tsNs,labels\n"
                        + "2025-03-04"
                        + " 05:06:07.000,\"CSV\",1741064767000000000,\"{\"\"namespace\"\":\"\"shop\"\",\"\"pod\"\":\"\"POD\"\",\"\"container\"\":\"\"cart\"\",\"\"node_name\"\":\"\"node-a\"\"}\""
            })
    void tellsPlaceTimeAndLevel(String wrapped) {
        assertThat(seen(wrapped)).containsExactly(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[pod/POD/cart] 2025-03-04T05:06:07Z PLAIN",
                "POD cart 2025-03-04T05:06:07Z PLAIN",
                "POD:cart 2025-03-04T05:06:07Z PLAIN",
                "[POD cart] 2025-03-04T05:06:07Z PLAIN",
                "{\"message\":\"2025-03-04T05:06:07Z"
                        + " LINE\",\"podName\":\"POD\",\"containerName\":\"cart\"}",
                "{\"pod\":\"POD\",\"container\":\"cart\",\"message\":\"2025-03-04T05:06:07Z LINE\"}"
            })
    void tellsPodAndContainer(String wrapped) {
        assertThat(seen(wrapped))
                .containsExactly("error -/cart-7d4b9c6f5d-x2x9z/cart@- 2025-03-04T05:06:07Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop POD cart 2025-03-04T05:06:07Z PLAIN",
                "shop/POD[cart]: 2025-03-04T05:06:07Z PLAIN",
                "shop/POD:cart 2025-03-04T05:06:07Z PLAIN",
                "/var/log/pods/shop_POD_0f1e2d3c-0000-4000-8000-000000000000/cart/2.log:7:2025-03-04T05:06:07Z"
                        + " stderr F PLAIN",
                "==> /var/log/containers/FILE <==\n2025-03-04T05:06:07Z stderr F PLAIN",
                "2025-03-04T05:06:07Z {container=\"cart\", namespace=\"shop\", pod=\"POD\"} PLAIN",
                "---\n"
                        + "insertId: x1\n"
                        + "resource:\n"
                        + "  labels:\n"
                        + "    container_name: cart\n"
                        + "    namespace_name: shop\n"
                        + "    pod_name: POD\n"
                        + "  type: k8s_container\n"
                        + "severity: INFO\n"
                        + "textPayload: 'PLAIN'\n"
                        + "timestamp: '2025-03-04T05:06:07Z'\n",
                "ResourceLog #0\n"
                        + "Resource attributes:\n"
                        + "     -> k8s.pod.name: Str(POD)\n"
                        + "     -> k8s.namespace.name: Str(shop)\n"
                        + "     -> k8s.container.name: Str(cart)\n"
                        + "ScopeLogs #0\n"
                        + "LogRecord #0\n"
                        + "Timestamp: 2025-03-04 05:06:07 +0000 UTC\n"
                        + "SeverityText: INFO\n"
                        + "Body: Str(PLAIN)\n"
            })
    void tellsNamespacePodAndContainer(String wrapped) {
        assertThat(seen(wrapped))
                .containsExactly("error shop/cart-7d4b9c6f5d-x2x9z/cart@- 2025-03-04T05:06:07Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__REALTIME_TIMESTAMP\":\"1741064767000000\",\"PRIORITY\":\"6\",\"_HOSTNAME\":\"node-a\",\"SYSLOG_IDENTIFIER\":\"cart\",\"MESSAGE\":\"LINE\"}",
                "{\n"
                        + "\t\"__REALTIME_TIMESTAMP\" : \"1741064767000000\",\n"
                        + "\t\"_HOSTNAME\" : \"node-a\",\n"
                        + "\t\"MESSAGE\" : \"LINE\"\n"
                        + "}",
                "__CURSOR=s=1\n"
                        + "__REALTIME_TIMESTAMP=1741064767000000\n"
                        + "_HOSTNAME=node-a\n"
                        + "SYSLOG_IDENTIFIER=cart\n"
                        + "MESSAGE=PLAIN\n",
                "Tue 2025-03-04 05:06:07.000000 UTC [s=1a;i=2;b=3c;m=4;t=5;x=6]\n"
                        + "    _HOSTNAME=node-a\n"
                        + "    SYSLOG_IDENTIFIER=cart\n"
                        + "    MESSAGE=PLAIN\n",
                "Tue 2025-03-04 05:06:07 UTC node-a cart[17]: PLAIN",
                "2025-03-04T05:06:07+0000 node-a cart[17]: PLAIN",
                "1741064767.000000 node-a cart[17]: PLAIN",
                "<14>1 2025-03-04T05:06:07Z node-a cart 17 - - PLAIN",
                "<14>1 2025-03-04T05:06:07Z node-a cart 17 ID1 [origin ip=\"10.0.0.1\"] PLAIN",
                "[2025-03-04T05:06:07.000Z] node-a cart[17]: PLAIN",
                "build\tShow logs\t2025-03-04T05:06:07.0000000Z node-a cart[17]: PLAIN",
                "data:"
                        + " {\"__REALTIME_TIMESTAMP\":\"1741064767000000\",\"_HOSTNAME\":\"node-a\",\"MESSAGE\":\"LINE\"}"
            })
    void tellsTheNode(String wrapped) {
        assertThat(seen(wrapped)).containsExactly("error -/-/-@node-a 2025-03-04T05:06:07Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cart-1  | 2025-03-04T05:06:07Z PLAIN",
                "2025-03-04T05:06:07Z stderr F PLAIN",
                "{\"log\":\"LINE\\n\",\"stream\":\"stderr\",\"time\":\"2025-03-04T05:06:07Z\"}",
                "2025-03-04T05:06:07.0000000Z PLAIN",
                "[2025-03-04T05:06:07.000Z] PLAIN",
                "2025-03-04T05:06:07.000000Z 01E PLAIN",
                "2025-03-04T05:06:07.000Z\tPLAIN"
            })
    void tellsTimeAndLevel(String wrapped) {
        assertThat(logs(wrapped))
                .extracting(record -> record.level() + " " + record.time())
                .containsExactly("ERROR 2025-03-04T05:06:07Z");
    }

    @Test
    void aMessageOfBytesIsRead() {
        StringBuilder bytes = new StringBuilder();
        LINE.chars().forEach(c -> bytes.append(bytes.isEmpty() ? "" : ",").append(c));
        assertThat(
                        seen(
                                "{\"__REALTIME_TIMESTAMP\":\"1741064767000000\",\"_HOSTNAME\":\"node-a\",\"MESSAGE\":["
                                        + bytes
                                        + "]}"))
                .containsExactly("error -/-/-@node-a 2025-03-04T05:06:07Z");
    }

    @Test
    void aWrapperInAWrapperIsOpenedToo() {
        assertThat(
                        seen(
                                "{\"events\":[{\"timestamp\":1741064767000,\"ingestionTime\":1,\"message\":\"{\\\"log\\\":\\\"TWICE\\\",\\\"stream\\\":\\\"stderr\\\",\\\"kubernetes\\\":{\\\"pod_name\\\":\\\"POD\\\",\\\"namespace_name\\\":\\\"shop\\\",\\\"container_name\\\":\\\"cart\\\",\\\"host\\\":\\\"node-a\\\"}}\"}]}"))
                .containsExactly(ALL);
    }

    @Test
    void eachLineOfAnAnswerOnOneLineIsARecord() {
        String stream =
                "{\"stream\":{\"namespace\":\"shop\",\"pod\":\"%s\",\"node_name\":\"node-a\"},\"values\":[[\"1741064767000000000\",\"level=info"
                        + " msg=started\"],[\"1741064768000000000\",\"level=error msg=\\\"no memory"
                        + " left\\\"\"]]}";
        List<LogRecord> records =
                logs(
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":["
                                + stream.formatted("cart-0")
                                + ","
                                + stream.formatted("cart-1")
                                + "]}}");
        assertThat(records)
                .extracting(record -> record.entity().pod() + " " + record.message())
                .containsExactly(
                        "cart-0 started",
                        "cart-0 no memory left",
                        "cart-1 started",
                        "cart-1 no memory left");
    }

    @Test
    void whatTheProgramSaysOfTheLevelCounts() {
        assertThat(
                        logs(
                                "{\"insertId\":\"1\",\"logName\":\"x\",\"severity\":\"ERROR\",\"textPayload\":\"level=info"
                                        + " msg=started\"}"))
                .extracting(LogRecord::level)
                .containsExactly(dev.clew.model.Level.INFO);
        assertThat(
                        logs(
                                "{\"insertId\":\"1\",\"logName\":\"x\",\"severity\":\"ERROR\",\"textPayload\":\"out"
                                        + " of paper\"}"))
                .extracting(LogRecord::level)
                .containsExactly(dev.clew.model.Level.ERROR);
    }

    @Test
    void whatAShipperMergedKeepsItsNames() {
        LogRecord record =
                logs("{\"insertId\":\"1\",\"jsonPayload\":{\"level\":\"warn\",\"msg\":\"slow\",\"error\":\"timeout\"},\"resource\":{\"type\":\"k8s_container\",\"labels\":{\"pod_name\":\"cart-0\",\"namespace_name\":\"shop\"}},\"timestamp\":\"2025-03-04T05:06:07Z\"}")
                        .getFirst();
        assertThat(record.value("error")).isEqualTo("timeout");
        assertThat(record.message()).isEqualTo("slow");
        assertThat(record.level()).isEqualTo(dev.clew.model.Level.WARN);
        assertThat(record.entity().pod()).isEqualTo("cart-0");
    }

    @Test
    void priorityAndFacilityOfTheKernelGiveTheLevel() {
        for (String line :
                List.of(
                        "<3>[  812.123456] EXT4-fs error (device sda1): no space",
                        "kern  :err   : [Tue Mar  4 05:06:07 2025] EXT4-fs error (device sda1): no"
                                + " space",
                        "10.0.0.2: kern:     err: [2025-03-04T05:06:07.1Z]: EXT4-fs error (device"
                                + " sda1): no space")) {
            LogRecord record = logs(line).getFirst();
            assertThat(record.level()).as(line).isEqualTo(dev.clew.model.Level.ERROR);
            assertThat(record.component()).as(line).isEqualTo("kernel");
            assertThat(record.message()).as(line).startsWith("EXT4-fs error");
        }
    }

    @Test
    void aLogInAConfigMapIsRead() {
        assertThat(
                        seen(
                                "apiVersion: v1\n"
                                        + "kind: ConfigMap\n"
                                        + "metadata:\n"
                                        + "  name: dump\n"
                                        + "data:\n"
                                        + "  cart.log: |\n"
                                        + "    time=\"2025-03-04T05:06:07Z\" level=info msg=started\n"
                                        + "    time=\"2025-03-04T05:06:07Z\" level=error msg=\"no"
                                        + " memory left\"\n"
                                        + "  other: a\n"))
                .containsExactly(
                        "info -/-/-@- 2025-03-04T05:06:07Z", "error -/-/-@- 2025-03-04T05:06:07Z");
    }

    @Test
    void proseIsNoPrefix() {
        assertThat(Prefixes.of("the cart is broken")).isNull();
        assertThat(Prefixes.of("cart-7d4b9c6f5d-x2x9z 1/1 Running 0 5m")).isNull();
        assertThat(Prefixes.of("[INFO] started")).isNull();
        assertThat(Prefixes.of("Error: failed to pull image: level")).isNull();
    }

    private static List<LogRecord> logs(String text) {
        return Reading.of(
                RecordKind.LOG,
                text.replace("POD", "cart-7d4b9c6f5d-x2x9z")
                        .replace("FILE", FILE)
                        .replace("TWICE", TWICE)
                        .replace("LINE", QUOTED)
                        .replace("PLAIN", LINE)
                        .replace("CSV", LINE.replace("\"", "\"\"")));
    }

    private static List<String> seen(String text) {
        return logs(text).stream()
                .map(record -> {
                    Entity place = record.entity();
                    return (record.level() == null ? "-" : record.level().word())
                            + " "
                            + Objects.requireNonNullElse(place.namespace(), "-")
                            + "/"
                            + Objects.requireNonNullElse(place.pod(), "-")
                            + "/"
                            + Objects.requireNonNullElse(place.container(), "-")
                            + "@"
                            + Objects.requireNonNullElse(place.node(), "-")
                            + " "
                            + record.time();
                })
                .toList();
    }
}
