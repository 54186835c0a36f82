package dev.clew.cli;

import dev.clew.author.Lint;
import dev.clew.library.Library;
import dev.clew.match.RuleBook;
import dev.clew.model.Article;
import dev.clew.model.Problem;
import dev.clew.model.Rule;
import dev.clew.packs.Code;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.redact.RedactionRules;
import dev.clew.redact.RuleProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lint",
        header = "Checks a pack and its articles, and proves every signature by its samples.",
        description =
                "Prints path:line:col: CODE message for each problem, and exits with 1 if there is one that matters.")
final class LintCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    Path pack = Path.of("");

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "Folder of its articles. Default: the folder articles of the pack.")
    @Nullable Path kb;

    private final Console console;

    LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(pack)) {
            throw new UserError(Exit.USAGE, pack + " is no folder");
        }
        Path articles = kb != null ? kb : pack.resolve("articles");
        List<Problem> problems =
                Lint.run(pack, Optional.of(articles), beside(), LocalDate.now(ZoneOffset.UTC));
        problems.forEach(problem -> console.out().println(problem));
        List<Problem> redaction = redaction();
        redaction.forEach(problem -> console.out().println(problem));
        long fatal = problems.stream().filter(Problem::fatal).count() + redaction.size();
        console.err()
                .println(
                        "clew: "
                                + fatal
                                + " problems, "
                                + (problems.size() + redaction.size() - fatal)
                                + " warnings");
        return fatal > 0 ? Exit.FOUND : Exit.DONE;
    }

    /// What is wrong with the rules of redaction of the pack, if it has some.
    private List<Problem> redaction() throws IOException {
        Path folder = pack.resolve(PackFolder.REDACTION);
        Problems problems = new Problems();
        if (Files.isDirectory(folder)) {
            Place place = Place.of(folder.toString());
            try {
                RuleProof.problems(RedactionRules.read(folder))
                        .forEach(each -> problems.error(place, code(each.flaw()), each.message()));
            } catch (IllegalArgumentException e) {
                problems.error(place, Code.P401, String.valueOf(e.getMessage()));
            }
        }
        return problems.list();
    }

    private static Code code(RuleProof.Flaw flaw) {
        return switch (flaw) {
            case NO_SAMPLES -> Code.P402;
            case NO_HINT -> Code.P403;
            case HIT_MISSED -> Code.P404;
            case MISS_HIT -> Code.P405;
        };
    }

    /// What is shipped, for packs that are used with it. The shipped pack itself takes all of its
    /// place.
    private static Lint.Beside beside() throws IOException {
        if (!Home.isComplete()) {
            return Lint.Beside.NOTHING;
        }
        RuleBook book = Packs.book(List.of(), Map.of());
        List<Rule> rules = new ArrayList<>();
        for (int ordinal = 0; ordinal < book.size(); ordinal++) {
            rules.add(book.rule(ordinal).rule());
        }
        try (Library library = Library.open(Home.library())) {
            Set<String> articles =
                    library.articles().stream().map(Article::id).collect(Collectors.toSet());
            return new Lint.Beside(rules, articles, Home.groups(), Optional.of(Home.vocabulary()));
        }
    }
}
