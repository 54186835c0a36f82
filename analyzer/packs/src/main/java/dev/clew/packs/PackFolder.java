package dev.clew.packs;

import dev.clew.model.Rule;
import dev.clew.packs.cre.CreFile;
import dev.clew.packs.cre.CreRule;
import dev.clew.packs.rule.RuleReader;
import dev.clew.packs.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a folder of rules: `signatures/<area>/<id>.yaml`, `benign/<area>/<id>.yaml`,
/// `facts/<area>/<id>.yaml`. A file that stands in none of the three holds a signature, so that a
/// folder with nothing but signatures is a pack too. Files in the format of CRE may stand anywhere.
public final class PackFolder {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private PackFolder() {}

    /// The file of a pack that names sets of signatures.
    public static final String GROUPS = "groups.yaml";

    /// The folder of a pack that holds its vocabulary.
    public static final String VOCABULARY = "vocabulary";

    /// The folder of the rules by which secrets are taken out.
    public static final String REDACTION = "redaction";

    /// A rule and the file it was read from.
    public record Entry(Rule rule, String path) {}

    /// Reads all rules below a folder, in the order of their paths.
    ///
    /// @throws IOException if the folder can't be listed
    public static List<Entry> read(Path folder, Problems problems) throws IOException {
        return read(folder, Optional.empty(), problems);
    }

    /// Reads all rules below a folder, which may use the groups of another pack beside their own.
    ///
    /// @param groupsBeside the other pack's file of groups
    /// @throws IOException if the folder can't be listed
    public static List<Entry> read(Path folder, Optional<Path> groupsBeside, Problems problems)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        SymptomGroups groups = SymptomGroups.read(folder.resolve(GROUPS), groupsBeside, problems);
        for (Path file : files(folder, ".yaml")) {
            Path below = folder.relativize(file);
            if (below.getNameCount() == 1
                    && (below.toString().equals(GROUPS) || below.toString().startsWith("schema"))) {
                continue;
            }
            if (below.startsWith(VOCABULARY) || below.startsWith(REDACTION)) {
                continue;
            }
            String path = file.toString();
            String id = below.getFileName().toString().replaceFirst("\\.yaml$", "");
            Optional<String> text = text(file, problems);
            if (text.filter(CreFile::holdsRules).isPresent()) {
                for (CreRule each : CreFile.read(path, text.get(), problems)) {
                    String before = seen.putIfAbsent(each.signature().id(), path);
                    if (before == null) {
                        entries.add(new Entry(each.signature(), path));
                    } else {
                        problems.error(
                                each.place(),
                                Code.P111,
                                "'"
                                        + each.signature().id()
                                        + "' is the id of "
                                        + before
                                        + " already");
                    }
                }
                continue;
            }
            if (text.filter(CreFile::standsBeside).isPresent()) {
                continue;
            }
            if (!id.matches(ID)) {
                problems.error(
                        Place.of(path),
                        Code.P110,
                        "the name of a file is the id of its rule: lower-case words joined by dashes");
                continue;
            }
            String other = seen.putIfAbsent(id, path);
            if (other != null) {
                problems.error(
                        Place.of(path),
                        Code.P111,
                        "'" + id + "' is the id of " + other + " already");
            }
            text.flatMap(content ->
                            RuleReader.read(
                                    type(below), id, area(folder, below), path, content, problems))
                    .ifPresent(rule ->
                            entries.add(new Entry(groups.expand(rule, path, problems), path)));
        }
        return entries;
    }

    /// The rules below a folder that are in the format of CRE, with their articles. Mistakes are
    /// left to [#read].
    ///
    /// @throws IOException if the folder can't be listed
    public static List<CreRule> foreign(Path folder) throws IOException {
        List<CreRule> rules = new ArrayList<>();
        foreignTexts(folder)
                .forEach((file, text) ->
                        rules.addAll(CreFile.read(file.toString(), text, new Problems())));
        return rules;
    }

    /// The files below a folder that hold rules in the format of CRE, as they are written, in the
    /// order of their paths.
    ///
    /// @throws IOException if the folder can't be listed
    public static Map<Path, String> foreignTexts(Path folder) throws IOException {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path file : files(folder, ".yaml")) {
            text(file, new Problems())
                    .filter(CreFile::holdsRules)
                    .ifPresent(text -> texts.put(file, text));
        }
        return texts;
    }

    /// How many rules in the format of CRE are written below a folder, whether or not they can be
    /// used.
    ///
    /// @throws IOException if the folder can't be listed
    public static long foreignWritten(Path folder) throws IOException {
        long rules = 0;
        for (Path file : files(folder, ".yaml")) {
            rules += text(file, new Problems()).map(CreFile::written).orElse(0L);
        }
        return rules;
    }

    /// Where a text stands as a value in the file of a rule, or the file as a whole if it can't be
    /// told.
    public static Place place(Entry entry, String text) {
        Problems known = new Problems();
        return text(Path.of(entry.path()), known)
                .flatMap(content -> YamlFile.read(entry.path(), content, known))
                .flatMap(map -> map.find(text))
                .orElse(Place.of(entry.path()));
    }

    /// The file of a rule as it is written, or empty if it can't be read any more.
    public static Optional<String> written(Entry entry) {
        return text(Path.of(entry.path()), new Problems());
    }

    private static RuleReader.Type type(Path below) {
        return switch (below.getName(0).toString()) {
            case "benign" -> RuleReader.Type.BENIGN;
            case "facts" -> RuleReader.Type.FACT;
            default -> RuleReader.Type.SIGNATURE;
        };
    }

    private static String area(Path folder, Path below) {
        Path parent =
                below.getParent() == null ? folder.toAbsolutePath().normalize() : below.getParent();
        return parent.getFileName() == null ? "" : parent.getFileName().toString();
    }

    /// The files below a folder with that ending, sorted by path. Hidden folders and build output
    /// are left out.
    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> folder.relativize(file).getNameCount() < 6)
                    .filter(file -> !hidden(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean hidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".") || part.toString().equals("target")) {
                return true;
            }
        }
        return false;
    }

    static Optional<String> text(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            problems.error(Place.of(file.toString()), Code.P001, "the file is not UTF-8 text");
        } catch (IOException e) {
            problems.error(
                    Place.of(file.toString()), Code.P001, "can't be read: " + e.getMessage());
        }
        return Optional.empty();
    }
}
