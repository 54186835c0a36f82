package dev.clew.author.article;

import dev.clew.author.commands.Invocation;
import dev.clew.author.commands.Kubectl;
import dev.clew.author.commands.ShellCommand;
import dev.clew.model.FixStep;
import dev.clew.packs.Code;
import dev.clew.packs.vocabulary.KubectlGrammar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds the calls of kubectl in a fence to its commands and flags, and to what they say they do.
final class KubectlRules {

    private static final Set<String> CHANGES =
            Set.of(
                    "apply",
                    "create",
                    "delete",
                    "edit",
                    "patch",
                    "replace",
                    "scale",
                    "autoscale",
                    "expose",
                    "label",
                    "annotate",
                    "taint",
                    "cordon",
                    "uncordon",
                    "drain",
                    "rollout restart",
                    "rollout undo",
                    "rollout pause",
                    "rollout resume",
                    "certificate approve",
                    "certificate deny",
                    "run",
                    "debug");
    private static final Set<String> INTERRUPTS =
            Set.of("drain", "rollout restart", "rollout undo");
    private static final Pattern FILLED_LIST =
            Pattern.compile("\"?[\\w-]+\"?\\s*:\\s*\\[\\s*[^\\]\\s]");
    private static final Pattern NAMED_LIST =
            Pattern.compile("\"?([\\w-]+)\"?\\s*:\\s*\\[\\s*[^\\]\\s]");
    private static final Pattern ACCOUNT = Pattern.compile("(?:serviceaccounts?|sa)(?:/.*)?");

    /// Lists whose items a strategic merge patch finds by a key (`x-kubernetes-patch-merge-key` of
    /// the OpenAPI document of Kubernetes); all others are replaced as a whole.
    private static final Set<String> MERGED =
            Set.of(
                    "containers",
                    "initContainers",
                    "ephemeralContainers",
                    "env",
                    "volumes",
                    "volumeMounts",
                    "volumeDevices",
                    "ports",
                    "hostAliases",
                    "imagePullSecrets",
                    "topologySpreadConstraints",
                    "resourceClaims",
                    "schedulingGates",
                    "ownerReferences",
                    "finalizers",
                    "conditions",
                    "secrets",
                    "webhooks");

    private static final Pattern KEPT = Pattern.compile("kubectl get .* -o yaml > \\S+");
    private static final Pattern INDEX = Pattern.compile("/\\d+(?:/|\"|$)");

    private final PageUnderTest page;
    private final Use use;
    private final KubectlGrammar grammar;

    KubectlRules(PageUnderTest page, Use use, KubectlGrammar grammar) {
        this.page = page;
        this.use = use;
        this.grammar = grammar;
    }

    void check() {
        use.script()
                .lines()
                .filter(line -> KEPT.matcher(line).find())
                .forEach(line ->
                        page.error(
                                Code.P343,
                                line,
                                "the API server refuses an object with the resourceVersion of then:"
                                        + " -o yaml | grep -vE '^ {2,4}resourceVersion:' > file"));
        for (ShellCommand command : use.commands()) {
            Optional<Invocation> call = Kubectl.of(command, grammar);
            call.ifPresent(each -> {
                String near = near(command);
                grammar(each, command, near);
                names(each, near);
                patches(each, near);
                places(each, command, near);
                risk(each, near);
            });
        }
    }

    /// The line of the fence that the command stands in, as far as that can be told.
    private String near(ShellCommand command) {
        String program = command.words().getFirst();
        List<String> tail = command.words().stream().skip(1).limit(2).toList();
        return use.script()
                .lines()
                .filter(line -> line.contains(program) && tail.stream().allMatch(line::contains))
                .findFirst()
                .orElse(use.script());
    }

    private void grammar(Invocation call, ShellCommand command, String near) {
        if (call.command().isEmpty()) {
            page.error(Code.P331, near, "kubectl has no command '" + command.text() + "'");
            return;
        }
        for (String flag : call.unknown()) {
            page.error(
                    Code.P331, near, "kubectl " + call.command() + " has no flag '" + flag + "'");
        }
    }

