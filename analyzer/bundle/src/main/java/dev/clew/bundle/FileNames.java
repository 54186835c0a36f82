package dev.clew.bundle;

import dev.clew.bundle.log.Components;
import dev.clew.model.Entity;
import dev.clew.model.Workloads;
import dev.clew.model.YearFrom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads off the name of a loose file whose log it is: `cilium-vk624.log`, `kubelet.log`,
/// `logs-cilium-x-cilium-agent.txt`.
final class FileNames {

    private static final Pattern ENDING =
            Pattern.compile("(?:\\.(?:log|txt|out|json|yaml|yml|md|gz|1|0))+$");
    private static final Pattern PREVIOUS = Pattern.compile("[-_.](?:prev|previous)$");
    private static final Pattern FRONT = Pattern.compile("^(?:logs?|describe|desc|pod)[-_]");
    private static final Pattern KERNEL = Pattern.compile("^(?:dmesg|kern|kernel)$");

    private FileNames() {}

    /// The source of a file of that path, whose name may tell of pod and program.
    static Source source(String path, int year) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String stem = ENDING.matcher(name).replaceFirst("");
        Matcher previous = PREVIOUS.matcher(stem);
        boolean isPrevious = previous.find() || stem.equals("previous");
        stem = previous.replaceFirst("");
        stem = FRONT.matcher(stem).replaceFirst("");
        Entity entity = Workloads.looksLikePod(stem) ? Entity.ofPod(null, stem) : Entity.UNKNOWN;
        String component =
                KERNEL.matcher(stem).matches()
                        ? "kernel"
                        : entity.pod() != null ? Components.ofWorkload(stem) : Components.of(stem);
        return new Source(
                path,
                entity,
                component.equals("cilium-agent") && entity.pod() == null ? "" : component,
                isPrevious,
                java.time.Year.of(year),
                YearFrom.CLOCK);
    }

    private static final java.util.Map<String, String> CILIUM =
            java.util.Map.of(
                    "agent",
                    "cilium-agent",
                    "cilium",
                    "cilium-agent",
                    "cilium-agent",
                    "cilium-agent",
                    "operator",
                    "cilium-operator",
                    "relay",
                    "hubble-relay");

    /// The same source, with the component filled in where the name may mean one of Cilium's and
    /// what is in the file does.
    static Source refine(Source source, byte[] head, int length) {
        String name =
                source.path()
                        .substring(source.path().lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT);
        String component =
                source.component().isEmpty()
                        ? CILIUM.get(ENDING.matcher(name).replaceFirst(""))
                        : null;
        if (component == null) {
            return source;
        }
        String text = new String(head, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean ciliums =
                text.contains(" subsys=")
                        || text.contains("\"subsys\":")
                        || text.contains("github.com/cilium/")
                        || text.contains(" module=");
        return ciliums ? source.with(source.entity(), component) : source;
    }
}
