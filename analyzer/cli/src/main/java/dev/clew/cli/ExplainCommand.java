package dev.clew.cli;

import dev.clew.diagnose.PastedText;
import dev.clew.library.Answer;
import dev.clew.library.KnownSignature;
import dev.clew.library.Library;
import dev.clew.library.Question;
import dev.clew.library.Recogniser;
import dev.clew.model.Article;
import dev.clew.report.page.ArticlePage;
import dev.clew.report.page.Html;
import dev.clew.report.page.LinePage;
import dev.clew.report.page.PageJson;
import dev.clew.report.page.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        header = "Prints an article, by its id or that of a signature, or explains a pasted line.",
        description = {
            "For an id: symptoms, cause, fix, how to verify, sources. For a line: the signature that recognises it, or what comes",
            "nearest, and what each of its fields means."
        },
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private static final int NEAREST = 3;

    enum Output {
        text,
        markdown,
        html,
        json
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "ID|LINE",
            description =
                    "Id of an article or signature, or a line; - reads it from standard input.")
    List<String> what = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "en or zh: title, summary and steps in Chinese where there are any.")
    Language lang = Language.en;

    @Mixin final KnowledgeOptions knowledge = new KnowledgeOptions();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String text =
                what.equals(List.of("-"))
                        ? new String(
                                console.in().readNBytes(4 * Question.LONGEST),
                                StandardCharsets.UTF_8)
                        : String.join(" ", what);
        if (text.isBlank()) {
            throw new UserError(Exit.USAGE, "explain: say an id, or paste a line");
        }
        Library library = knowledge.library();
        String id = text.strip().toLowerCase(Locale.ROOT);
        Optional<KnownSignature> signature = library.signature(id);
        Optional<Article> article =
                library.find(id).or(() -> signature.flatMap(each -> library.find(each.article())));
        if (article.isPresent()) {
            print(article.get(), library.signaturesOf(article.get().id()));
        } else if (text.strip().matches("[\\w-]+")) {
            throw new UserError(Exit.USAGE, unknown(id, library));
        } else {
            print(text, library);
        }
        return Exit.DONE;
    }

    private static String unknown(String id, Library library) {
        Set<String> similar = new LinkedHashSet<>(library.similarIds(id, NEAREST));
        library.search(Question.of(id, NEAREST), Recogniser.NONE)
                .results()
                .forEach(result -> similar.add(result.id()));
        return "no article and no signature is called '"
                + id
                + "'"
                + (similar.isEmpty() ? "" : "; nearest: " + String.join(", ", similar))
                + ". To look for words: clew search "
                + id.replace('-', ' ');
    }

    private void print(Article article, List<KnownSignature> signatures) {
        if (lang != Language.en && !article.translations().containsKey(lang.word())) {
            console.err().println("clew: " + article.id() + " is not there in " + lang.word());
        }
        if (output == Output.json) {
            console.out().print(PageJson.article(article, signatures));
        } else {
            page(article.title(), ArticlePage.markdown(article, signatures, lang.word()));
        }
    }

    private void print(String line, Library library) {
        PastedText pasted = PastedText.read(line, knowledge.book(), library);
        Answer nearest =
                pasted.diagnosis().findings().isEmpty()
                        ? library.search(Question.of(line, NEAREST), Recogniser.NONE)
                        : new Answer(List.of(), 0);
        if (output == Output.json) {
            console.out().print(PageJson.line(pasted, nearest));
        } else {
            page("A line explained", LinePage.markdown(pasted, nearest));
        }
    }

    private void page(String title, String markdown) {
        console.out()
                .print(
                        switch (output) {
                            case text ->
                                    Screen.render(
                                            markdown,
                                            console.theme(knowledge.color),
                                            console.width());
                            case markdown, json -> markdown;
                            case html -> Html.page(title, lang.word(), markdown);
                        });
        console.out().flush();
    }
}
