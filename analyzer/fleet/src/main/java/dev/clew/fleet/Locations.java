package dev.clew.fleet;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Tells paths of this machine from places that a file system of Hadoop's reaches.
final class Locations {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+://.*");

    private Locations() {}

    /// Whether it is a URI of another file system than this machine's.
    static boolean isRemote(String place) {
        return SCHEME.matcher(place).matches() && !place.startsWith("file:");
    }

    /// The place in words that Hadoop understands.
    static org.apache.hadoop.fs.Path hadoop(String place) {
        return isRemote(place)
                ? new org.apache.hadoop.fs.Path(place)
                : new org.apache.hadoop.fs.Path(Path.of(place).toAbsolutePath().toUri());
    }
}
