package dev.clew.serve;

import java.io.IOException;
import java.io.InputStream;

/// Reads a text.
@FunctionalInterface
public interface TextReader {

    /// Reads as much of it as it needs.
    ///
    /// @param in UTF-8, valid only during the call
    void read(InputStream in) throws IOException;
}
