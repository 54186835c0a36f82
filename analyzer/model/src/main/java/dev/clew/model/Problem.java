package dev.clew.model;

/// Something wrong in a file of a pack or of the knowledge base.
///
/// @param path the file, as the person named it
/// @param line counted from 1; 0 for the file as a whole
/// @param column counted from 1; 0 for the line as a whole
/// @param code stable, so that it can be looked up: `P104`
/// @param message what is wrong and what to do
/// @param fatal whether the file can't be used before it is mended
public record Problem(String path, int line, int column, String code, String message, boolean fatal)
        implements Comparable<Problem> {

    /// `path:line:col: P104 message`. A file as a whole is named by its first line: editors and
    /// build servers know no line 0.
    @Override
    public String toString() {
        return path
                + ":"
                + Math.max(1, line)
                + ":"
                + Math.max(1, column)
                + ": "
                + code
                + " "
                + message;
    }

    @Override
    public int compareTo(Problem other) {
        int order = path.compareTo(other.path);
        order = order != 0 ? order : Integer.compare(line, other.line);
        order = order != 0 ? order : Integer.compare(column, other.column);
        return order != 0 ? order : (code + message).compareTo(other.code + other.message);
    }
}
