package dev.clew.bundle.text;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.Components;
import dev.clew.model.Entity;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A command line that someone typed, with or without the prompt in front. What it asks for tells
/// what the lines after it are about.
final class CommandShape implements Shape {

    private static final Pattern PROMPT =
            Pattern.compile(
                    "^\\s*(?:\\(\\S+\\)"
                            + " ?)?(?:\\[?[\\w.-]+@[\\w.-]+[^#$%>]{0,80}?[#$%>]\\]?[#$]?|[\\w.-]+(?::~?[\\w/.-]*)?[#$]|[$❯➜➤»]+|PS"
                            + " [A-Z]:[^>]*>|%|#|>) +(?:~ )?(\\S.*)$");
    private static final Pattern TOOL =
            Pattern.compile(
                    "^(?:sudo |time |watch |\\w+=\\S++"
                            + " )*+(kubectl|k|oc|helm|helmfile|cilium|cilium-dbg|cilium-health|hubble|kubeadm|journalctl|crictl|docker|systemctl|minikube|k3s|microk8s|microk8s\\.\\w+|kind|talosctl|dmesg|curl|terraform|etcdctl|ctr|nerdctl|k0s|rke2|snap|flux|argocd|kustomize)(?="
                            + " |$)(.*)$");

    @Override
    public boolean take(Page page, Context context) {
        Line line = page.peek();
        String command = command(line.text());
        if (command == null) {
            return false;
        }
        page.take();
        StringBuilder whole = new StringBuilder(command);
        StringBuilder raw = new StringBuilder(line.raw());
        while (whole.charAt(whole.length() - 1) == '\\'
                && page.hasNext()
                && !page.peek().isBlank()) {
            whole.setLength(whole.length() - 1);
            Line more = page.take();
            whole.append(' ').append(more.words());
            raw.append('\n').append(more.raw());
        }
        context.startOver();
        Matcher tool = TOOL.matcher(whole);
        String name = tool.find() ? tool.group(1) : "";
        if (!name.isEmpty()) {
            context.source = context.source.with(context.source.entity(), "");
            understand(name, words(tool.group(2)), context);
        }
        context.emit(
                LogRecord.of(RecordKind.COMMAND, context.origin(line), raw.toString())
                        .text(whole.toString().replaceAll("\\s+", " "))
                        .field("tool", name)
                        .entity(context.source.entity()));
        return true;
    }

    private static @Nullable String command(String text) {
        String bare = text.strip();
        if (TOOL.matcher(bare).find()
                && !bare.contains(": ")
                && !bare.contains("  ")
                && bare.contains(" ")) {
            return bare;
        }
        Matcher prompt = PROMPT.matcher(text);
        if (!prompt.matches()) {
            return null;
        }
        String command = prompt.group(1).strip();
        boolean known = TOOL.matcher(command).find();
        boolean comment =
                text.stripLeading().startsWith("#")
                        || text.stripLeading().startsWith(">")
                        || text.stripLeading().startsWith("%");
        return known || !comment ? command : null;
    }

    private static List<String> words(String arguments) {
        List<String> words = new ArrayList<>();
        for (String word : arguments.strip().split("\\s+", -1)) {
            if (word.equals("|") || word.equals("&&") || word.equals(";") || word.startsWith(">")) {
                break;
            }
            words.add(word);
        }
        return words;
    }

    private static void understand(String tool, List<String> words, Context context) {
        String namespace = option(words, "-n", "--namespace");
        List<String> plain = plain(words);
        String verb = plain.isEmpty() ? "" : plain.getFirst();
        Entity entity = context.source.entity();
        String component = "";
        if (tool.equals("kubectl") || tool.equals("k") || tool.equals("oc")) {
            if ((verb.equals("logs") || verb.equals("log") || verb.equals("exec"))
                    && plain.size() > 1) {
                String pod = podName(plain.get(1));
                String container = option(words, "-c", "--container");
                entity =
                        pod == null
                                ? entity.withNamespace(namespace)
                                : Entity.ofPod(namespace, pod).withContainer(container);
                component =
                        Components.ofWorkload(
                                container != null
                                        ? container
                                        : plain.get(1).substring(plain.get(1).indexOf('/') + 1));
            } else if ((verb.equals("get") || verb.equals("describe")) && plain.size() > 1) {
                context.objectKind = ResourceNames.kind(plain.get(1).replaceFirst("/.*", ""));
                entity = entity.withNamespace(namespace);
            }
        } else if (tool.equals("journalctl")) {
            String unit = option(words, "-u", "--unit");
            component = unit == null ? "" : Components.of(unit.replace(".service", ""));
        } else if (tool.equals("dmesg")) {
            component = "kernel";
        } else if (tool.equals("docker") || tool.equals("crictl")) {
            component = "";
        } else if (tool.startsWith("cilium")) {
            component = tool.equals("cilium") ? "" : "cilium-agent";
        } else {
            component = Components.of(tool);
            if (tool.equals("helm")) {
                context.release = HelmCommand.release(words);
            }
        }
        Source known = context.source;
        context.source =
                new Source(
                        known.path(),
                        entity.or(known.entity()),
                        component.isEmpty() ? known.component() : component,
                        known.previous(),
                        known.year(),
                        known.yearFrom(),
                        known.format());
    }

    private static List<String> plain(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                break;
            }
            if (word.equals("-n")
                    || word.equals("--namespace")
                    || word.equals("-c")
                    || word.equals("--container")
                    || word.equals("-o")
                    || word.equals("-l")
                    || word.equals("--context")
                    || word.equals("--kubeconfig")) {
                i++;
            } else if (!word.startsWith("-")) {
                plain.add(word);
            }
        }
        return plain;
    }

    private static @Nullable String option(List<String> words, String brief, String full) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals(brief) || word.equals(full)) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
            if (word.startsWith(full + "=")) {
                return word.substring(full.length() + 1);
            }
            if (word.startsWith(brief)
                    && word.length() > 2
                    && !word.startsWith("--")
                    && word.charAt(2) != '=') {
                return word.substring(2);
            }
        }
        return null;
    }

    /// The pod in an argument of `logs` or `exec`; null where it is a workload (`ds/cilium`).
    private static @Nullable String podName(String argument) {
        int slash = argument.indexOf('/');
        if (slash < 0) {
            return argument.matches("[a-z0-9][a-z0-9.-]*") ? argument : null;
        }
        String kind = argument.substring(0, slash);
        return kind.equals("pod") || kind.equals("pods") || kind.equals("po")
                ? argument.substring(slash + 1)
                : null;
    }
}
