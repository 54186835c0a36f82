package dev.clew.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.errors.Mechanisms;
import dev.clew.model.Rule;
import dev.clew.model.Severity;
import dev.clew.packs.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every signature against what is not its own: healthy logs of each release, lines of other
/// programs, and the words of failures where they only name one. What hits of one signature say to
/// the others is the linter's to judge (`P205`).
class CrossFireTest {

    private static ShippedSamples shipped;

    @BeforeAll
    static void readThePack() throws IOException {
        shipped = ShippedSamples.read();
    }

    /// A place in which words of failures stand, and nothing has failed.
    enum Quotation {
        CONFIG_MAP(
                "notes.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: notes\n  namespace: demo\ndata:\n",
                line -> "  note-@: \"If you see " + quoted(line) + " call us.\"\n",
                ""),
        ALERT_RULES(
                "rules.yaml",
                "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: rules\n  namespace: demo\nspec:\n  groups:\n  - name: all\n    rules:\n",
                line ->
                        "    - alert: Alert@\n      expr: up == 0\n      annotations:\n        description: \""
                                + quoted(line)
                                + "\"\n      labels:\n        severity: critical\n",
                ""),
        RULES_OF_PROMETHEUS(
                "answer.json",
                "{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":\"all\",\"file\":\"all.yaml\",\"rules\":[{\"state\":\"inactive\",\"name\":\"None\",\"query\":\"up == 0\",\"annotations\":{},\"alerts\":[],\"type\":\"alerting\"}",
                line ->
                        ",{\"state\":\"inactive\",\"name\":\"Alert@\",\"query\":\"up == 0\",\"annotations\":{\"description\":\""
                                + quoted(line)
                                + "\"},\"alerts\":[],\"type\":\"alerting\"}",
                "]}]}}\n"),
        SCHEMA(
                "crd.yaml",
                "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: widgets.example.com\nspec:\n  group: example.com\n  names:\n    kind: Widget\n    plural: widgets\n  scope: Namespaced\n  versions:\n  - name: v1\n    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n",
                line ->
                        "          part@:\n            type: string\n            description: \""
                                + quoted(line)
                                + "\"\n",
                ""),
        NORMAL_EVENTS(
                "events.json",
                "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"metadata\":{\"name\":\"none\",\"namespace\":\"demo\"},\"type\":\"Normal\",\"reason\":\"Noted\",\"message\":\"none\",\"involvedObject\":{\"kind\":\"ConfigMap\",\"name\":\"notes\",\"namespace\":\"demo\"}}",
                line ->
                        ",\n{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"metadata\":{\"name\":\"e@\",\"namespace\":\"demo\"},\"type\":\"Normal\",\"reason\":\"Noted\",\"message\":\""
                                + quoted(line)
                                + "\",\"involvedObject\":{\"kind\":\"ConfigMap\",\"name\":\"notes\",\"namespace\":\"demo\"}}",
                "]}\n"),
        PATTERNS(
                "monitor.json",
                "{\n  \"plugin\": \"journald\",\n  \"rules\": [\n    {\"type\": \"temporary\", \"reason\": \"None\", \"pattern\": \"none\"}",
                line ->
                        ",\n    {\n      \"type\": \"permanent\",\n      \"reason\": \"Some@\",\n      \"pattern\": \""
                                + quoted(line)
                                + "\"\n    }",
                "\n  ]\n}\n"),
        TYPED_COMMANDS(
                "terminal.txt",
                "",
                line ->
                        "$ kubectl logs -n demo web-@ | grep -c '"
                                + line.replace("'", "")
                                + "'\n0\n",
                ""),
        OPTIONS_AT_START(
                "kubelet.log",
                "",
                line ->
                        "I0902 08:00:00.000000    1207 flags.go:64] FLAG: --text-@=\""
                                + quoted(line)
                                + "\"\n",
                "");

        private final String file;
        private final String begin;
        private final UnaryOperator<String> each;
        private final String end;

