package dev.clew.diagnose.correlate;

import dev.clew.diagnose.Advice;
import dev.clew.diagnose.FilledStep;
import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.model.Placeholder;
import dev.clew.model.StepCondition;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Chooses the steps of an article that are for a finding, and puts its values in: those of the
/// finding itself, of the thing it is about, and of the cluster, never those of another finding.
/// What is not known stays open and is listed with the command that tells it.
final class FixFiller {

    private final Article article;
    private final KnownValues known;
    private final List<Subject> others;

    private FixFiller(Article article, KnownValues known, List<Subject> others) {
        this.article = article;
        this.known = known;
        this.others = others;
    }

    /// The advice for a finding.
    ///
    /// @param known what is known of the first of the things it is about
    /// @param others the further things it is about
    static Advice fill(Article article, KnownValues known, List<Subject> others) {
        FixFiller filler = new FixFiller(article, known, others);
        Guide guide = article.guide();
        List<FilledStep> fix = filler.chosen(article.steps());
        return guide == null
                ? new Advice(null, List.of(), "", fix, List.of())
                : new Advice(
                        filler.filled(guide.first()),
                        guide.answers().stream()
                                .map(each ->
                                        new Guide.Answer(
                                                filler.words(each.see()),
                                                each.then(),
                                                each.steps()))
                                .toList(),
                        filler.words(guide.impact()),
                        fix,
                        filler.chosen(guide.verify()));
    }

    /// The steps whose conditions nothing speaks against; those whose conditions this finding's own
    /// values meet come first.
    private List<FilledStep> chosen(List<FixStep> steps) {
        Map<Integer, Long> fit =
                steps.stream()
                        .collect(
                                Collectors.toMap(
                                        FixStep::number, this::fit, Math::max, LinkedHashMap::new));
        return headed(steps.stream().filter(this::applies).toList(), steps).stream()
                .sorted(Comparator.comparingLong(step -> -fit.getOrDefault(step.number(), 0L)))
                .map(this::filled)
                .toList();
    }

    /// A further command of a step whose first one is for another version stands for the step, so
    /// it takes its title and text.
    private static List<FixStep> headed(List<FixStep> chosen, List<FixStep> all) {
        Map<Integer, FixStep> heads = new HashMap<>();
        all.forEach(step -> heads.putIfAbsent(step.number(), step));
        Set<Integer> begun = new HashSet<>();
        List<FixStep> headed = new ArrayList<>();
        for (FixStep step : chosen) {
            FixStep head = heads.get(step.number());
            boolean without =
                    step.number() > 0 && begun.add(step.number()) && step.title().isEmpty();
            headed.add(
                    without && head != null
                            ? new FixStep(
                                    step.number(),
                                    head.title(),
                                    step.text().isEmpty() ? head.text() : step.text(),
                                    step.command(),
                                    step.risk(),
                                    step.condition(),
                                    step.notes())
                            : step);
        }
        return headed;
    }

    private boolean applies(FixStep step) {
        return step.condition().versions().to(known.environment())
                && step.condition().values().stream()
                        .allMatch(each -> each.met(known.condition(each.name())));
    }

    /// How many conditions the finding's own values meet.
    private long fit(FixStep step) {
        return step.number() == 0 || !applies(step)
                ? 0
                : step.condition().values().stream()
                        .filter(each -> each.test() != StepCondition.Test.IS_NOT)
                        .filter(each -> known.isCaptured(each.name()))
                        .count();
    }

    private FilledStep filled(FixStep step) {
        Map<String, FilledStep.Need> needs = new LinkedHashMap<>();
        Map<String, FilledStep.Assumed> assumed = new LinkedHashMap<>();
        boolean destructive = step.risk() == FixStep.Risk.DESTRUCTIVE;
        String command =
                step.command() == null ? null : put(step.command(), !destructive, needs, assumed);
        Map<FixStep.Note, String> notes = new EnumMap<>(FixStep.Note.class);
        step.notes().forEach((note, words) -> notes.put(note, words(words, !destructive)));
        return new FilledStep(
                step.number(),
                words(step.title(), !destructive),
                words(step.text(), !destructive),
                command,
                step.risk(),
                unknown(step.condition()),
                notes,
                List.copyOf(needs.values()),
                List.copyOf(assumed.values()),
                command != null && isForEach(step.command()) ? others : List.of());
    }

    private boolean isForEach(@Nullable String command) {
        if (command == null || others.isEmpty()) {
            return false;
        }
        Matcher matcher = Placeholder.IN_TEXT.matcher(command);
        while (matcher.find()) {
            if (!matcher.group(1).equals("namespace") && known.isOfSubject(of(matcher.group(1)))) {
                return true;
            }
        }
        return false;
    }

    /// The part of a condition that the input does not tell, as it is written in the article.
    private String unknown(StepCondition condition) {
        boolean versions = condition.versions().surely(known.environment());
        return new StepCondition(
                        versions ? dev.clew.model.Applies.ALWAYS : condition.versions(),
                        condition.values().stream()
                                .filter(each -> known.condition(each.name()) == null)
                                .toList())
                .toString();
    }

    private Placeholder of(String name) {
        Placeholder placeholder = article.placeholders().get(name);
        return placeholder == null ? Placeholder.of(name, "", null) : placeholder;
    }

    private String words(String text) {
        return words(text, true);
    }

    private String words(String text, boolean usual) {
        return put(text, usual, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private String put(
            String text,
            boolean usual,
            Map<String, FilledStep.Need> needs,
            Map<String, FilledStep.Assumed> assumed) {
        Matcher matcher = Placeholder.IN_TEXT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Placeholder placeholder = of(matcher.group(1));
            Optional<String> value = known.of(placeholder);
            if (value.isEmpty() && usual) {
                value = placeholder.usualIn(article.area());
                value.ifPresent(each ->
                        assumed.computeIfAbsent(
                                placeholder.name(),
                                name -> new FilledStep.Assumed(name, each, command(placeholder))));
            }
            if (value.isEmpty()) {
                needs.computeIfAbsent(
                        placeholder.name(),
                        name ->
                                new FilledStep.Need(
                                        name, placeholder.means(), command(placeholder)));
            }
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(value.orElse(matcher.group())));
        }
        return matcher.appendTail(filled).toString();
    }

    /// The command that tells a placeholder's value, itself filled in as far as that goes.
    private @Nullable String command(Placeholder placeholder) {
        return placeholder.get() == null
                ? null
                : Placeholder.IN_TEXT
                        .matcher(placeholder.get())
                        .replaceAll(name -> {
                            Placeholder each = of(name.group(1));
                            return Matcher.quoteReplacement(
                                    known.of(each)
                                            .or(() -> each.usualIn(article.area()))
                                            .orElse(name.group()));
                        });
    }
}
