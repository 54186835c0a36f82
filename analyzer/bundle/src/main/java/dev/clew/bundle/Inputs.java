package dev.clew.bundle;

import dev.clew.bundle.archive.Archives;
import dev.clew.bundle.archive.Budget;
import dev.clew.bundle.archive.SkipReasons;
import dev.clew.bundle.format.LineFormat;
import dev.clew.bundle.layout.Layout;
import dev.clew.bundle.layout.Layouts;
import dev.clew.model.Bound;
import dev.clew.model.Limits;
import dev.clew.model.YearFrom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Opens what a person names: files, folders, `-` for standard input. Every file is read once,
/// however often and by whatever name it is reached.
public final class Inputs {

    /// The name of standard input.
    public static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;
    private final UnaryOperator<InputStream> filter;
    private final ChunkSink sink;
    private final FormatChoice formats;
    private final Years years = new Years();
    private final Archives archives;
    private final Blocks blocks = new Blocks();
    private final Set<Object> seen = new HashSet<>();

    public Inputs(InputStream standardInput, Limits limits, ChunkSink sink) {
        this(standardInput, limits, UnaryOperator.identity(), List.of(), sink);
    }

    /// Inputs whose texts pass a filter before they are read.
    ///
    /// @param filter takes a stream of UTF-8 text and gives one with as many lines
    /// @param formats how the user says that lines are read
    public Inputs(
            InputStream standardInput,
            Limits limits,
            UnaryOperator<InputStream> filter,
            List<LineFormat> formats,
            ChunkSink sink) {
        this.standardInput = standardInput;
        this.filter = filter;
        this.formats = new FormatChoice(formats);
        this.sink = sink;
        this.archives =
                new Archives(
                        new Budget(limits),
                        new Archives.Sink() {
                            @Override
                            public void plain(String path, InputStream in)
                                    throws IOException, InterruptedException {
                                Inputs.this.plain(path, in);
                            }

                            @Override
                            public void written(Instant time) {
                                years.written(time, YearFrom.ENTRY_TIME);
                            }

                            @Override
                            public void skipped(String path, String reason) {
                                sink.skipped(path, reason);
                            }

                            @Override
                            public void reached(Bound bound) {
                                sink.reached(bound, 1);
                            }
                        });
    }

    /// Reads everything, in the order named.
    ///
    /// @throws InterruptedException if the sink asked to stop
    public void read(List<String> paths) throws InterruptedException {
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                standardInput();
            } else {
                named(path);
            }
        }
    }

    /// Reads one file that is shown by another name.
    ///
    /// @param shown what reports call it
    public void read(String shown, Path file) throws InterruptedException {
        file(shown, file);
    }

    private void standardInput() throws InterruptedException {
        try {
            archives.stream(STANDARD_INPUT, standardInput);
        } catch (IOException e) {
            sink.skipped(STANDARD_INPUT, Folders.reason(e));
        }
    }

    /// A stream that is not packed.
    private void plain(String path, InputStream in) throws IOException, InterruptedException {
        Source loose =
                path.equals(STANDARD_INPUT)
                        ? Source.named(path).in(years.latest(), years.from())
                        : FileNames.source(path, years.latest().getValue())
                                .in(years.latest(), years.from());
        Layouts.Found found = Layouts.find(path, loose);
        found.layout().ifPresent(sink::layout);
        if (found.note() && found.layout().equals(Optional.of(Layout.CLEW))) {
            ManifestNotes.read(found.source(), filter.apply(in), sink);
        } else if (found.note()) {
            CollectorNotes.read(found.source(), filter.apply(in), sink);
        } else {
            Streams.read(
                    found.source(), filter.apply(Encodings.utf8(in)), formats, years, sink, blocks);
        }
    }

    private void named(String name) throws InterruptedException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            sink.skipped(name, "not a path: " + e.getReason());
            return;
        }
        if (!Files.exists(path)) {
            sink.skipped(name, "no such file or folder");
        } else if (Files.isDirectory(path)) {
            folder(path);
        } else {
            file(path.toString(), path);
        }
    }

    private void folder(Path folder) throws InterruptedException {
        for (Path file :
                Folders.files(folder, (path, reason) -> sink.skipped(path.toString(), reason))) {
            file(file.toString(), file);
        }
    }

    private void file(String name, Path file) throws InterruptedException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                sink.skipped(name, SkipReasons.NOT_REGULAR);
                return;
            }
            if (attributes.fileKey() != null && !seen.add(attributes.fileKey())) {
                return; // the same file by another name
            }
            years.written(attributes.lastModifiedTime().toInstant(), YearFrom.FILE_TIME);
            try (InputStream in = Files.newInputStream(file)) {
                archives.file(name, file, in);
            }
        } catch (IOException e) {
            sink.skipped(name, Folders.reason(e));
        }
    }
}