        Quotation(String file, String begin, UnaryOperator<String> each, String end) {
            this.file = file;
            this.begin = begin;
            this.each = each;
            this.end = end;
        }

        private static String quoted(String line) {
            return line.replace("\\", "\\\\").replace("\"", "\\\"").replace('\t', ' ');
        }

        Diagnosis of(List<String> lines) {
            StringBuilder text = new StringBuilder(begin);
            for (int i = 0; i < lines.size(); i++) {
                text.append(each.apply(lines.get(i)).replace("@", Integer.toString(i)));
            }
            return shipped.diagnose(file, text.append(end).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyNamesFailuresIsNoEvidence(Quotation quotation) {
        List<String> lines = new ArrayList<>();
        for (Rule.Signature signature : shipped.pack().signatures().keySet()) {
            for (Rule.Sample hit : signature.hits()) {
                hit.lines()
                        .lines()
                        .map(String::strip)
                        .filter(CrossFireTest::isSaid)
                        .forEach(lines::add);
            }
        }
        assertThat(lines).hasSizeGreaterThan(1_500);
        assertThat(told(quotation.of(lines))).isEmpty();
    }

    /// Lines of terminals, of YAML and of tables are left out: they tell what stands around them.
    private static boolean isSaid(String line) {
        return line.length() > 20 && !line.startsWith("$") && !line.contains("@");
    }

    @Test
    void healthyLogsOfEachReleaseAreQuiet() throws IOException {
        List<String> told = new ArrayList<>();
        List<Path> files = new ArrayList<>(in("analyzer/author/src/test/resources/healthy"));
        files.addAll(in("samples/healthy"));
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            Diagnosis diagnosis =
                    shipped.diagnose(String.valueOf(file.getFileName()), Files.readString(file));
            told(diagnosis).forEach(each -> told.add(file.getFileName() + ": " + each));
        }
        assertThat(told).isEmpty();
    }

    private static List<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ShippedSamples.ROOT.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    /// Lines that tell a version or a setting, and those that look bad and are not.
    @Test
    void factsAndHarmlessMessagesAreQuiet() {
        List<String> told = new ArrayList<>();
        for (PackFolder.Entry entry : shipped.pack().rules()) {
            List<Rule.Sample> hits =
                    switch (entry.rule()) {
                        case Rule.Fact fact -> fact.hits();
                        case Rule.Benign benign when benign.suppresses().isEmpty() -> benign.hits();
                        case Rule.Benign benign -> List.of();
                        case Rule.Signature signature -> List.of();
                    };
            for (Rule.Sample hit : hits) {
                if (hit.lines().contains("level=fatal")) {
                    continue; // a failure that also tells a setting
                }
                told(shipped.diagnose(hit))
                        .forEach(each -> told.add(entry.rule().id() + ": " + each));
            }
        }
        assertThat(told).isEmpty();
    }

    /// Other plugins, meshes and proxies fail in the same words.
    @Test
    void noClassOfCiliumIsFoundInWhatDoesNotNameIt() {
        Set<String> told = new TreeSet<>();
        for (Rule.Signature signature : shipped.pack().signatures().keySet()) {
            if (signature.id().startsWith("cilium-") || Mechanisms.isMechanism(signature)) {
                continue;
            }
            for (Rule.Sample hit : signature.hits()) {
                String text = (hit.file() + " " + hit.lines()).toLowerCase(Locale.ROOT);
                if (text.contains("cilium")
                        || text.contains("hubble")
                        || text.contains("subsys=")) {
                    continue;
                }
                shipped.diagnose(hit).findings().stream()
                        .map(finding -> finding.signature().id())
                        .filter(id -> id.startsWith("cilium-"))
                        .forEach(id -> told.add(signature.id() + " → " + id + ": " + hit.lines()));
            }
        }
        assertThat(told).isEmpty();
    }

    private static List<String> told(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
                .map(CrossFireTest::brief)
                .collect(Collectors.toList());
    }

    private static String brief(Finding finding) {
        return finding.signature().id() + " in " + finding.evidence().getFirst().text();
    }
}
