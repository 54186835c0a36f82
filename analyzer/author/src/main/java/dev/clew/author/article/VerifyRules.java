package dev.clew.author.article;

import dev.clew.author.commands.Invocation;
import dev.clew.author.commands.Kubectl;
import dev.clew.author.commands.ShellCommand;
import dev.clew.author.commands.ShellScript;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.packs.Code;
import dev.clew.packs.vocabulary.KubectlGrammar;
import java.util.Set;
import java.util.regex.Pattern;

/// The section **Verify** looks at all of what was broken, and can fail.
final class VerifyRules {

    private static final Set<String> INTO_ONE_POD = Set.of("exec", "logs", "port-forward", "cp");
    private static final Pattern MANY_PODS =
            Pattern.compile(
                    "(?:ds|daemonsets?|deploy|deployments?|sts|statefulsets?|svc|services?)(?:\\.[a-z.]+)?/.*");
    private static final Pattern ROLLS =
            Pattern.compile(
                    "\\b(rollout (restart|undo)|helm (upgrade|install|rollback|uninstall)|kubectl.* (set|patch|apply|edit|replace|delete|scale|create)|kubeadm)\\b");

    private VerifyRules() {}

    static void check(PageUnderTest page, Guide guide, KubectlGrammar grammar) {
        boolean rolls =
                page.article().steps().stream()
                        .map(FixStep::command)
                        .anyMatch(command -> command != null && ROLLS.matcher(command).find());
        boolean looks = false;
        boolean expects = false;
        for (FixStep step : guide.verify()) {
            expects |= step.notes().containsKey(FixStep.Note.EXPECT);
            String script = step.command();
            if (script == null) {
                continue;
            }
            looks = true;
            for (ShellCommand command : ShellScript.commands(script)) {
                Kubectl.of(command, grammar).ifPresent(call -> call(page, call, script, rolls));
            }
        }
        if (!looks) {
            page.error(Code.P339, "## Verify", "give a command that shows whether it is over");
        }
        if (!expects) {
            page.error(
                    Code.P339, "## Verify", "say after the command what it shows then: Expect: …");
        }
    }

    private static void call(PageUnderTest page, Invocation call, String script, boolean rolls) {
        if (call.has("--dry-run")) {
            page.error(Code.P339, script, "--dry-run never does what failed, so it can't fail");
        }
        boolean one =
                INTO_ONE_POD.contains(call.command())
                        && call.arguments().stream()
                                .anyMatch(each -> MANY_PODS.matcher(each).matches());
        if (one && !call.has("--all-pods")) {
            page.error(
                    Code.P339,
                    script,
                    "kubectl "
                            + call.command()
                            + " takes one pod of many: use a loop over all pods, or -l with --prefix");
        }
        if (call.command().equals("rollout status") && !rolls) {
            page.error(
                    Code.P339,
                    script,
                    "rollout status says yes at once where no step rolled anything out");
        }
    }
}
