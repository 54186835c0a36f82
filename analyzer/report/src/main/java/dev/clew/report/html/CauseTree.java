package dev.clew.report.html;

import dev.clew.diagnose.Finding;
import dev.clew.diagnose.Incident;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.model.Subject;
import dev.clew.report.words.Phrases;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How trouble spread: from the things at fault, over what hangs on them, to the symptoms.
final class CauseTree {

    private static final int MOST_NODES = 40;
    private static final int MOST_ALONE = 9;
    private static final int DEEPEST = 5;

    private final Sheet sheet;
    private final Phrases words;

    CauseTree(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
    }

    /// A neighbour of a thing, and what joins the two, seen from the thing.
    private record Step(Ref to, String edge) {}

    void write(Incident incident, Finding root, List<Finding> symptoms) {
        CauseNode tree =
                new CauseNode(
                                "",
                                words.say("severity." + root.severity().word())
                                        + " · "
                                        + words.say("role." + root.signature().role().word()),
                                sheet.title(root))
                        .as(root.severity());
        String place =
                incident.rootEntities().isEmpty()
                        ? sheet.places(root)
                        : words.list(incident.rootEntities().stream().map(Ref::toString).toList());
        if (!place.isEmpty()) {
            tree.note(place);
        }
        Map<Ref, CauseNode> places = spread(incident, tree);
        int alone = 0;
        int left = 0;
        for (Finding symptom : symptoms) {
            @Nullable CauseNode at = at(symptom, places);
            if (at != null && at != tree) {
                at.as(symptom.severity()).note(sheet.title(symptom) + times(symptom));
            } else if (alone < MOST_ALONE) {
                alone++;
                tree.add(symptom(symptom));
            } else {
                left++;
            }
        }
        if (left > 0) {
            tree.add(new CauseNode("", "", words.say("more", left)));
        }
        if (tree.children().isEmpty()) {
            return;
        }
        String said =
                words.say(
                        "leads.picture",
                        sheet.title(root),
                        words.list(symptoms.stream().limit(10).map(sheet::title).toList()));
        new CausePicture(sheet.out()).write(tree, said, words.say("leads"));
    }

    private CauseNode symptom(Finding symptom) {
        CauseNode node =
                new CauseNode(
                                "",
                                words.say("severity." + symptom.severity().word()) + times(symptom),
                                sheet.title(symptom))
                        .as(symptom.severity());
        String place = sheet.places(symptom);
        return place.isEmpty() ? node : node.note(place);
    }

    private static String times(Finding finding) {
        return finding.count() > 1 ? " ×" + finding.count() : "";
    }

    private static @Nullable CauseNode at(Finding symptom, Map<Ref, CauseNode> places) {
        for (Subject each : symptom.subjects()) {
            CauseNode node = places.get(Ref.of(each));
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    /// The things along the chain as boxes, each hung on the one that trouble came from.
    private Map<Ref, CauseNode> spread(Incident incident, CauseNode tree) {
        Map<Ref, List<Step>> next = new LinkedHashMap<>();
        for (Link link : incident.chain()) {
            String edge = words.say("edge." + link.type().word());
            next.computeIfAbsent(link.from(), any -> new ArrayList<>())
                    .add(new Step(link.to(), edge + " →"));
            next.computeIfAbsent(link.to(), any -> new ArrayList<>())
                    .add(new Step(link.from(), "← " + edge));
        }
        Map<Ref, CauseNode> places = new LinkedHashMap<>();
        Map<Ref, Integer> depths = new LinkedHashMap<>();
        Deque<Ref> open = new ArrayDeque<>();
        Set<Ref> starts = new HashSet<>(incident.rootEntities());
        if (starts.isEmpty() && !incident.chain().isEmpty()) {
            starts.add(incident.chain().getFirst().from());
        }
        for (Ref start : starts.stream().sorted().toList()) {
            places.put(start, tree);
            depths.put(start, 0);
            open.add(start);
        }
        while (!open.isEmpty() && places.size() < MOST_NODES) {
            Ref at = open.remove();
            int depth = depths.getOrDefault(at, 0);
            CauseNode parent = places.get(at);
            if (parent == null || depth == DEEPEST - 1) {
                continue;
            }
            for (Step step : next.getOrDefault(at, List.of())) {
                if (!places.containsKey(step.to()) && places.size() < MOST_NODES) {
                    CauseNode node = new CauseNode(step.edge(), step.to().kind(), name(step.to()));
                    parent.add(node);
                    places.put(step.to(), node);
                    depths.put(step.to(), depth + 1);
                    open.add(step.to());
                }
            }
        }
        return places;
    }

    private static String name(Ref ref) {
        return (ref.namespace() == null ? "" : ref.namespace() + "/") + ref.name();
    }
}
