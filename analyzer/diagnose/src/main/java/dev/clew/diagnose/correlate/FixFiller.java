package dev.clew.diagnose.correlate;

import dev.clew.diagnose.FilledStep;
import dev.clew.model.Article;
import dev.clew.model.Environment;
import dev.clew.model.FixStep;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses the steps of an article that are for this input, and puts its values in.
public final class FixFiller {

    /// A placeholder in a command or a text: `<pod-cidr>`.
    public static final Pattern PLACEHOLDER = Pattern.compile("<([a-z][a-z0-9]*(?:-[a-z0-9]+)*)>");

    /// Placeholders that any article may use, each with what it stands for and what is put in where
    /// the input tells nothing.
    public static final Map<String, String> COMMON =
            Map.of(
                    "namespace",
                    "",
                    "pod",
                    "",
                    "node",
                    "",
                    "container",
                    "",
                    "release",
                    "cilium",
                    "cilium-namespace",
                    "kube-system");

    private FixFiller() {}

    /// The steps for a finding.
    public static List<FilledStep> fill(
            Article article,
            Map<String, String> values,
            Set<Subject> subjects,
            Environment environment) {
        Map<String, String> known = new HashMap<>();
        known.put("release", "cilium");
        known.put("cilium-namespace", "kube-system");
        known.putAll(environment.facts());
        environment.fact("cilium").ifPresent(version -> known.put("cilium-version", version));
        environment
                .fact("release-namespace")
                .ifPresent(namespace -> known.put("cilium-namespace", namespace));
        subjects.stream().findFirst().ifPresent(subject -> subject(subject, known));
        values.forEach(
                (name, value) -> known.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), value));
        List<FilledStep> steps = new ArrayList<>();
        for (FixStep step : article.steps()) {
            if (step.applies().to(environment)
                    && step.when().entrySet().stream().allMatch(each -> meets(known, each))) {
                Set<String> open = new LinkedHashSet<>();
                String command = step.command() == null ? null : put(step.command(), known, open);
                steps.add(
                        new FilledStep(
                                put(step.description(), known, new LinkedHashSet<>()),
                                command,
                                step.risk(),
                                List.copyOf(open)));
            }
        }
        return steps;
    }

    private static boolean meets(Map<String, String> known, Map.Entry<String, String> condition) {
        String value = known.get(condition.getKey());
        return value == null || value.equalsIgnoreCase(condition.getValue());
    }

    private static void subject(Subject subject, Map<String, String> known) {
        if (subject.namespace() != null) {
            known.put("namespace", subject.namespace());
        }
        if (subject.node() != null) {
            known.put("node", subject.node());
        }
        known.put(subject.kind().toLowerCase(Locale.ROOT), subject.name());
        known.put("name", subject.name());
    }

    private static String put(String text, Map<String, String> known, Set<String> open) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = known.get(matcher.group(1));
            boolean safe = value != null && value.length() <= 200 && SAFE.matcher(value).matches();
            if (!safe) {
                open.add(matcher.group(1));
            }
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(safe ? value : matcher.group()));
        }
        return matcher.appendTail(filled).toString();
    }

    /// What may go into a command line that a tired person pastes: nothing a shell would act on.
    private static final Pattern SAFE = Pattern.compile("[\\w.,:/@%+=\\[\\]-]+");
}
