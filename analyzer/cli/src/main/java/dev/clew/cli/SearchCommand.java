package dev.clew.cli;

import dev.clew.diagnose.PastedText;
import dev.clew.library.Answer;
import dev.clew.library.Library;
import dev.clew.library.Question;
import dev.clew.library.Recogniser;
import dev.clew.library.Relevance;
import dev.clew.match.RuleBook;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.Severity;
import dev.clew.model.Version;
import dev.clew.report.AnswerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        header = "Searches the knowledge base: words, an option, a pasted error line.",
        description = {
            "Looks in articles and signatures. Times, ids, addresses and pod names of a pasted line are ignored; options are",
            "found in any of their forms; misspelt words, beginnings of words and Chinese are understood."
        },
        sortOptions = false)
final class SearchCommand implements Callable<Integer> {

    enum Output {
        text,
        json,
        markdown
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "WORDS",
            description = "What to look for; - reads it from standard input.")
    List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "At most so many results. Default: ${DEFAULT-VALUE}.")
    int limit = 5;

    @Option(names = "--area", paramLabel = "AREA", description = "Only this area, such as helm.")
    @Nullable String area;

    @Option(
            names = "--component",
            paramLabel = "NAME",
            description = "Only what has to do with this program, such as kubelet.")
    @Nullable String component;

    @Option(
            names = "--cilium",
            paramLabel = "VERSION",
            description = "Only what applies to this version of Cilium, such as 1.16.")
    @Nullable String cilium;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description =
                    "Only articles with a signature at least this bad: info, warning, error, critical.")
    @Nullable String severity;

    @Option(
            names = "--evaluate",
            paramLabel = "FILE",
            description =
                    "Ask the questions of a file and print how often the right article comes first.")
    @Nullable Path evaluate;

    @Mixin final KnowledgeOptions knowledge = new KnowledgeOptions();

    private final Console console;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Library library = knowledge.library();
        if (evaluate != null) {
            return evaluate(library, evaluate);
        }
        checkArea(library);
        String question = question();
        Answer answer =
                library.search(
                        new Question(question, area, component, version(), least(), limit),
                        recogniser(knowledge.book()));
        console.out()
                .print(
                        switch (output) {
                            case text ->
                                    AnswerReport.text(
                                            answer,
                                            console.theme(knowledge.color),
                                            console.width(),
                                            Language.of(question).word());
                            case json -> AnswerReport.json(question, answer);
                            case markdown -> AnswerReport.markdown(answer);
                        });
        console.out().flush();
        return Exit.DONE;
    }

    private String question() throws IOException {
        String question =
                words.equals(List.of("-"))
                        ? new String(
                                console.in().readNBytes(4 * Question.LONGEST),
                                java.nio.charset.StandardCharsets.UTF_8)
                        : String.join(" ", words);
        if (question.isBlank()) {
            throw new UserError(Exit.USAGE, "search: say what to look for");
        }
        return question;
    }

    private void checkArea(Library library) {
        if (area == null) {
            return;
        }
        SortedSet<String> areas =
                library.articles().stream()
                        .map(Article::area)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!areas.contains(area)) {
            throw new UserError(
                    Exit.USAGE,
                    "--area: '" + area + "' is no area; known: " + String.join(", ", areas));
        }
    }

    private @Nullable Version version() {
        return cilium == null
                ? null
                : Version.of(cilium)
                        .orElseThrow(() ->
                                new UserError(
                                        Exit.USAGE,
                                        "--cilium: '" + cilium + "' is no version such as 1.16"));
    }

    private @Nullable Severity least() {
        return severity == null
                ? null
                : Severity.of(severity.toLowerCase(Locale.ROOT))
                        .orElseThrow(() ->
                                new UserError(
                                        Exit.USAGE,
                                        "--severity: '"
                                                + severity
                                                + "' is no severity; known: info, warning, error, critical"));
    }

    static Recogniser recogniser(RuleBook book) {
        return text ->
                PastedText.read(text, book, Articles.NONE).diagnosis().findings().stream()
                        .map(finding -> finding.signature().id())
                        .distinct()
                        .toList();
    }

    private int evaluate(Library library, Path file) throws IOException {
        RuleBook book = knowledge.book();
        for (boolean recognises : new boolean[] {false, true}) {
            Recogniser recogniser = recognises ? recogniser(book) : Recogniser.NONE;
            Relevance relevance =
                    Relevance.judge(
                            Relevance.read(Files.readString(file)),
                            words ->
                                    library
                                            .search(Question.of(words, Relevance.DEPTH), recogniser)
                                            .results()
                                            .stream()
                                            .map(Answer.Result::id)
                                            .toList());
            console.out()
                    .println(
                            recognises
                                    ? "With signatures that recognise pasted lines"
                                    : "By words alone");
            console.out().println(relevance.table(true));
        }
        return Exit.DONE;
    }
}
