package dev.clew.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.FilledStep;
import dev.clew.diagnose.Finding;
import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Placeholder;
import dev.clew.model.Rule;
import dev.clew.model.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The commands that are handed out for every hit of every signature that is shipped.
class FilledCommandsTest {

    private static final List<String> ELSEWHERE = new ArrayList<>();
    private static final List<String> OF_WRONG_TYPE = new ArrayList<>();
    private static final List<String> OPEN_WITHOUT_A_WORD = new ArrayList<>();
    private static final List<String> TAKEN_FOR_USUAL = new ArrayList<>();
    private static final Map<String, Set<String>> RELEASES = new TreeMap<>();

    /// A command of a report beside the command of the article that it was made of.
    private record Made(Finding finding, Article article, FixStep of, FilledStep step) {}

    @BeforeAll
    static void fillEveryCommand() throws IOException {
        ShippedSamples shipped = ShippedSamples.read();
        for (Rule.Signature signature : shipped.pack().signatures().keySet()) {
            for (Rule.Sample hit : signature.hits()) {
                Diagnosis diagnosis = shipped.diagnose(hit);
                for (Finding finding : diagnosis.findings()) {
                    Article article = finding.article();
                    if (article != null) {
                        made(finding, article).forEach(each -> judge(each, hit, diagnosis));
                    }
                }
            }
        }
    }

    private static List<Made> made(Finding finding, Article article) {
        List<FixStep> written = new ArrayList<>(article.steps());
        var guide = article.guide();
        if (guide != null) {
            written.add(guide.first());
            written.addAll(guide.verify());
        }
        List<Made> made = new ArrayList<>();
        Stream.of(
                        Stream.ofNullable(finding.advice().first()),
                        finding.advice().fix().stream(),
                        finding.advice().verify().stream())
                .flatMap(each -> each)
                .filter(step -> step.command() != null)
                .forEach(step ->
                        written.stream()
                                .filter(of -> of.command() != null && values(of, step) != null)
                                .findFirst()
                                .ifPresent(of -> made.add(new Made(finding, article, of, step))));
        return made;
    }

    /// What was put in for each placeholder, in order; null if the command was made of another one.
    private static @org.jspecify.annotations.Nullable List<String[]> values(
            FixStep of, FilledStep step) {
        String written = Objects.requireNonNull(of.command());
        StringBuilder shape = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher placeholder = Placeholder.IN_TEXT.matcher(written);
        int at = 0;
        while (placeholder.find()) {
            shape.append(Pattern.quote(written.substring(at, placeholder.start())))
                    .append("(\\S*?)");
            names.add(placeholder.group(1));
            at = placeholder.end();
        }
        shape.append(Pattern.quote(written.substring(at)));
        Matcher filled =
                Pattern.compile(shape.toString()).matcher(Objects.requireNonNull(step.command()));
        if (!filled.matches()) {
            return null;
        }
        List<String[]> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String value = filled.group(i + 1);
            if (value.startsWith("<") && !value.equals("<" + names.get(i) + ">")) {
                return null; // that of another command of the same shape
            }
            values.add(new String[] {names.get(i), value});
        }
        return values;
    }

    private static void judge(Made made, Rule.Sample hit, Diagnosis diagnosis) {
        Set<String> open = new TreeSet<>();
        for (String[] each : Objects.requireNonNull(values(made.of(), made.step()))) {
            String name = each[0];
            String value = each[1];
            String where =
                    made.finding().signature().id()
                            + ": <"
                            + name
                            + "> is '"
                            + value
                            + "' for "
                            + hit.lines().strip().replace('\n', ' ');
            if (value.equals("<" + name + ">")) {
                open.add(name);
                continue;
            }
            Placeholder placeholder = made.article().placeholders().get(name);
            if (placeholder == null || !placeholder.type().take(value).orElse("").equals(value)) {
                if (placeholder != null) {
                    OF_WRONG_TYPE.add(where);
                }
            }
            boolean usual = made.step().assumed().stream().anyMatch(one -> one.name().equals(name));
            if (usual) {
                boolean owns =
                        placeholder != null
                                && placeholder.usualIn(made.article().area()).isPresent();
                if (!owns || made.of().risk() == FixStep.Risk.DESTRUCTIVE) {
                    TAKEN_FOR_USUAL.add(where);
                }
            } else if (!own(made.finding(), diagnosis).contains(value)
                    && !said(made.finding(), value)
                    && !(name.equals("container") && hit.lines().contains(value))) {
                ELSEWHERE.add(where);
            }
            if (name.equals("release")) {
                RELEASES.computeIfAbsent(value, any -> new TreeSet<>())
                        .add(made.finding().signature().id());
            }
        }
        Set<String> listed = new TreeSet<>();
        for (FilledStep.Need need : made.step().needs()) {
            listed.add(need.name());
            if (need.means().isBlank()) {
                OPEN_WITHOUT_A_WORD.add(made.article().id() + ": <" + need.name() + ">");
            }
        }
        if (!listed.equals(open)) {
            OPEN_WITHOUT_A_WORD.add(
                    made.article().id() + ": " + open + " are open, listed " + listed);
        }
    }

    /// What the finding is about, and what the input tells of the cluster.
    private static Set<String> own(Finding finding, Diagnosis diagnosis) {
        Set<String> own = new HashSet<>(diagnosis.environment().facts().values());
        finding.subjects().stream().findFirst().ifPresent(subject -> add(subject, own));
        return own;
    }

    private static void add(Subject subject, Set<String> own) {
        own.add(subject.name());
        own.add(subject.kind());
        own.add(subject.kind().toLowerCase(Locale.ROOT));
        Stream.of(subject.namespace(), subject.node()).filter(Objects::nonNull).forEach(own::add);
    }

    private static boolean said(Finding finding, String value) {
        return finding.evidence().stream().anyMatch(each -> each.text().contains(value))
                || finding.values().values().stream().anyMatch(each -> each.contains(value));
    }

    @Test
    void everyValueIsOfTheFindingItself() {
        assertThat(ELSEWHERE).isEmpty();
    }

    @Test
    void everyValueIsOfTheTypeThatTheCommandTakes() {
        assertThat(OF_WRONG_TYPE).isEmpty();
    }

    @Test
    void whatIsUsualIsPutInOnlyWhereTheAreaOwnsItAndNeverToDestroy() {
        assertThat(TAKEN_FOR_USUAL).isEmpty();
    }

    @Test
    void whatIsOpenIsListedWithWhatItIs() {
        assertThat(OPEN_WITHOUT_A_WORD).isEmpty();
    }

    /// In the samples the release is called `web`; what else is filled in comes from somewhere
    /// else.
    @Test
    void noOtherReleaseIsEverNamed() {
        assertThat(RELEASES.keySet()).containsExactly("web");
        assertThat(RELEASES.get("web"))
                .contains(
                        "helm-hook-failed",
                        "helm-name-in-use",
                        "helm-no-deployed-release",
                        "helm-operation-in-progress",
                        "helm-release-too-large",
                        "helm-wait-timeout");
    }
}
