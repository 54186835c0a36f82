package dev.clew.packs.cre;

/// Texts as YAML writes them for sure.
final class Quoted {

    private Quoted() {}

    static String of(String text) {
        boolean plain = text.chars().noneMatch(c -> c < ' ');
        return plain
                ? "'" + text.replace("'", "''") + "'"
                : '"'
                        + text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                                .replace("\r", "\\r")
                        + '"';
    }
}
