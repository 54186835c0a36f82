package dev.clew.model;

/// Where a record stands: the path as reports print it, and its first line.
///
/// @param source path of the file; inside archives `bundle.tar.gz!/inner/path`; `-` for standard
///   input
/// @param line line number, counted from 1; 0 where the source has no lines
public record Origin(String source, long line) {
    public Origin {
        if (line < 0) {
            throw new IllegalArgumentException("line " + line + " of " + source);
        }
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
