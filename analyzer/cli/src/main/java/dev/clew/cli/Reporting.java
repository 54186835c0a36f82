package dev.clew.cli;

import dev.clew.bundle.format.FormatFiles;
import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Baseline;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Verdict;
import dev.clew.match.Costs;
import dev.clew.match.RuleBook;
import dev.clew.model.Bound;
import dev.clew.model.Limits;
import dev.clew.model.Severity;
import dev.clew.report.JsonReport;
import dev.clew.report.JunitReport;
import dev.clew.report.MarkdownReport;
import dev.clew.report.SarifReport;
import dev.clew.report.TextReport;
import dev.clew.report.YamlReport;
import dev.clew.report.html.About;
import dev.clew.report.html.HtmlReport;
import dev.clew.report.words.Phrases;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command that makes a diagnosis, and the way from there to a report and an
/// exit status.
final class Reporting {

    enum Output {
        text,
        json,
        yaml,
        markdown,
        html,
        junit,
        sarif
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the report to this file.")
    @Nullable Path out;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description =
                    "Language of a text or HTML report: ${COMPLETION-CANDIDATES}. Default: that of the"
                            + " environment, or else en.")
    @Nullable Language lang;

    @Mixin final PatternsOption patterns = new PatternsOption();

    @Mixin final FormatsOption formats = new FormatsOption();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "Exit with 1 if a finding is at least this bad: info, warning, error,"
                            + " critical.")
    @Nullable String failOn;

    @Option(
            names = "--strict",
            description =
                    "Exit with 3 if nothing of the input was understood, or if nothing was found"
                            + " and not all of it could be read.")
    boolean strict;

    @Option(
            names = "--max-unpacked",
            paramLabel = "SIZE",
            description =
                    "Unpack no more than this of all archives together, such as 500M or 20G."
                            + " Default: 1T.")
    @Nullable String maxUnpacked;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Leave out what was seen earlier: a date or time such as 2026-11-22T08:00:00Z,"
                            + " or how long ago, such as 90m or 2h.")
    @Nullable String since;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Set the findings aside that this file lists, with owner, reason and expiry"
                            + " date.")
    @Nullable Path baseline;

    @Option(
            names = "--draft-signatures",
            paramLabel = "DIR",
            description =
                    "Write a signature to begin with for each warning or error that no signature"
                            + " knows.")
    @Nullable Path drafts;

    @Option(
            names = "--profile",
            description = "Print what each signature cost: time, records it was tried on, hits.")
    boolean profile;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    When color = When.auto;

    @Option(names = "--no-progress", description = "Show no progress.")
    boolean noProgress;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no messages beside the report.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Also print all evidence, why a finding ranks where it does, and what was found"
                            + " harmless.")
    boolean verbose;

    private final Console console;
    private @Nullable RuleBook book;
    private @Nullable Costs costs;
    private @Nullable String said;
    private Supplier<List<About.Input>> read = List::of;
    private boolean redacted;

    Reporting(Console console) {
        this.console = console;
    }

    /// The analysis with the packs that were asked for.
    ///
    /// @throws UserError if `--fail-on` or a pack is wrong
    Analysis analysis() {
        threshold();
        if (out != null) {
            OutFile.check("--out", out);
        }
        FormatFiles.Formats own = formats.read();
        own.leftOut().forEach(this::say);
        RuleBook packs = patterns.book();
        patterns.leftOut().forEach(this::say);
        book = packs;
        costs = profile ? packs.profile() : null;
        Limits limits =
                maxUnpacked == null
                        ? Limits.DEFAULT
                        : Limits.DEFAULT.with(Bound.UNPACKED_BYTES, Sizes.of(maxUnpacked));
        Analysis analysis = new Analysis(packs, patterns.articles(), limits).formats(own.formats());
        return since == null ? analysis : analysis.since(Since.of(since, Instant.now()));
    }

    /// What the report tells of its inputs.
    ///
    /// @param inputs names and hashes; asked for only if the report tells them
    /// @param secretsOut whether secrets were taken out before the analysis
    void about(Supplier<List<About.Input>> inputs, boolean secretsOut) {
        read = inputs;
        redacted = secretsOut;
    }

    boolean isQuiet() {
        return quiet;
    }

    /// Tells something beside the report, unless it is to be quiet or was just told.
    void say(String message) {
        if (!quiet && !message.equals(said)) {
            said = message;
            console.err().println("clew: " + message);
        }
    }

    boolean showsProgress() {
        return !quiet && !noProgress && console.watched();
    }

    /// Writes the report.
    ///
    /// @return the exit status
    int finish(Diagnosis diagnosis) throws IOException {
        Severity threshold = threshold();
        if (!quiet) {
            diagnosis
                    .inputs()
                    .skipped()
                    .forEach(skipped ->
                            console.err()
                                    .println("clew: " + skipped.path() + ": " + skipped.reason()));
            diagnosis.inputs().limits().stream()
                    .filter(limit -> limit.bound().loses())
                    .forEach(limit ->
                            console.err().println("clew: limit reached: " + limit.words()));
        }
        if (diagnosis.inputs().files() == 0
                && diagnosis.inputs().skipped().stream()
                        .noneMatch(skipped -> skipped.reason().equals("empty"))) {
            throw new UserError(Exit.NO_INPUT, "no input could be read");
        }
        Diagnosis judged = setAside(diagnosis);
        write(judged, threshold);
        if (drafts != null) {
            int written = DraftSignatures.write(judged.suggestions(), drafts).size();
            if (!quiet) {
                console.err().println("clew: " + written + " draft signatures in " + drafts);
            }
        }
        if (costs != null && book != null) {
            console.err().print(CostTable.render(costs, book));
        }
        if (strict && judged.verdict() == Verdict.NOTHING_JUDGED) {
            return Exit.NO_INPUT;
        }
        boolean found =
                threshold != null
                        && judged.findings().stream()
                                .anyMatch(finding -> finding.severity().compareTo(threshold) >= 0);
        return found ? Exit.FOUND : Exit.DONE;
    }

    private @Nullable Severity threshold() {
        return failOn == null ? null : severity(failOn);
    }

    private static Severity severity(String word) {
        return Severity.of(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new UserError(
                                Exit.USAGE,
                                "--fail-on: '"
                                        + word
                                        + "' is no severity; known: info, warning, error,"
                                        + " critical"));
    }

    private Diagnosis setAside(Diagnosis diagnosis) throws IOException {
        if (baseline == null) {
            return diagnosis;
        }
        Baseline.Applied applied =
                Baselines.read(baseline).apply(diagnosis, LocalDate.now(ZoneOffset.UTC));
        if (!quiet) {
            console.err()
                    .println(
                            "clew: "
                                    + applied.setAside()
                                    + " known findings set aside by "
                                    + baseline);
            applied.expired()
                    .forEach(entry ->
                            console.err()
                                    .println(
                                            "clew: "
                                                    + baseline
                                                    + ": the entry for "
                                                    + entry.signature()
                                                    + " of "
                                                    + entry.owner()
                                                    + " expired on "
                                                    + entry.expires()));
        }
        return applied.diagnosis();
    }

    private Phrases words() {
        Language language = lang == null ? Language.ofEnvironment(System.getenv()) : lang;
        return Phrases.in(language.word());
    }

    private String html(Diagnosis diagnosis) {
        About about = new About(Home.version(), Home.packId(), Instant.now(), read.get(), redacted);
        return HtmlReport.page(diagnosis, about, words());
    }

    private void write(Diagnosis diagnosis, @Nullable Severity threshold) throws IOException {
        String report =
                switch (output) {
                    case text ->
                            TextReport.render(
                                    diagnosis,
                                    out == null ? console.theme(color) : console.theme(When.never),
                                    console.width(),
                                    verbose,
                                    words());
                    case json -> {
                        StringWriter json = new StringWriter();
                        JsonReport.write(diagnosis, Home.version(), json);
                        yield json.toString();
                    }
                    case yaml -> YamlReport.render(diagnosis, Home.version());
                    case markdown -> MarkdownReport.render(diagnosis);
                    case html -> html(diagnosis);
                    case junit ->
                            JunitReport.render(
                                    diagnosis, threshold == null ? Severity.ERROR : threshold);
                    case sarif -> SarifReport.render(diagnosis, Home.version());
                };
        if (out == null) {
            console.out().print(report);
            console.out().flush();
        } else {
            OutFile.write("--out", out, report);
        }
    }
}
