package dev.clew.author.article;

import dev.clew.model.FixStep;
import dev.clew.packs.Code;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds steps that change something to the platforms on which their commands exist.
final class PlatformRules {

    private static final String OWN_GROUND = "kubeadm";

    private static final Pattern OWN_CONTROL_PLANE =
            Pattern.compile(
                    "\\bkubeadm (?:reset|init|join|upgrade|certs|token)\\b|/etc/kubernetes/manifests|/etc/kubernetes/pki|/etc/kubernetes/[\\w-]+\\.conf|\\betcdctl\\b");
    private static final Set<String> OF_CONTROL_PLANES = Set.of("control-plane", "platform");

    private static final Pattern PACKAGE_MANAGER =
            Pattern.compile(
                    "\\b(?:apt-get|apt|yum|dnf|zypper)(?: -\\S+)* (?:install|upgrade|update|remove|downgrade)\\b");
    private static final Set<String> OF_SYSTEMS = Set.of("os", "node-os", "platform");

    private PlatformRules() {}

    static void check(PageUnderTest page, Use use) {
        if (use.step().risk() == FixStep.Risk.READ_ONLY) {
            return;
        }
        if (!page.article().area().equals(OWN_GROUND)) {
            check(page, use, OWN_CONTROL_PLANE, OF_CONTROL_PLANES, "control-plane != managed");
        }
        check(page, use, PACKAGE_MANAGER, OF_SYSTEMS, "os = ubuntu or debian");
    }

    private static void check(
            PageUnderTest page, Use use, Pattern command, Set<String> conditions, String example) {
        boolean said =
                use.step().condition().values().stream()
                        .anyMatch(each -> conditions.contains(each.name()));
        Matcher found = command.matcher(use.script());
        if (!said && found.find()) {
            page.error(
                    Code.P342,
                    found.group(),
                    "'" + found.group() + "' is not there everywhere: Only if: " + example);
        }
    }
}
