package dev.clew.packs.cre;

import dev.clew.model.Applies;
import dev.clew.model.CorrelationClause;
import dev.clew.model.Frame;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import dev.clew.packs.Code;
import dev.clew.packs.Problems;
import dev.clew.packs.yaml.YamlFile;
import dev.clew.packs.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a file of rules in the format of CRE: one or more documents with `rules` and `terms`.
public final class CreFile {

    private static final Pattern RULES = Pattern.compile("(?m)^rules\\s*:");

    private static final Pattern RULE = Pattern.compile("(?m)^ *(?:- +)?cre\\s*:");

    /// Other files of a rule base: lists of tags and categories, of sources, of what to run.
    private static final Pattern BESIDE =
            Pattern.compile(
                    "(?m)^(?:categories|tags|sources)\\s*:|^cre\\.[\\w.-]+\\s*:|^section\\s*:\\s*version");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{4,100}");

    private CreFile() {}

    /// Whether a file holds rules in this format.
    public static boolean holdsRules(String text) {
        return RULES.matcher(text).find();
    }

    /// How many rules a file holds, whether or not they can be used.
    public static long written(String text) {
        return holdsRules(text) ? RULE.matcher(text).results().count() : 0;
    }

    /// Whether a file belongs to a rule base and holds no rules.
    public static boolean standsBeside(String text) {
        return !holdsRules(text) && BESIDE.matcher(text).find();
    }

    /// Reads the rules. One that can't be used is left out, with the reason put down.
    ///
    /// @param path as problems name it
    public static List<CreRule> read(String path, String text, Problems problems) {
        List<YamlMap> documents = YamlFile.readAll(path, text, problems);
        Terms terms = Terms.of(documents);
        List<CreRule> rules = new ArrayList<>();
        for (YamlMap document : documents) {
            for (YamlMap.Item item : document.items("rules")) {
                item.map().flatMap(map -> rule(map, terms, problems)).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static Optional<CreRule> rule(YamlMap map, Terms terms, Problems problems) {
        Optional<YamlMap> cre = map.map("cre");
        Optional<YamlMap> rule = map.map("rule");
        if (cre.isEmpty() || rule.isEmpty()) {
            problems.error(map.place(), Code.P102, "a rule needs 'cre' and 'rule'");
            return Optional.empty();
        }
        String id = cre.get().text("id");
        if (!ID.matcher(id).matches() || id.startsWith("-") || id.endsWith("-")) {
            problems.error(cre.get().place("id"), Code.P104, "'" + id + "' is no id of a rule");
            return Optional.empty();
        }
        FrameReader reader = new FrameReader(terms, new Sources(applications(cre.get())), problems);
        Optional<Frame> frame = reader.read(rule.get());
        if (frame.isEmpty() || !reader.isUsable()) {
            return Optional.empty();
        }
        String slug = id.toLowerCase(Locale.ROOT).replaceAll("-+", "-");
        String area = reader.sources().stream().findFirst().orElse("log");
        area = area.startsWith(Rule.FOREIGN) ? area : Rule.FOREIGN + area;
        return Optional.of(
                new CreRule(
                        signature(slug, area, cre.get(), frame.get(), reader, problems),
                        CreArticle.of(slug, area, id, cre.get()),
                        map.place()));
    }

    private static List<String> applications(YamlMap cre) {
        List<String> names = new ArrayList<>();
        for (YamlMap.Item item : cre.items("applications")) {
            item.map()
                    .ifPresent(application -> {
                        application.optionalText("name").ifPresent(names::add);
                        application.optionalText("processName").ifPresent(names::add);
                        application.optionalText("containerName").ifPresent(names::add);
                    });
        }
        return names;
    }

    private static Rule.Signature signature(
            String slug,
            String area,
            YamlMap cre,
            Frame frame,
            FrameReader reader,
            Problems problems) {
        boolean single = frame.size() == 1 && frame.voids().isEmpty() && !frame.isNested();
        return new Rule.Signature(
                slug,
                area,
                CreArticle.plain(cre.optionalText("title").orElse(slug)),
                severity(cre, problems),
                Role.SYMPTOM,
                true,
                Scope.WORKLOAD,
                reader.patterns(),
                single
                        ? List.of()
                        : List.of(
                                new CorrelationClause.InFrame(
                                        frame, scope(reader, frame, cre, problems))),
                Applies.ALWAYS,
                Set.of(),
                Set.of(),
                Set.of(),
                slug,
                List.of(),
                List.of());
    }

    /// 0 is critical, 4 is for information.
    private static Severity severity(YamlMap cre, Problems problems) {
        String word = cre.optionalText("severity").orElse("");
        return switch (word) {
            case "0" -> Severity.CRITICAL;
            case "1" -> Severity.ERROR;
            case "2" -> Severity.WARNING;
            case "3", "4" -> Severity.INFO;
            default -> {
                problems.warning(
                        cre.place(), Code.P104, "'severity' must be 0 to 4: taken to be 2");
                yield Severity.WARNING;
            }
        };
    }

    /// Records of one source belong together; where the rule says more, or looks at several
    /// sources, those of one place.
    private static Scope scope(FrameReader reader, Frame frame, YamlMap cre, Problems problems) {
        Scope narrowest = frame.isNested() ? Scope.CLUSTER : Scope.SOURCE;
        for (String name : reader.correlations()) {
            Scope scope =
                    switch (name) {
                        case "container", "container_id", "containerName" -> Scope.CONTAINER;
                        case "pod", "pod_id", "podName" -> Scope.POD;
                        case "hostname", "host", "machine", "machine_id", "node" -> Scope.NODE;
                        case "namespace" -> Scope.NAMESPACE;
                        default -> Scope.CLUSTER;
                    };
            if (scope == Scope.CLUSTER) {
                problems.warning(
                        cre.place(),
                        Code.P104,
                        "records can't be told apart by '" + name + "', so they are not");
            } else if (narrowest == Scope.SOURCE || scope.compareTo(narrowest) < 0) {
                narrowest = scope;
            }
        }
        return narrowest;
    }
}