    private void names(Invocation call, String near) {
        boolean restarts = call.command().equals("rollout restart");
        boolean edits = call.command().equals("edit");
        if (!restarts && !edits && !call.command().equals("delete")) {
            return;
        }
        boolean selected = call.has("-l", "--selector", "-f", "--filename", "-k", "--kustomize");
        List<String> arguments = call.arguments();
        boolean named =
                arguments.size() > 1
                        || (arguments.size() == 1
                                && (arguments.getFirst().contains("/")
                                        || arguments.getFirst().startsWith("$")
                                        || (edits && arguments.getFirst().startsWith("<"))));
        if (!selected && !named) {
            page.error(
                    Code.P337,
                    near,
                    restarts
                            ? "rollout restart without a name restarts all of the namespace"
                            : edits
                                    ? "edit without a name opens all objects of that kind"
                                    : "delete without a name or label deletes more than one means");
        }
        if (call.flags().keySet().stream().anyMatch(flag -> flag.equals("--all")) && !selected) {
            page.error(Code.P337, near, "--all deletes everything of that kind");
        }
    }

    private void patches(Invocation call, String near) {
        if (!call.command().equals("patch")) {
            return;
        }
        String patch = call.flag("-p", "--patch").orElse("");
        String type = call.flag("--type").orElse("strategic");
        if (type.equals("merge") && FILLED_LIST.matcher(patch).find()) {
            page.error(
                    Code.P338,
                    near,
                    "a merge patch replaces the whole list: use a strategic merge patch with the"
                            + " name of the item, kubectl set or kubectl edit");
        }
        Matcher list = NAMED_LIST.matcher(patch);
        while (type.equals("strategic") && list.find()) {
            String name = list.group(1);
            boolean ofAccount =
                    name.equals("imagePullSecrets")
                            && call.arguments().stream().anyMatch(ACCOUNT.asMatchPredicate());
            if (ofAccount || !MERGED.contains(name)) {
                page.error(
                        Code.P338,
                        near,
                        "the list "
                                + name
                                + " has no key, so a strategic merge patch replaces it: use kubectl"
                                + " edit, or a JSON patch that adds /-");
            }
        }
        Matcher path = Pattern.compile("\"path\"\\s*:\\s*\"([^\"]*)\"").matcher(patch);
        while (type.equals("json") && path.find()) {
            if (INDEX.matcher(path.group(1)).find()) {
                page.error(
                        Code.P338, near, path.group(1) + " takes an item by its position: name it");
            }
        }
    }

    private void places(Invocation call, ShellCommand command, String near) {
        String namespace = call.flag("-n", "--namespace").orElse("");
        String words =
                String.join(" ", call.arguments()) + " " + call.flag("-l", "--selector").orElse("");
        boolean ofCilium = words.contains("cilium") || words.contains("hubble");
        if (namespace.equals("kube-system") && ofCilium) {
            page.error(
                    Code.P340, near, "Cilium may run in another namespace: -n <cilium-namespace>");
        }
        if (namespace.equals("default") && !words.contains("kubernetes")) {
            page.error(Code.P340, near, "the finding knows its namespace: -n <namespace>");
        }
        if (namespace.equals("<cilium-namespace>") && command.words().contains("<pod>")) {
            page.error(
                    Code.P340,
                    near,
                    "<pod> is the pod of the finding: <agent-pod>, <operator-pod> or <envoy-pod>");
        }
    }

    private void risk(Invocation call, String near) {
        FixStep.Risk risk = use.step().risk();
        boolean tries = call.has("--dry-run") && !call.flag("--dry-run").orElse("").equals("none");
        if (risk == null || tries) {
            return;
        }
        boolean changes = CHANGES.contains(call.command()) || call.command().startsWith("set ");
        if (risk == FixStep.Risk.READ_ONLY && changes && !own(call)) {
            page.error(
                    Code.P341,
                    near,
                    "kubectl " + call.command() + " changes something: not read-only");
        }
        if (risk == FixStep.Risk.CHANGES && INTERRUPTS.contains(call.command())) {
            page.error(
                    Code.P341,
                    near,
                    "kubectl " + call.command() + " interrupts something: disruptive");
        }
    }

    /// Commands that ask the API server, by means of objects that are never kept.
    private static boolean own(Invocation call) {
        return call.command().equals("run") && call.has("--rm");
    }
}
