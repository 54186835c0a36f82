package dev.clew.fleet;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bundle that is to be analysed.
///
/// @param path where it is: a path, or a URI such as `s3a://support/a.zip`
/// @param folder the folder below the one that was named in which it lies; empty if in that itself
/// @param bytes its size
/// @param modified when it was written, in milliseconds since 1970
/// @param whole whether it is a folder that is one bundle
/// @param hash of its content in hexadecimal digits; null while it is unknown
record BundleRef(
        String path, String folder, long bytes, long modified, boolean whole, @Nullable String hash)
        implements Serializable {

    /// The same with its content known.
    BundleRef with(String newHash) {
        return new BundleRef(path, folder, bytes, modified, whole, newHash);
    }

    /// Whether it is read through a file system of Hadoop's.
    boolean remote() {
        return Locations.isRemote(path);
    }

    /// The last part of its path.
    String name() {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    Instant written() {
        return Instant.ofEpochMilli(modified);
    }
}
