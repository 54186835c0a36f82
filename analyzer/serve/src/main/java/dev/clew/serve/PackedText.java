package dev.clew.serve;

import dev.clew.bundle.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Finds a text inside of a file, folder or archive by the name that reports give it.
final class PackedText {

    private static final String INSIDE = "!/";

    private PackedText() {}

    /// Hands the text to a reader.
    ///
    /// @param shown what reports call the file
    /// @return whether there is such a text
    static boolean open(String shown, Path file, String source, TextReader reader)
            throws IOException, InterruptedException {
        if (!source.startsWith(shown)) {
            return false;
        }
        String rest = source.substring(shown.length());
        String name = rest.replace(INSIDE, "/").replaceFirst("^/+", "");
        if (!rest.isEmpty() && !rest.startsWith("/") && !rest.startsWith(INSIDE)) {
            return false;
        }
        boolean[] found = new boolean[1];
        Unpacking.read(
                file,
                new Unpacking.Sink() {
                    @Override
                    public void text(String path, InputStream in) throws IOException {
                        if (!found[0] && path.equals(name)) {
                            found[0] = true;
                            reader.read(in);
                        }
                    }

                    @Override
                    public void skipped(String path, String reason) {
                        // the report tells
                    }
                });
        return found[0];
    }
}
