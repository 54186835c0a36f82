package dev.clew.author.article;

import dev.clew.author.commands.Helm;
import dev.clew.author.commands.Invocation;
import dev.clew.author.commands.ShellCommand;
import dev.clew.model.FixStep;
import dev.clew.packs.Code;
import dev.clew.packs.vocabulary.ChartValues;
import dev.clew.packs.vocabulary.CommandFacts;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds the calls of helm in a fence to versions, and the values of Cilium to its charts.
final class HelmRules {

    private static final Set<String> ROLL_OUT =
            Set.of("upgrade", "install", "rollback", "uninstall", "delete");
    private static final Set<String> INSTALLED = Set.of("<cilium-version>", "<chart-version>");
    private static final Pattern RESTARTS =
            Pattern.compile(
                    "rollout restart .*(?:ds|daemonsets?|deploy|deployments?)(?:/| )\\S*(?:cilium|hubble|clustermesh)"
                            + "|rollOut\\w*Pods=true|delete pods? .*(?:cilium|<agent-pod>|<operator-pod>|hubble)"
                            + "|delete pod/\\S*cilium|kubectl .*drain|\\breboot\\b");
    private static final String FREE_OPTIONS = "extraConfig.";

    private final PageUnderTest page;
    private final Use use;
    private final List<Use> all;
    private final ChartValues chart;

    HelmRules(PageUnderTest page, Use use, List<Use> all, CommandFacts facts) {
        this.page = page;
        this.use = use;
        this.all = all;
        this.chart = facts.chart();
    }

    void check() {
        for (ShellCommand command : use.commands()) {
            Helm.of(command)
                    .ifPresent(helm -> {
                        String near = near(helm);
                        risk(helm, near);
                        if (helm.command().equals("upgrade") || helm.command().equals("install")) {
                            versions(helm, near);
                            if (Helm.ofCilium(helm)) {
                                values(helm, near);
                            }
                        }
                        if (helm.arguments().contains("<release>") && Helm.ofCilium(helm)) {
                            page.error(
                                    Code.P340, near, "the release of Cilium is <cilium-release>");
                        }
                    });
        }
    }

    private String near(Invocation helm) {
        return use.script()
                .lines()
                .filter(line -> line.contains("helm " + helm.command()))
                .findFirst()
                .orElse(use.script());
    }

    private void risk(Invocation helm, String near) {
        FixStep.Risk risk = use.step().risk();
        if (ROLL_OUT.contains(helm.command())
                && !helm.has("--dry-run")
                && risk == FixStep.Risk.READ_ONLY) {
            page.error(
                    Code.P341,
                    near,
                    "helm " + helm.command() + " changes something: not read-only");
        }
    }

    private void versions(Invocation helm, String near) {
        String version = helm.flag("--version").orElse("");
        boolean local =
                helm.arguments().stream()
                        .anyMatch(each -> each.startsWith(".") || each.endsWith(".tgz"));
        if (version.isEmpty() && !local) {
            page.error(
                    Code.P332,
                    near,
                    "without --version Helm takes the newest chart, which makes this an upgrade");
        } else if (helm.has("--reuse-values") && !local && !INSTALLED.contains(version)) {
            page.error(
                    Code.P333,
                    near,
                    "--reuse-values is only safe with the version that is installed:"
                            + " --version <cilium-version>, or --reset-then-reuse-values");
        }
    }

    private void values(Invocation helm, String near) {
        SortedSet<Integer> minors = use.minors(page.article().applies());
        boolean onlyConfig = false;
        for (Helm.Setting setting : Helm.settings(helm)) {
            String path = setting.path();
            if (path.contains("<")) {
                continue;
            }
            onlyConfig |= chart.onlyConfig(path);
            SortedSet<Integer> without = chart.without(path, minors);
            if (!without.isEmpty() && !setting.value().equals("null")) {
                page.error(
                        Code.P334,
                        near,
                        "the chart of Cilium "
                                + listed(without)
                                + " has no value '"
                                + path
                                + "': give the versions with 'Only if: cilium …'");
            } else {
                chart.refused(path, setting.value(), minors)
                        .ifPresent(why ->
                                page.error(
                                        Code.P335,
                                        near,
                                        "'"
                                                + path
                                                + "="
                                                + setting.value()
                                                + "' is refused: "
                                                + why));
            }
            if (path.startsWith(FREE_OPTIONS)) {
                option(path.substring(FREE_OPTIONS.length()), minors, near);
            }
        }
        if (onlyConfig && restartsNothing()) {
            page.error(
                    Code.P336,
                    near,
                    "this only changes the ConfigMap: add kubectl rollout restart daemonset/cilium,"
                            + " or deployment/cilium-operator, to the step");
        }
    }

    private void option(String option, SortedSet<Integer> minors, String near) {
        SortedSet<Integer> written = chart.options().getOrDefault(option, new TreeSet<>());
        if (!chart.options().isEmpty()
                && !minors.isEmpty()
                && (written.isEmpty() || written.last() < minors.last())) {
            page.error(
                    Code.P334,
                    near,
                    written.isEmpty()
                            ? "'"
                                    + option
                                    + "' is no option of Cilium that patterns/vocabulary knows"
                            : "'" + option + "' is gone since 1." + (written.last() + 1));
        }
    }

    /// Whether nothing in the step, in any of its fences, restarts what reads the ConfigMap.
    private boolean restartsNothing() {
        return all.stream()
                .filter(each -> each.where().equals(use.where()))
                .noneMatch(each -> RESTARTS.matcher(each.script()).find());
    }

    private static String listed(SortedSet<Integer> minors) {
        return minors.stream().map(minor -> "1." + minor).collect(Collectors.joining(", "));
    }
}
