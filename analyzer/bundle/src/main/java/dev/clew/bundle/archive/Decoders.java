package dev.clew.bundle.archive;

import java.io.IOException;
import java.io.InputStream;

/// Opens packed streams of one text. What is damaged or cut off is handed on up to there before the
/// error is thrown.
final class Decoders {

    private Decoders() {}

    /// The text of a stream.
    ///
    /// @param magic a kind that holds one text
    /// @throws IOException if not even its beginning can be read
    static InputStream open(Magic magic, InputStream packed) throws IOException {
        return switch (magic) {
            case GZIP -> new GzipMembers(packed);
            case BZIP2 -> new Bzip2Streams(packed);
            case XZ -> new XzStreams(packed);
            case ZSTD -> new ZstdFrames(packed);
            default -> throw new IllegalArgumentException(magic + " holds no single text");
        };
    }
}
