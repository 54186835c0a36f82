package dev.clew.bundle;

import dev.clew.bundle.layout.Layout;
import dev.clew.model.Bound;

/// Takes the chunks of inputs as they are found, and word of what could not be read.
public interface ChunkSink {

    /// A stream begins; its chunks follow.
    void source(Source source);

    /// The next chunk of the source that began last.
    ///
    /// @throws InterruptedException if reading is to stop
    void chunk(Chunk chunk) throws InterruptedException;

    /// A file stands where bundles of this layout have such a file.
    void layout(Layout layout);

    /// The bundle itself says of something that it could not be collected.
    ///
    /// @param path the file that says it
    /// @param what in the words of the bundle
    void notCollected(String path, String what);

    /// Something is not read, or not to its end.
    ///
    /// @param path as reports print it
    /// @param reason what kept it from being read, in words a person can act on
    void skipped(String path, String reason);

    /// A bound was reached, beside what [#skipped] says of the files it concerns.
    ///
    /// @param cost how many more were lost, see [Bound#cost()]
    default void reached(Bound bound, long cost) {
        // for those who count them
    }
}
