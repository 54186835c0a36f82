package dev.clew.fleet;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.InputSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/// Analyses one bundle. Whatever is wrong with it costs only itself: then its row tells why.
///
/// @param knowledge to judge by
/// @param hadoop how to reach other file systems
/// @param threads how many threads one analysis takes
/// @param cluster its first group, in the path, names the cluster; null if the user gave none
record BundleTask(
        Broadcast<KnowledgeFiles> knowledge,
        Broadcast<SerializableConfiguration> hadoop,
        int threads,
        @Nullable String cluster)
        implements Serializable {

    /// The same with other threads.
    BundleTask on(int newThreads) {
        return new BundleTask(knowledge, hadoop, newThreads, cluster);
    }

    /// What it adds to the tables.
    BundleRows rows(BundleRef bundle) {
        long began = System.nanoTime();
        RowWriter writer = new RowWriter(bundle, knowledge.value(), cluster);
        try {
            Diagnosis diagnosis = diagnosis(bundle);
            writer.took(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            return diagnosis.inputs().files() == 0
                    ? writer.unreadable(reason(diagnosis.inputs()), diagnosis)
                    : writer.rows(diagnosis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        } catch (IOException | UncheckedIOException e) {
            return writer.unreadable(reason(e), null);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return writer.failed(reason(e));
        }
    }

    private Diagnosis diagnosis(BundleRef bundle) throws IOException, InterruptedException {
        Analysis analysis = Knowledge.analysis(knowledge.value()).on(threads);
        if (!bundle.remote()) {
            return analysis.run(List.of(bundle.path()), InputStream.nullInputStream());
        }
        Path copy = Files.createTempFile("clew-bundle-", ".part");
        try {
            copy(bundle, copy, hadoop.value().value());
            return analysis.run(bundle.name(), copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void copy(BundleRef bundle, Path copy, Configuration hadoop) throws IOException {
        org.apache.hadoop.fs.Path path = Locations.hadoop(bundle.path());
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(InputSummary inputs) {
        return inputs.skipped().isEmpty() ? "nothing in it" : inputs.skipped().getFirst().reason();
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }

    static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }
}
