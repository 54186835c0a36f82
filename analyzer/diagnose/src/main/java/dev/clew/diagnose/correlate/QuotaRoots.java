package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import dev.clew.model.Entity;
import dev.clew.model.Subject;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The quota that is used up, by its name in the message, or the limit range that forbids.
final class QuotaRoots implements NamedRoots {

    private static final Pattern QUOTA =
            Pattern.compile("(?:exceeded|failed|unknown for) quota: ([a-z0-9][a-z0-9.-]{0,252})");
    private static final Pattern RANGE =
            Pattern.compile(
                    "(?:[Mm]aximum|[Mm]inimum|max limit to request ratio) ?\\S* (?:usage )?per (Container|Pod|PersistentVolumeClaim)");

    private final ClusterGraph graph;

    QuotaRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        Set<String> namespaces = namespaces(group);
        Matcher quota = QUOTA.matcher(text);
        if (quota.find()) {
            String name = quota.group(1).replaceFirst("\\.$", "");
            for (String namespace : namespaces) {
                roots.add(new Ref("ResourceQuota", namespace, name));
            }
            return roots;
        }
        Matcher range = RANGE.matcher(text);
        if (range.find()) {
            for (ClusterObject each : graph.read("LimitRange")) {
                if (namespaces.contains(each.namespace())
                        && each.data().items("spec", "limits").stream()
                                .map(limit -> limit.text("type"))
                                .anyMatch(range.group(1)::equals)) {
                    roots.add(each.ref());
                }
            }
        }
        return roots;
    }

    static Set<String> namespaces(Group group) {
        Set<String> namespaces = new LinkedHashSet<>();
        group.subjects.stream()
                .map(Subject::namespace)
                .filter(Objects::nonNull)
                .forEach(namespaces::add);
        if (namespaces.isEmpty()) {
            group.entities.stream()
                    .map(Entity::namespace)
                    .filter(Objects::nonNull)
                    .forEach(namespaces::add);
        }
        return namespaces;
    }
}
