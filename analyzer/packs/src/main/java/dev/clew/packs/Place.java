package dev.clew.packs;

/// A place in a file of a pack.
///
/// @param line counted from 1; 0 for the file as a whole
/// @param column counted from 1; 0 for the line as a whole
public record Place(String path, int line, int column) {

    /// The file as a whole.
    public static Place of(String path) {
        return new Place(path, 0, 0);
    }
}
