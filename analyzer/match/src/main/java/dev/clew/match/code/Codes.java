package dev.clew.match.code;

import dev.clew.model.Applies;
import dev.clew.model.Environment;
import dev.clew.model.Software;
import dev.clew.model.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of codes and their meanings, by which texts are read.
public final class Codes {

    /// The name of the table in the vocabulary of a pack.
    public static final String FILE = "codes.tsv";

    /// A table of no codes.
    public static final Codes NONE = new Codes(Map.of(), List.of());

    private static final int COLUMNS = 4;
    private static final int MOST = 3;
    private static final int LONGEST = 2000;

    private final Map<CodeFamily, Map<String, List<Row>>> rows;
    private final List<Fault> faults;

    /// What a code of a text means.
    ///
    /// @param code the code as it is printed, with the name of its family
    /// @param meaning in words
    public record Meaning(String code, String meaning) {
        @Override
        public String toString() {
            return code + ": " + meaning;
        }
    }

    /// What is wrong with a row of a table.
    ///
    /// @param line of the table, from 1
    public record Fault(int line, String words) {}

    private record Row(Applies applies, String meaning) {}

    private Codes(Map<CodeFamily, Map<String, List<Row>>> rows, List<Fault> faults) {
        this.rows = rows;
        this.faults = faults;
    }

    /// Reads a table: family, codes parted by `|`, versions (`cilium >=1.16`, or empty for all),
    /// meaning; `#` before remarks. Rows that can't be used are left out and are told by
    /// [#faults()].
    ///
    /// @return [#NONE] if there is no such file
    /// @throws IOException if the file can't be read
    public static Codes read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        Map<CodeFamily, Map<String, List<Row>>> rows = new EnumMap<>(CodeFamily.class);
        List<Fault> faults = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                String fault = add(line.split("\t", -1), rows);
                if (fault != null) {
                    faults.add(new Fault(i + 1, fault));
                }
            }
        }
        return new Codes(rows, List.copyOf(faults));
    }

    private static @Nullable String add(
            String[] row, Map<CodeFamily, Map<String, List<Row>>> rows) {
        if (row.length != COLUMNS) {
            return "a row has " + COLUMNS + " columns, parted by tabs";
        }
        Optional<CodeFamily> family = CodeFamily.of(row[0]);
        if (family.isEmpty()) {
            return "'" + row[0] + "' is no family of codes";
        }
        Optional<Applies> applies = applies(row[2]);
        if (applies.isEmpty()) {
            return "'" + row[2] + "' is no range of versions";
        }
        if (row[1].isBlank() || row[3].isBlank()) {
            return "a code or a meaning is empty";
        }
        Map<String, List<Row>> ofFamily =
                rows.computeIfAbsent(family.get(), any -> new LinkedHashMap<>());
        String fault = null;
        for (String code : row[1].split("\\|")) {
            List<Row> same =
                    ofFamily.computeIfAbsent(family.get().key(code), any -> new ArrayList<>(1));
            if (same.stream().anyMatch(each -> each.applies().equals(applies.get()))) {
                fault = "'" + code + "' stands here twice";
            }
            same.add(new Row(applies.get(), row[3]));
        }
        return fault;
    }

    private static Optional<Applies> applies(String text) {
        if (text.isEmpty()) {
            return Optional.of(Applies.ALWAYS);
        }
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        Optional<VersionRange> range = VersionRange.of(text.substring(blank + 1));
        return Software.of(text.substring(0, blank))
                .flatMap(software -> range.map(each -> new Applies(Map.of(software, each))));
    }

    /// What is wrong with the table that was read.
    public List<Fault> faults() {
        return faults;
    }

    /// The codes that the table has of a family, as they are looked up.
    public List<String> of(CodeFamily family) {
        return List.copyOf(rows.getOrDefault(family, Map.of()).keySet());
    }

    /// What the codes in a text mean, the most telling first, at most three. Only the beginning of
    /// a long text is read.
    public List<Meaning> in(String text, Environment environment) {
        String read = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<Meaning> meanings = new ArrayList<>();
        for (Map.Entry<CodeFamily, Map<String, List<Row>>> table : rows.entrySet()) {
            for (String code : table.getKey().in(read)) {
                Row row = row(table.getKey(), table.getValue(), code, environment);
                if (row != null) {
                    meanings.add(meaning(table.getKey(), code, row));
                }
                if (meanings.size() == MOST) {
                    return meanings;
                }
            }
        }
        return meanings;
    }

    private static Meaning meaning(CodeFamily family, String code, Row row) {
        return new Meaning(
                family.isSentence() ? "“" + code + "”" : family.label() + " " + code,
                row.meaning());
    }

    private static @Nullable Row row(
            CodeFamily family, Map<String, List<Row>> table, String code, Environment environment) {
        String key = family.key(code);
        List<Row> candidates = table.get(key);
        if (candidates == null && family.isSentence()) {
            candidates =
                    table.entrySet().stream()
                            .filter(each -> key.startsWith(each.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
        }
        return candidates == null
                ? null
                : candidates.stream()
                        .filter(each -> each.applies().to(environment))
                        .findFirst()
                        .orElse(null);
    }
}
