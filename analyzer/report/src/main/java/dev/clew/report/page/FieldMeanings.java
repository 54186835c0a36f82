package dev.clew.report.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the fields of records mean. Read from `fields.tsv`: a name, or `kind.name` where the
/// meaning depends on what was read, and a sentence.
final class FieldMeanings {

    private static final Map<String, String> MEANINGS = read();

    private FieldMeanings() {}

    /// The meaning of a field, or empty where it is not known.
    ///
    /// @param kind of the record, in the word of packs
    static Optional<String> of(String kind, String field) {
        String own = MEANINGS.get(kind + "." + field);
        return Optional.ofNullable(own == null ? MEANINGS.get(field) : own);
    }

    private static Map<String, String> read() {
        Map<String, String> meanings = new HashMap<>();
        Resources.text("fields.tsv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .forEach(columns -> meanings.put(columns[0], columns[1]));
        return meanings;
    }
}
