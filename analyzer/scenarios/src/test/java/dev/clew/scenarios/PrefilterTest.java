package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Analysis;
import dev.clew.match.LiteralPrefilter;
import dev.clew.match.Prefilter;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Articles;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.report.JsonReport;
import dev.clew.testkit.HealthyLogs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking for literals first may save time, never change a report: every report equals that of
/// trying every rule on every record.
class PrefilterTest {

    private static List<Rule> rules = List.of();

    @BeforeAll
    static void readPack() throws IOException {
        rules =
                PackFolder.read(Run.ROOT.resolve("patterns"), new Problems()).stream()
                        .map(PackFolder.Entry::rule)
                        .toList();
        assertThat(rules).hasSizeGreaterThan(150);
    }

    private static String report(Path input, boolean literalsFirst)
            throws IOException, InterruptedException {
        RuleSource source = RuleSource.of(rules);
        RuleBook book =
                new RuleBook(
                        source,
                        literalsFirst
                                ? new LiteralPrefilter(source)
                                : Prefilter.tryEverything(source.size()));
        StringWriter json = new StringWriter();
        JsonReport.write(
                new Analysis(book, Articles.NONE)
                        .run(List.of(input.toString()), InputStream.nullInputStream()),
                "test",
                json);
        return json.toString();
    }

    private static String sameReport(Path input) throws IOException, InterruptedException {
        String report = report(input, true);
        assertThat(report).as(input.toString()).isEqualTo(report(input, false));
        return report;
    }

    @Test
    void samples() throws IOException, InterruptedException {
        assertThat(sameReport(Run.ROOT.resolve("samples"))).contains("\"signature\"");
    }

    /// Each sample is a file of its own, as it is when it is proved.
    @Test
    void whatSignaturesHitAndMiss(@TempDir Path folder) throws IOException, InterruptedException {
        int number = 0;
        for (Rule rule : rules) {
            for (Rule.Sample sample : samplesOf(rule)) {
                Path own = Files.createDirectories(folder.resolve(rule.id() + "-" + number++));
                String name = sample.file() == null ? "sample" : sample.file();
                Path file = own.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, sample.lines());
            }
        }
        assertThat(number).isGreaterThan(1_000);
        assertThat(sameReport(folder)).contains("\"signature\"");
    }

    /// A log like those that large inputs consist of: what matches stands far apart.
    @Test
    void matchingLinesAmongHealthyOnes(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path file = folder.resolve("mixed.log");
        List<String> matching = new ArrayList<>();
        rules.forEach(
                rule -> samplesOf(rule).forEach(sample -> matching.add(sample.lines().strip())));
        SplittableRandom random = new SplittableRandom(6);
        HealthyLogs healthy = new HealthyLogs(6);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 40; i++) {
                healthy.write(out, 64 << 10);
                out.write(
                        (matching.get(random.nextInt(matching.size())) + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(sameReport(file)).contains("\"signature\"");
    }

    private static List<Rule.Sample> samplesOf(Rule rule) {
        List<Rule.Sample> samples = new ArrayList<>();
        switch (rule) {
            case Rule.Signature signature -> {
                samples.addAll(signature.hits());
                samples.addAll(signature.misses());
            }
            case Rule.Benign benign -> {
                samples.addAll(benign.hits());
                samples.addAll(benign.misses());
            }
            case Rule.Fact fact -> samples.addAll(fact.hits());
        }
        return samples;
    }
}
