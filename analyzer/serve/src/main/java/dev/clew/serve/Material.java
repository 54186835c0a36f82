package dev.clew.serve;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What an analysis is made of.
public interface Material {

    /// Reads and diagnoses it.
    Diagnosis analyze(Analysis analysis, Progress progress) throws InterruptedException;

    /// Hands the text of a source to a reader.
    ///
    /// @param source as reports name it
    /// @return whether there is such a source
    boolean open(String source, TextReader reader) throws IOException, InterruptedException;

    /// A text that somebody pasted; its source is `-`.
    record Text(String text) implements Material {
        @Override
        public Diagnosis analyze(Analysis analysis, Progress progress) throws InterruptedException {
            return analysis.run(List.of("-"), bytes(), progress);
        }

        @Override
        public boolean open(String source, TextReader reader)
                throws IOException, InterruptedException {
            if (!source.equals("-")) {
                return false;
            }
            reader.read(bytes());
            return true;
        }

        private InputStream bytes() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Files and folders where they lie.
    record Paths(List<Path> paths) implements Material {
        public Paths {
            paths = List.copyOf(paths);
        }

        @Override
        public Diagnosis analyze(Analysis analysis, Progress progress) throws InterruptedException {
            return analysis.run(
                    paths.stream().map(Path::toString).toList(),
                    InputStream.nullInputStream(),
                    progress);
        }

        @Override
        public boolean open(String source, TextReader reader)
                throws IOException, InterruptedException {
            for (Path path : paths) {
                if (PackedText.open(path.toString(), path, source, reader)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// One file that is shown by another name.
    record Named(String shown, Path file) implements Material {
        @Override
        public Diagnosis analyze(Analysis analysis, Progress progress) throws InterruptedException {
            return analysis.run(shown, file, progress);
        }

        @Override
        public boolean open(String source, TextReader reader)
                throws IOException, InterruptedException {
            return PackedText.open(shown, file, source, reader);
        }
    }
}
