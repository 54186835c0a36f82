package dev.clew.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Article;
import dev.clew.model.Rule;
import dev.clew.model.Severity;
import dev.clew.model.Version;
import dev.clew.packs.Problems;
import dev.clew.packs.article.ArticleReader;
import dev.clew.packs.rule.RuleReader;
import dev.clew.packs.vocabulary.Placeholders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    private static Article article(String area, String id, String title, String more, String body) {
        Problems problems = new Problems();
        Article article =
                ArticleReader.read(
                                id,
                                area,
                                id + ".md",
                                """
                                ---
                                title: %s
                                summary: Something about %s.
                                kind: fault
                                verified: 2026-01-01
                                %s
                                ---
                                ## Symptom
                                %s
                                """
                                        .formatted(title, title, more, body),
                                Placeholders.NONE,
                                problems)
                        .orElseThrow();
        assertThat(problems.list()).isEmpty();
        return article;
    }

    private static Rule.Signature signature(String id, String severity, String component) {
        Problems problems = new Problems();
        Rule rule =
                RuleReader.read(
                                RuleReader.Type.SIGNATURE,
                                id + "-line",
                                "area",
                                id + ".yaml",
                                """
                                title: The line of %1$s
                                severity: %2$s
                                role: cause
                                reads: {components: [%3$s]}
                                match: the %1$s line
                                article: %1$s
                                hits: ['level=error msg="the %1$s line" pod=shop/web-6f7d8c9b5-xk2lp']
                                """
                                        .formatted(id, severity, component),
                                problems)
                        .orElseThrow();
        assertThat(problems.list()).isEmpty();
        return (Rule.Signature) rule;
    }

    private static final Article ROUTING =
            article(
                    "cilium",
                    "routing",
                    "Native routing without a range",
                    "applies: {cilium: \">=1.12 <1.15\"}\nkeywords: [ipv4NativeRoutingCIDR]",
                    "The agent exits.");
    private static final Article MEMORY =
            article(
                    "k8s",
                    "memory",
                    "The container was OOMKilled",
                    "zh: {title: 容器内存被杀, summary: 内存, keywords: [], steps: []}",
                    "Exit code 137.");
    private static final Library LIBRARY =
            Library.of(
                    List.of(ROUTING, MEMORY),
                    List.of(
                            signature("routing", "critical", "cilium-agent"),
                            signature("memory", "warning", "kubelet")));

    private static List<String> found(Library library, Question question) {
        return library.search(question, Recogniser.NONE).results().stream()
                .map(Answer.Result::id)
                .toList();
    }

    private static List<String> found(String words) {
        return found(LIBRARY, Question.of(words, 10));
    }

    @Test
    void wordsOptionsBeginningsMisspellingsAndChinese() {
        assertThat(found("native routing")).startsWith("routing");
        assertThat(found("--ipv4-native-routing-cidr")).startsWith("routing");
        assertThat(found("out of memory")).startsWith("memory");
        assertThat(found("oomkil")).startsWith("memory");
        assertThat(found("contaner")).startsWith("memory");
        assertThat(found("内存被杀")).startsWith("memory");
        assertThat(found("zzz qqq")).isEmpty();
        assertThat(found("the of and")).isEmpty();
    }

    @Test
    void conditions() {
        assertThat(found(LIBRARY, new Question("line", "k8s", null, null, null, 9)))
                .containsExactly("memory");
        assertThat(found(LIBRARY, new Question("line", null, "cilium-agent", null, null, 9)))
                .containsExactly("routing");
        assertThat(found(LIBRARY, new Question("line", null, null, null, Severity.ERROR, 9)))
                .containsExactly("routing");
        Version later = Version.of("1.16").orElseThrow();
        assertThat(found(LIBRARY, new Question("line", null, null, later, null, 9)))
                .containsExactly("memory");
        Version fitting = Version.of("1.14").orElseThrow();
        assertThat(found(LIBRARY, new Question("line", null, null, fitting, null, 9)))
                .containsExactlyInAnyOrder("memory", "routing");
    }

    @Test
    void whatVariesIsIgnored() {
        Answer.Result first =
                LIBRARY.search(
                                Question.of(
                                        "2024-01-01T00:00:00Z level=error msg=\"the memory line\" pod=web/api-7d4b9c8f6-zq9xw",
                                        1),
                                Recogniser.NONE)
                        .results()
                        .getFirst();
        assertThat(first.id()).isEqualTo("memory");
        assertThat(String.join(" ", first.reasons())).contains("memory").doesNotContain("2024");
    }

    @Test
    void marksAndReasons() {
        Answer.Result first =
                LIBRARY.search(Question.of("OOMKiled", 1), Recogniser.NONE).results().getFirst();
        assertThat(first.reasons()).anyMatch(reason -> reason.contains("OOMKiled → oomkill"));
        Answer.Excerpt title = first.excerpts().getFirst();
        assertThat(title.field()).isEqualTo("title");
        assertThat(title.text()).isEqualTo("The container was OOMKilled");
        assertThat(title.pieces().stream().filter(Answer.Piece::hit).map(Answer.Piece::text))
                .containsExactly("OOMKilled");
    }

    @Test
    void aRecognisedLineComesFirst() {
        Answer.Result first =
                LIBRARY.search(
                                Question.of(
                                        "native routing and a text of more than forty letters", 1),
                                text -> List.of("memory-line"))
                        .results()
                        .getFirst();
        assertThat(first.id()).isEqualTo("memory");
        assertThat(first.recognised()).isTrue();
        assertThat(first.signatures().getFirst().id()).isEqualTo("memory-line");
    }

    @Test
    void ownArticlesBesideAndBeforeTheOthers() throws IOException {
        Article own = article("own", "printer", "The printer is on fire", "", "lp0 on fire");
        Article instead = article("own", "memory", "Our own words on memory", "", "x");
        Library both = LIBRARY.with(List.of(own, instead), List.of());
        assertThat(found(both, Question.of("lp0", 5))).containsExactly("printer");
        assertThat(both.find("memory").orElseThrow().title()).isEqualTo("Our own words on memory");
        assertThat(found(both, Question.of("native routing", 5))).startsWith("routing");
        assertThat(found(both, Question.of("memory", 5))).containsOnlyOnce("memory");
    }

    @Test
    void writtenAndOpenedAgain(@TempDir Path folder) throws IOException {
        Library.write(List.of(ROUTING, MEMORY), List.of(), folder);
        try (Library library = Library.open(folder)) {
            assertThat(library.find("routing")).contains(ROUTING);
            assertThat(library.find("memory").orElseThrow().translations()).containsKey("zh");
            assertThat(library.find("nothing")).isEmpty();
            assertThat(library.articles()).containsExactlyInAnyOrder(ROUTING, MEMORY);
        }
    }

    @Test
    void idsOneMayHaveMeant() {
        assertThat(LIBRARY.similarIds("rooting", 2)).contains("routing");
        assertThat(LIBRARY.similarIds("zzzzz", 2)).isEmpty();
    }

    @Test
    void hostileWordsAreOnlyWords() {
        for (String words :
                List.of("*", "a* OR (b", "\"", "x".repeat(100_000), "\u0000\ud800", "() {")) {
            assertThat(found(words)).as("does not fail").isNotNull();
        }
    }

    @Test
    void measures() {
        List<Relevance.Case> cases =
                Relevance.read("# comment\nplain\tone\tfirst\nzh\ttwo\tsecond\nzh\tthree\tthird\n");
        Relevance relevance = Relevance.judge(cases, question -> List.of("one", "two"));
        assertThat(relevance.figures()).isEqualTo(new Relevance.Figures(3, 1 / 3.0, 2 / 3.0, 0.5));
        assertThat(relevance.figuresByKind()).containsOnlyKeys("plain", "zh");
        assertThatThrownBy(() -> Relevance.read("plain\tone")).hasMessageContaining("line 1");
    }
}
