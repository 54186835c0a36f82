package dev.clew.packs.rule;

import dev.clew.model.Applies;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Scope;
import dev.clew.model.Severity;
import dev.clew.model.Software;
import dev.clew.model.VersionRange;
import dev.clew.packs.Code;
import dev.clew.packs.Problems;
import dev.clew.packs.yaml.YamlFile;
import dev.clew.packs.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the files of a pack: one rule each.
public final class RuleReader {

    private static final Set<String> SIGNATURE =
            Set.of(
                    "title",
                    "severity",
                    "role",
                    "generic",
                    "reach",
                    "reads",
                    "match",
                    "variants",
                    "across",
                    "applies",
                    "explains",
                    "supersedes",
                    "along",
                    "article",
                    "source",
                    "hits",
                    "misses");
    private static final Set<String> BENIGN =
            Set.of(
                    "title",
                    "reason",
                    "reference",
                    "reads",
                    "match",
                    "variants",
                    "applies",
                    "suppresses",
                    "hits",
                    "misses");
    private static final Set<String> FACT = Set.of("reads", "match", "variants", "applies", "hits");
    static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();
    private static final List<String> SCOPES =
            Arrays.stream(Scope.values()).map(Scope::word).toList();

    private RuleReader() {}

    /// What a file of a pack holds, by the folder it stands in.
    public enum Type {
        SIGNATURE,
        BENIGN,
        FACT
    }

    /// Reads the rule of a file.
    ///
    /// @param path as problems name it
    /// @return empty if the file is no YAML mapping; a rule with gaps if single values are wrong,
    ///   with the problems put down
    public static Optional<Rule> read(
            Type type, String id, String area, String path, String text, Problems problems) {
        return YamlFile.read(path, text, problems)
                .map(map ->
                        switch (type) {
                            case SIGNATURE -> signature(id, area, map);
                            case BENIGN -> benign(id, area, map);
                            case FACT -> fact(id, area, map);
                        });
    }

    private static Rule signature(String id, String area, YamlMap map) {
        map.allow(SIGNATURE);
        String title = map.text("title");
        required(map, "severity");
        required(map, "role");
        return new Rule.Signature(
                id,
                area,
                title,
                Vocabulary.word(map, "severity", Severity.ERROR, Severity::of, SEVERITIES),
                Vocabulary.word(map, "role", Role.CAUSE, Role::of, List.of("cause", "symptom")),
                map.flag("generic"),
                Vocabulary.word(map, "reach", Scope.WORKLOAD, Scope::of, SCOPES),
                PatternReader.patterns(map),
                PatternReader.across(map),
                applies(map, "applies"),
                new HashSet<>(map.texts("explains")),
                new HashSet<>(map.texts("supersedes")),
                new HashSet<>(map.texts("along")),
                map.text("article"),
                samples(map, "hits", false),
                samples(map, "misses", true));
    }

    private static Rule benign(String id, String area, YamlMap map) {
        map.allow(BENIGN);
        String reference = map.text("reference");
        if (!reference.isEmpty() && !reference.startsWith("https://")) {
            map.problems()
                    .error(
                            map.place("reference"),
                            Code.P311,
                            "'" + reference + "' is no https address");
        }
        return new Rule.Benign(
                id,
                area,
                map.text("title"),
                map.text("reason"),
                reference,
                PatternReader.patterns(map),
                applies(map, "applies"),
                new HashSet<>(map.texts("suppresses")),
                samples(map, "hits", false),
                samples(map, "misses", true));
    }

    private static Rule fact(String id, String area, YamlMap map) {
        map.allow(FACT);
        return new Rule.Fact(
                id,
                area,
                PatternReader.patterns(map),
                applies(map, "applies"),
                samples(map, "hits", false));
    }

    private static void required(YamlMap map, String key) {
        if (!map.has(key)) {
            map.problems().error(map.place(), Code.P102, "'" + key + "' is missing");
        }
    }

    /// The version ranges of a key, by software.
    public static Applies applies(YamlMap map, String key) {
        Optional<YamlMap> ranges = map.map(key);
        if (ranges.isEmpty()) {
            return Applies.ALWAYS;
        }
        Map<Software, VersionRange> all = new EnumMap<>(Software.class);
        for (String name : ranges.get().keys()) {
            Optional<Software> software = Software.of(name);
            Optional<String> text = ranges.get().optionalText(name);
            Optional<VersionRange> range = text.flatMap(VersionRange::of);
            if (software.isEmpty()) {
                map.problems()
                        .error(
                                ranges.get().place(name),
                                Code.P104,
                                "'"
                                        + name
                                        + "' is no software with versions; known: "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(Software.values())
                                                        .map(Software::word)
                                                        .toList()));
            } else if (range.isEmpty()) {
                map.problems()
                        .error(
                                ranges.get().place(name),
                                Code.P107,
                                "'"
                                        + text.orElse("")
                                        + "' is no version range such as >=1.8 <1.14");
            } else {
                all.put(software.get(), range.get());
            }
        }
        return new Applies(all);
    }

    private static List<Rule.Sample> samples(YamlMap map, String key, boolean misses) {
        List<Rule.Sample> samples = new ArrayList<>();
        for (YamlMap.Item item : map.items(key)) {
            if (item.isText() && !misses) {
                item.text().ifPresent(text -> samples.add(new Rule.Sample(text, null, null)));
            } else {
                item.map().ifPresent(sample -> samples.add(sample(sample, misses)));
            }
        }
        return samples;
    }

    private static Rule.Sample sample(YamlMap map, boolean miss) {
        map.allow(miss ? Set.of("lines", "file", "because") : Set.of("lines", "file"));
        @Nullable String because = miss ? map.text("because") : null;
        return new Rule.Sample(map.text("lines"), map.optionalText("file").orElse(null), because);
    }
}
