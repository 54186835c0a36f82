package dev.clew.bundle;

import dev.clew.bundle.layout.Layout;
import dev.clew.model.Limits;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Puts down what is told.
class Told implements ChunkSink {
    final List<LogRecord> records = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<String> notCollected = new ArrayList<>();
    final Set<Layout> layouts = new TreeSet<>();
    long lines;
    long bytes;
    private long before;

    /// What is told of a file with these bytes, its path without that of the folder.
    static Told ofFile(Path folder, String name, byte[] bytes, Limits limits)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        Told told = new Told();
        new Inputs(InputStream.nullInputStream(), limits, told).read(List.of(file.toString()));
        told.skipped.replaceAll(text -> text.replace(folder + "/", ""));
        return told;
    }

    @Override
    public void source(Source source) {
        // each record names its own
    }

    @Override
    public void chunk(Chunk chunk) {
        long base = chunk.continues() ? before : 0;
        long read =
                chunk.read(LineFilter.EVERY_LINE, record -> records.add(record.movedBy(base)))
                        .lines();
        before = base + read;
        lines += read;
        bytes += chunk.bytes();
    }

    @Override
    public void layout(Layout layout) {
        layouts.add(layout);
    }

    @Override
    public void notCollected(String path, String what) {
        notCollected.add(path + ": " + what);
    }

    @Override
    public void skipped(String path, String reason) {
        skipped.add(path + ": " + reason);
    }

    List<String> origins() {
        return records.stream().map(record -> record.origin().toString()).toList();
    }
}
