package dev.clew.author.coverage;

import dev.clew.author.Lint;
import dev.clew.author.PackUnderTest;
import dev.clew.match.code.CodeFamily;
import dev.clew.match.code.Codes;
import dev.clew.model.Article;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The page that tells what a pack covers: kinds of failure by area, programs and versions, how
/// each was verified, and what is known to be missing.
public final class CoveragePage {

    /// The file of the vocabulary that names what is known to be missing: area, tab, words.
    public static final String GAPS = "gaps.tsv";

    private static final int FEW_SAMPLES = 3;

    private final StringBuilder page = new StringBuilder();

    private CoveragePage() {}

    /// The page, in Markdown.
    ///
    /// @param pack folder of the signatures
    /// @param kb folder of the articles
    /// @throws IOException if a folder can't be read
    public static String of(Path pack, Path kb) throws IOException {
        PackUnderTest shelf = PackUnderTest.read(pack, Optional.of(kb), Lint.Beside.NOTHING);
        Map<String, Article> articles = shelf.byId();
        Map<String, List<CoveredKind>> areas = new TreeMap<>();
        List<PackFolder.Entry> mechanisms = new ArrayList<>();
        for (PackFolder.Entry entry : shelf.rules()) {
            if (!(entry.rule() instanceof Rule.Signature signature)) {
                continue;
            }
            if (signature.area().equals("mechanisms")) {
                mechanisms.add(entry);
                continue;
            }
            areas.computeIfAbsent(signature.area(), any -> new ArrayList<>())
                    .add(
                            CoveredKind.of(
                                    entry,
                                    signature,
                                    Optional.ofNullable(articles.get(signature.article()))));
        }
        areas.values()
                .forEach(kinds -> kinds.sort(Comparator.comparing(kind -> kind.signature().id())));
        CoveragePage made = new CoveragePage();
        made.head(areas);
        made.figures(shelf, areas, mechanisms.size(), pack);
        made.areas(areas);
        made.missing(areas, pack);
        return made.page.toString();
    }

    private void head(Map<String, List<CoveredKind>> areas) {
        line("# Coverage");
        line("");
        line(
                "Made by `clew patterns coverage patterns --kb kb > docs/coverage.md`; change nothing here.");
        line("");
        line("How a kind was verified:");
        line("");
        line("| word | the wordings were | kinds |");
        line("|---|---|---|");
        for (Proof proof : Proof.values()) {
            long kinds = all(areas).stream().filter(kind -> kind.proofs().contains(proof)).count();
            line("| " + proof.word() + " | " + proof.meaning() + " | " + kinds + " |");
        }
    }

    private void figures(
            PackUnderTest shelf, Map<String, List<CoveredKind>> areas, int mechanisms, Path pack)
            throws IOException {
        List<CoveredKind> all = all(areas);
        long causes = all.stream().filter(kind -> kind.signature().role() == Role.CAUSE).count();
        long benign =
                shelf.rules().stream().filter(entry -> entry.rule() instanceof Rule.Benign).count();
        line("");
        line("## In figures");
        line("");
        line("| | |");
        line("|---|---|");
        line("| kinds of failure | " + all.size() + " in " + areas.size() + " areas |");
        line("| of them causes | " + causes + " |");
        line(
                "| samples that must be found | "
                        + all.stream().mapToInt(kind -> kind.signature().hits().size()).sum()
                        + " |");
        line(
                "| near misses that must not | "
                        + all.stream().mapToInt(kind -> kind.signature().misses().size()).sum()
                        + " |");
        line("| messages known to be benign | " + benign + " |");
        line("| mechanisms of errors | " + mechanisms + " |");
        Codes codes = Codes.read(pack.resolve(PackFolder.VOCABULARY).resolve(Codes.FILE));
        line(
                "| codes that are decoded | "
                        + Arrays.stream(CodeFamily.values())
                                .filter(family -> !codes.of(family).isEmpty())
                                .map(family -> family.word() + " " + codes.of(family).size())
                                .collect(Collectors.joining(", "))
                        + " |");
    }

    private void areas(Map<String, List<CoveredKind>> areas) {
        areas.forEach((area, kinds) -> {
            line("");
            line("## " + area);
            line("");
            line("| kind | article | programs and versions | verified | hits, misses |");
            line("|---|---|---|---|---|");
            for (CoveredKind kind : kinds) {
                Rule.Signature signature = kind.signature();
                line(
                        "| `"
                                + signature.id()
                                + "` | ["
                                + signature.article()
                                + "](../kb/"
                                + area
                                + "/"
                                + signature.article()
                                + ".md) | "
                                + kind.programs().replace("|", "\\|")
                                + " | "
                                + kind.proofs().stream()
                                        .map(Proof::word)
                                        .collect(Collectors.joining(", "))
                                + " | "
                                + signature.hits().size()
                                + ", "
                                + signature.misses().size()
                                + " |");
            }
        });
    }

    private void missing(Map<String, List<CoveredKind>> areas, Path pack) throws IOException {
        line("");
        line("## Known to be missing");
        line("");
        Path gaps = pack.resolve(PackFolder.VOCABULARY).resolve(GAPS);
        if (Files.isRegularFile(gaps)) {
            for (String row : Files.readAllLines(gaps)) {
                if (!row.isBlank() && !row.startsWith("#")) {
                    int tab = row.indexOf('\t');
                    line("- " + row.substring(0, tab) + ": " + row.substring(tab + 1));
                }
            }
        }
        ids(
                areas,
                "Kinds whose wordings were looked up in no program and no report",
                kind -> kind.isUnsourced());
        ids(
                areas,
                "Kinds with fewer than three samples",
                kind -> kind.signature().hits().size() < FEW_SAMPLES);
        ids(areas, "Kinds without a near miss", kind -> kind.signature().misses().isEmpty());
    }

    private void ids(
            Map<String, List<CoveredKind>> areas,
            String words,
            java.util.function.Predicate<CoveredKind> which) {
        List<String> ids =
                all(areas).stream()
                        .filter(which)
                        .map(kind -> "`" + kind.signature().id() + "`")
                        .toList();
        line(
                String.format(
                        Locale.ROOT,
                        "- %s: %d%s",
                        words,
                        ids.size(),
                        ids.isEmpty() ? "." : ": " + String.join(", ", ids) + "."));
    }

    private static List<CoveredKind> all(Map<String, List<CoveredKind>> areas) {
        return areas.values().stream().flatMap(List::stream).toList();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
