package dev.clew.serve;

import dev.clew.author.Draft;
import dev.clew.bundle.Source;
import dev.clew.bundle.Texts;
import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.PastedText;
import dev.clew.library.Answer;
import dev.clew.library.KnownSignature;
import dev.clew.library.Library;
import dev.clew.library.Question;
import dev.clew.library.Recogniser;
import dev.clew.match.RuleBook;
import dev.clew.model.Article;
import dev.clew.model.Articles;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.model.Rule;
import dev.clew.report.AnswerReport;
import dev.clew.report.page.ArticlePage;
import dev.clew.report.page.PageJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known: signatures and articles. For use by several threads.
///
/// @param version of the program
public record Knowledge(RuleBook book, Library library, String version) {

    private static final int NEAREST = 3;

    /// An analysis by these signatures.
    public Analysis analysis() {
        return new Analysis(book, library);
    }

    /// The articles that fit the words, as `clew search -o json` prints them.
    public String search(String words, int most) {
        if (words.isBlank()) {
            throw new Trouble(Trouble.Kind.WRONG, "say what to look for");
        }
        return AnswerReport.json(words, answer(words, most));
    }

    private Answer answer(String words, int most) {
        Recogniser recogniser =
                text ->
                        PastedText.read(text, book, Articles.NONE).diagnosis().findings().stream()
                                .map(finding -> finding.signature().id())
                                .distinct()
                                .toList();
        return library.search(Question.of(words, most), recogniser);
    }

    /// The article of that id, or the one that the signature of that id leads to.
    ///
    /// @throws Trouble if there is none
    public Article article(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        Optional<KnownSignature> signature = library.signature(wanted);
        return library.find(wanted)
                .or(() -> signature.flatMap(each -> library.find(each.article())))
                .orElseThrow(() -> missing(wanted));
    }

    private Trouble missing(String id) {
        List<String> similar = library.similarIds(id, NEAREST);
        return new Trouble(
                Trouble.Kind.MISSING,
                "no article and no signature is called '"
                        + id
                        + "'"
                        + (similar.isEmpty() ? "" : "; similar: " + String.join(", ", similar)));
    }

    /// An article as `clew explain -o json` prints it.
    public String articleJson(String id) {
        Article article = article(id);
        return PageJson.article(article, library.signaturesOf(article.id()));
    }

    /// An article as Markdown.
    ///
    /// @param language `en` or `zh`
    public String articlePage(String id, String language) {
        Article article = article(id);
        return ArticlePage.markdown(article, library.signaturesOf(article.id()), language);
    }

    /// What a line means, as `clew explain -o json` prints it.
    public String explain(String line) {
        if (line.isBlank()) {
            throw new Trouble(Trouble.Kind.WRONG, "paste a line");
        }
        String text =
                line.length() <= Question.LONGEST ? line : line.substring(0, Question.LONGEST);
        return PageJson.line(PastedText.read(text, book, library), answer(text, NEAREST));
    }

    /// All signatures, by area and id.
    public List<Rule.Signature> signatures() {
        List<Rule.Signature> signatures = new ArrayList<>();
        for (int ordinal = 0; ordinal < book.size(); ordinal++) {
            if (book.rule(ordinal).rule() instanceof Rule.Signature signature) {
                signatures.add(signature);
            }
        }
        signatures.sort(
                Comparator.comparing(Rule.Signature::area).thenComparing(Rule.Signature::id));
        return signatures;
    }

    /// A signature to begin with, made of a line.
    ///
    /// @param area the folder it is meant for
    public Draft draft(String line, String area) {
        List<LogRecord> records = new ArrayList<>();
        Texts.read(
                Source.named("sample"),
                line.getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                records::add);
        if (records.isEmpty()) {
            throw new Trouble(Trouble.Kind.WRONG, "the line is empty");
        }
        String id = Draft.idFor(records.getFirst());
        return new Draft(id, area, id, records.getFirst(), List.of(line.strip()));
    }
}
