package dev.clew.fleet;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Suggestion;
import dev.clew.graph.Ref;
import dev.clew.model.Article;
import dev.clew.model.Evidence;
import dev.clew.model.Subject;
import dev.clew.report.JsonReport;
import dev.clew.report.html.About;
import dev.clew.report.html.HtmlReport;
import dev.clew.report.words.Phrases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/// Makes the rows of one bundle.
final class RowWriter {

    /// Kubernetes is not older.
    private static final Instant OLDEST = Instant.parse("2014-06-01T00:00:00Z");

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final String UNREADABLE = "unreadable";
    private static final String FAILED = "failed";

    private final BundleRef bundle;
    private final KnowledgeFiles knowledge;
    private final @Nullable Pattern pattern;
    private final Instant now = BundleTask.now();
    private final BundleRows.Builder rows = new BundleRows.Builder();
    private long milliseconds;
    private Map<String, String> facts = Map.of();
    private @Nullable String cluster;
    private LocalDate date;

    RowWriter(BundleRef bundle, KnowledgeFiles knowledge, @Nullable String pattern) {
        this.bundle = bundle;
        this.knowledge = knowledge;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
        this.cluster = Clusters.name(bundle, this.pattern, facts);
        this.date = day(bundle.written());
    }

    void took(long millis) {
        milliseconds = millis;
    }

    private String hash() {
        return Objects.requireNonNull(bundle.hash());
    }

    /// The rows of a bundle in which nothing could be read.
    ///
    /// @param diagnosis tells what was skipped; null if it did not come to one
    BundleRows unreadable(String reason, @Nullable Diagnosis diagnosis) {
        if (diagnosis == null || diagnosis.inputs().skipped().isEmpty()) {
            add(Table.SKIPPED, hash(), cluster, bundle.path(), reason);
        } else {
            skipped(diagnosis);
        }
        return none(UNREADABLE, reason);
    }

    /// The rows of a bundle whose analysis failed.
    BundleRows failed(String reason) {
        add(Table.SKIPPED, hash(), cluster, bundle.path(), reason);
        return none(FAILED, reason);
    }

    private BundleRows none(String verdict, String reason) {
        bundle(verdict, reason, new InputSummary(0, 0, 0, false, List.of()), 0, 0, 0, null, null);
        return rows.build(date.toString());
    }

    /// The rows of a diagnosis.
    BundleRows rows(Diagnosis diagnosis) {
        facts = diagnosis.environment().facts();
        cluster = Clusters.name(bundle, pattern, facts);
        Instant first = plausible(diagnosis.coverage().judged().from());
        Instant last = plausible(diagnosis.coverage().judged().to());
        date = day(last == null ? bundle.written() : last);
        bundle(
                diagnosis.verdict().word(),
                null,
                diagnosis.inputs(),
                diagnosis.incidents().size(),
                diagnosis.findings().size(),
                diagnosis.coverage().judged().unknownErrors(),
                first,
                last);
        diagnosis.findings().forEach(this::finding);
        int rank = 1;
        for (Incident incident : diagnosis.incidents()) {
            incident(diagnosis, incident, rank++);
        }
        facts.forEach((fact, value) -> add(Table.ENVIRONMENT, hash(), cluster, fact, value));
        diagnosis.suggestions().forEach(this::unknown);
        skipped(diagnosis);
        report(diagnosis);
        return rows.build(date.toString());
    }

