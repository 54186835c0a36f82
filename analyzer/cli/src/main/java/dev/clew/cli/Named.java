package dev.clew.cli;

import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Finding;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the object that `--about KIND/NAME` names.
final class Named {

    private static final Map<String, String> SHORT =
            Map.ofEntries(
                    Map.entry("po", "pod"),
                    Map.entry("deploy", "deployment"),
                    Map.entry("sts", "statefulset"),
                    Map.entry("ds", "daemonset"),
                    Map.entry("rs", "replicaset"),
                    Map.entry("cj", "cronjob"),
                    Map.entry("svc", "service"),
                    Map.entry("ing", "ingress"),
                    Map.entry("no", "node"),
                    Map.entry("ns", "namespace"),
                    Map.entry("cm", "configmap"),
                    Map.entry("sa", "serviceaccount"),
                    Map.entry("pvc", "persistentvolumeclaim"),
                    Map.entry("pv", "persistentvolume"),
                    Map.entry("sc", "storageclass"),
                    Map.entry("hpa", "horizontalpodautoscaler"),
                    Map.entry("pdb", "poddisruptionbudget"),
                    Map.entry("netpol", "networkpolicy"),
                    Map.entry("cnp", "ciliumnetworkpolicy"),
                    Map.entry("quota", "resourcequota"));

    private Named() {}

    /// The name as it is written, before anything was read.
    ///
    /// @throws UserError if it is not of the form KIND/NAME
    static void check(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new UserError(Exit.USAGE, "--about takes KIND/NAME, such as Service/web");
        }
    }

    /// The object of that name, the kind in any case or kubectl's short form.
    ///
    /// @param namespace null for any
    /// @throws UserError if the input has none, or several in different namespaces
    static Ref find(Diagnosis diagnosis, String text, @Nullable String namespace) {
        check(text);
        int slash = text.indexOf('/');
        String given = text.substring(0, slash).toLowerCase(Locale.ROOT);
        String kind = SHORT.getOrDefault(given, given);
        String name = text.substring(slash + 1);
        Stream<Ref> known =
                Stream.concat(
                        diagnosis.graph().objects().stream().map(ClusterObject::ref),
                        diagnosis.findings().stream()
                                .map(Finding::subjects)
                                .flatMap(subjects -> subjects.stream().map(Ref::of)));
        Set<Ref> found =
                known.filter(ref ->
                                ref.kind().equalsIgnoreCase(kind)
                                        && ref.name().equals(name)
                                        && (namespace == null
                                                || ref.namespace() == null
                                                || namespace.equals(ref.namespace())))
                        .collect(Collectors.toCollection(TreeSet::new));
        if (found.isEmpty()) {
            throw new UserError(
                    Exit.NO_INPUT,
                    text
                            + (namespace == null ? "" : " of namespace " + namespace)
                            + " is not in the input");
        }
        if (found.size() > 1) {
            throw new UserError(
                    Exit.USAGE,
                    text
                            + " is in the namespaces "
                            + found.stream()
                                    .map(ref -> String.valueOf(ref.namespace()))
                                    .collect(Collectors.joining(", "))
                            + "; name one with -n");
        }
        return found.iterator().next();
    }
}
