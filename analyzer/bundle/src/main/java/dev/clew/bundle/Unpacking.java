package dev.clew.bundle;

import dev.clew.bundle.archive.Archives;
import dev.clew.bundle.archive.Budget;
import dev.clew.bundle.archive.SkipReasons;
import dev.clew.model.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens a file, folder or archive and hands on the texts inside, as they are.
public final class Unpacking {

    private Unpacking() {}

    /// Takes what is inside.
    public interface Sink {

        /// A text, as UTF-8. It is valid only during the call.
        ///
        /// @param name path within the input; empty if the input itself is the text
        void text(String name, InputStream in) throws IOException, InterruptedException;

        /// Something that is no text, or could not be read to its end.
        void skipped(String name, String reason);
    }

    /// Reads an input to its end.
    ///
    /// @throws IOException if it can't be opened
    public static void read(Path input, Sink sink) throws IOException, InterruptedException {
        Archives archives = new Archives(new Budget(Limits.DEFAULT), new Inside(sink));
        if (!Files.isDirectory(input)) {
            try (InputStream in = Files.newInputStream(input)) {
                archives.file("", input, in);
            }
            return;
        }
        for (Path file :
                Folders.files(input, (path, reason) -> sink.skipped(name(input, path), reason))) {
            if (Files.isRegularFile(file)) {
                file(name(input, file), file, archives, sink);
            }
        }
    }

    private static void file(String name, Path file, Archives archives, Sink sink)
            throws InterruptedException {
        try (InputStream in = Files.newInputStream(file)) {
            archives.file(name, file, in);
        } catch (IOException e) {
            sink.skipped(name, Folders.reason(e));
        }
    }

    private static String name(Path input, Path file) {
        return input.relativize(file).toString().replace('\\', '/');
    }

    private record Inside(Sink sink) implements Archives.Sink {

        @Override
        public void plain(String path, InputStream in) throws IOException, InterruptedException {
            BufferedInputStream text = new BufferedInputStream(Encodings.utf8(in), Sniffer.HEAD);
            text.mark(Sniffer.HEAD);
            byte[] head = text.readNBytes(Sniffer.HEAD);
            text.reset();
            if (Sniffer.isBinary(head)) {
                sink.skipped(name(path), SkipReasons.NOT_TEXT);
            } else {
                sink.text(name(path), text);
            }
        }

        @Override
        public void skipped(String path, String reason) {
            sink.skipped(name(path), reason);
        }

        /// Archives inside become folders, so that what tells by its place still does.
        private static String name(String path) {
            return path.replace(Archives.INSIDE, "/").replaceFirst("^/+", "");
        }
    }
}