    private @Nullable Instant plausible(@Nullable Instant time) {
        return time == null || time.isBefore(OLDEST) || time.isAfter(now.plus(CLOCKS_DIFFER))
                ? null
                : time;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private void bundle(
            String verdict,
            @Nullable String reason,
            InputSummary inputs,
            int incidents,
            int findings,
            int unknown,
            @Nullable Instant first,
            @Nullable Instant last) {
        add(
                Table.BUNDLES,
                hash(),
                knowledge.id(),
                knowledge.version(),
                bundle.path(),
                bundle.name(),
                cluster,
                bundle.bytes(),
                bundle.written(),
                now,
                milliseconds,
                verdict,
                reason,
                facts.get("cilium"),
                facts.get("kubernetes"),
                facts.get("kernel"),
                facts.get("helm"),
                inputs.files(),
                inputs.bytes(),
                inputs.records(),
                incidents,
                findings,
                unknown,
                first,
                last);
    }

    private void finding(Finding finding) {
        Evidence evidence = finding.evidence().isEmpty() ? null : finding.evidence().getFirst();
        Article article = finding.article();
        add(
                Table.FINDINGS,
                hash(),
                cluster,
                facts.get("cilium"),
                facts.get("kubernetes"),
                finding.id(),
                finding.signature().id(),
                finding.signature().title(),
                finding.severity().word(),
                finding.signature().role().word(),
                finding.basis().word(),
                finding.count(),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.transience().word(),
                texts(finding.subjects().stream().map(Subject::toString).toList()),
                finding.occurrences().subjects(),
                CollectionConverters.asScala(finding.values()),
                evidence == null ? null : evidence.origin().source(),
                evidence == null ? null : evidence.origin().line(),
                evidence == null ? null : evidence.text(),
                article == null ? null : article.id());
    }

    private void incident(Diagnosis diagnosis, Incident incident, int rank) {
        Finding root = diagnosis.finding(incident.root()).orElse(null);
        if (root == null) {
            return; // a root that was set aside
        }
        Milestone trigger = incident.trigger();
        add(
                Table.INCIDENTS,
                hash(),
                cluster,
                facts.get("cilium"),
                facts.get("kubernetes"),
                rank,
                root.signature().id(),
                root.signature().title(),
                root.severity().word(),
                incident.confidence(),
                texts(
                        incident.symptoms().stream()
                                .flatMap(id -> diagnosis.finding(id).stream())
                                .map(each -> each.signature().id())
                                .distinct()
                                .toList()),
                texts(incident.rootEntities().stream().map(Ref::toString).toList()),
                trigger == null ? null : trigger.text(),
                trigger == null ? null : trigger.time(),
                root.firstSeen(),
                root.lastSeen());
        for (Ref ref : incident.rootEntities()) {
            add(
                    Table.ROOT_ENTITIES,
                    hash(),
                    cluster,
                    rank,
                    root.signature().id(),
                    ref.kind(),
                    ref.namespace(),
                    ref.name());
        }
    }

    private void unknown(Suggestion suggestion) {
        Evidence sample = suggestion.evidence().isEmpty() ? null : suggestion.evidence().getFirst();
        String template = ContentHash.of(suggestion.component() + "\n" + suggestion.template());
        add(
                Table.UNKNOWN_TEMPLATES,
                hash(),
                cluster,
                facts.get("cilium"),
                facts.get("kubernetes"),
                template,
                suggestion.template(),
                suggestion.level().word(),
                suggestion.component(),
                suggestion.place().namespace(),
                suggestion.place().workload(),
                suggestion.count(),
                suggestion.firstSeen(),
                suggestion.lastSeen(),
                sample == null ? null : sample.origin().source(),
                sample == null ? null : sample.origin().line(),
                sample == null ? null : sample.text(),
                suggestion.says().mechanism());
    }

    private void skipped(Diagnosis diagnosis) {
        for (InputSummary.Skipped each : diagnosis.inputs().skipped()) {
            add(Table.SKIPPED, hash(), cluster, each.path(), each.reason());
        }
    }

    private void report(Diagnosis diagnosis) {
        try {
            StringWriter json = new StringWriter();
            JsonReport.write(diagnosis, knowledge.version(), json);
            About.Input input = new About.Input(bundle.path(), bundle.bytes(), null);
            About about =
                    new About(knowledge.version(), knowledge.id(), now, List.of(input), false);
            String page = HtmlReport.page(diagnosis, about, Phrases.in("en"));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(page.getBytes(StandardCharsets.UTF_8));
            }
            add(Table.REPORTS, hash(), json.toString(), packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds a row, all but the two columns that name its folder.
    private void add(Table table, @Nullable Object... values) {
        rows.add(table, RowFactory.create(values));
    }

    private static Object texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /// A row with the columns that name its folder.
    static Row placed(Row row, LocalDate date, String batch) {
        Object[] values = new Object[row.length() + 2];
        for (int i = 0; i < row.length(); i++) {
            values[i] = row.get(i);
        }
        values[row.length()] = date;
        values[row.length() + 1] = batch;
        return RowFactory.create(values);
    }
}
