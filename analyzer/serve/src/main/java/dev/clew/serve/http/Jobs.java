package dev.clew.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.diagnose.Progress;
import dev.clew.serve.Analyses;
import dev.clew.serve.Finished;
import dev.clew.serve.Json;
import dev.clew.serve.Material;
import dev.clew.serve.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// The analyses of a server, kept in a folder: what was uploaded, and what came of it. What is not
/// finished when the server ends is gone, and nothing else is. For use by several threads.
final class Jobs {

    /// Bytes of one upload.
    static final long MOST_BYTES = 4L << 30;

    private static final int MOST_KEPT = 100;
    private static final int MOST_RUNNING = 8;
    private static final long MOST_BYTES_KEPT = 20L << 30;
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final String UNFINISHED = ".part";
    private static final String INPUT = "input";
    private static final String REPORT = "report.json";
    private static final String ABOUT = "about.json";

    /// Where something lies that was not uploaded.
    private static final String ELSEWHERE = "elsewhere";

    private final Path folder;
    private final Analyses analyses;
    private final String version;
    private final Semaphore places = new Semaphore(MOST_RUNNING);
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    Jobs(Path folder, Analyses analyses, String version) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.analyses = analyses;
        this.version = version;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                read(each);
            }
        }
    }

    private void read(Path each) throws IOException {
        if (each.getFileName().toString().endsWith(UNFINISHED)) {
            delete(each);
        } else if (Files.exists(each.resolve(REPORT)) && Files.exists(each.resolve(ABOUT))) {
            JsonNode about = Json.MAPPER.readTree(each.resolve(ABOUT).toFile());
            Job job =
                    new Job(
                            each.getFileName().toString(),
                            about.path("name").asText(),
                            Instant.parse(about.path("created").asText()),
                            about.path("redacted").asBoolean(),
                            new Job.Upload(
                                    about.path("bytes").asLong(-1),
                                    about.path("sha256").asText(null)));
            job.done(about.path("verdict").asText());
            jobs.put(job.id(), job);
        }
    }

    /// All, the latest first.
    List<Job> list() {
        return jobs.values().stream()
                .sorted(Comparator.comparing(Job::created).reversed().thenComparing(Job::id))
                .toList();
    }

    long running() {
        return jobs.values().stream().filter(job -> job.state() == Job.State.RUNNING).count();
    }

    /// The one of that id.
    ///
    /// @throws Trouble if there is none
    Job find(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new Trouble(Trouble.Kind.MISSING, "no analysis is called '" + id + "'");
        }
        return job;
    }

    /// Takes an upload to its end, then analyses it.
    ///
    /// @param name what reports call it
    Job add(String name, InputStream in, boolean redacted) throws IOException {
        if (!places.tryAcquire()) {
            throw new Trouble(
                    Trouble.Kind.BUSY,
                    MOST_RUNNING + " uploads come or analyses run or wait; try later");
        }
        return begun(name, redacted, place -> copy(in, place.resolve(INPUT)));
    }

    /// Begins in a place that was taken, and gives it back if that fails.
    private Job begun(String name, boolean redacted, Filling filling) throws IOException {
        boolean begun = false;
        try {
            Job job = begin(name, redacted, filling);
            begun = true;
            return job;
        } finally {
            if (!begun) {
                places.release();
            }
        }
    }

    /// Analyses a file or folder of this machine where it lies, when its turn comes.
    Job add(Path path) throws IOException {
        String shown = path.toString();
        places.acquireUninterruptibly();
        return begun(
                shown,
                false,
                place -> {
                    Files.writeString(
                            place.resolve(ELSEWHERE), path.toAbsolutePath().normalize().toString());
                    return new Job.Upload(Files.isRegularFile(path) ? Files.size(path) : -1, null);
                });
    }

    /// Puts what is to be analysed into a folder.
    private interface Filling {
        Job.Upload fill(Path place) throws IOException;
    }

    private Job begin(String name, boolean redacted, Filling filling) throws IOException {
        makeRoom();
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Path place = Files.createDirectory(folder.resolve(id + UNFINISHED));
        boolean kept = false;
        try {
            Job.Upload upload = filling.fill(place);
            Job job = new Job(id, shown(name), Instant.now(), redacted, upload);
            jobs.put(id, job);
            Thread.ofVirtual().name("analysis-" + id).start(() -> run(job, place));
            kept = true;
            return job;
        } finally {
            if (!kept) {
                delete(place);
            }
        }
    }

    /// The last part of a name, made of harmless characters.
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String harmless = last.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        return harmless.isEmpty() || harmless.matches("\\.+")
                ? "upload"
                : harmless.substring(0, Math.min(harmless.length(), 120));
    }

    private static Job.Upload copy(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[64 << 10];
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > MOST_BYTES) {
                    throw new Trouble(
                            Trouble.Kind.TOO_LARGE, "an upload may have " + MOST_BYTES + " bytes");
                }
                out.write(buffer, 0, count);
                digest.update(buffer, 0, count);
            }
        }
        if (size == 0) {
            throw new Trouble(Trouble.Kind.WRONG, "the upload is empty");
        }
        return new Job.Upload(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(Job job, Path place) {
        try {
            Finished finished = analyze(job, place, job);
            if (job.stopped()) {
                jobs.remove(job.id());
                delete(place);
                job.failed("it was stopped");
                return;
            }
            Files.writeString(place.resolve(REPORT), finished.json(version));
            String verdict = finished.diagnosis().verdict().word();
            ObjectNode about = job.json().put("verdict", verdict);
            about.put("bytes", job.upload().bytes()).put("sha256", job.upload().sha256());
            Files.writeString(place.resolve(ABOUT), about.toString());
            Files.move(place, folder.resolve(job.id()), StandardCopyOption.ATOMIC_MOVE);
            job.done(verdict);
        } catch (Trouble trouble) {
            if (job.stopped()) {
                jobs.remove(job.id());
            }
            job.failed(trouble.words());
            delete(place);
        } catch (IOException | RuntimeException e) {
            job.failed("the analysis could not be finished: " + e.getMessage());
            delete(place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job.failed("interrupted");
        } finally {
            places.release();
        }
    }

    private Finished analyze(Job job, Path place, Progress progress) throws InterruptedException {
        return analyses.run(
                job.id(), new Upload(job.name(), job.id(), place), job.redacted(), progress);
    }

    /// An upload, before and after its folder gets its last name.
    private final class Upload implements Material {
        private final String name;
        private final String id;
        private final Path place;

        Upload(String name, String id, Path place) {
            this.name = name;
            this.id = id;
            this.place = place;
        }

        private Material file() throws IOException {
            Path last = folder.resolve(id).resolve(INPUT);
            for (Path each : List.of(folder.resolve(id), place)) {
                Path elsewhere = each.resolve(ELSEWHERE);
                if (Files.exists(elsewhere)) {
                    return new Material.Paths(List.of(Path.of(Files.readString(elsewhere))));
                }
            }
            return new Material.Named(name, Files.exists(last) ? last : place.resolve(INPUT));
        }

        @Override
        public dev.clew.diagnose.Diagnosis analyze(
                dev.clew.diagnose.Analysis analysis, Progress progress)
                throws InterruptedException {
            try {
                return file().analyze(analysis, progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean open(String source, dev.clew.serve.TextReader reader)
                throws IOException, InterruptedException {
            return file().open(source, reader);
        }
    }

    /// The report as `-o json` prints it.
    ///
    /// @throws Trouble if it is not there yet, or will never be
    byte[] report(String id) {
        check(find(id));
        try {
            return Files.readAllBytes(folder.resolve(id).resolve(REPORT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The analysis itself, made again if it is no longer in memory.
    Finished finished(String id) throws InterruptedException {
        Job job = find(id);
        check(job);
        try {
            return analyses.find(id);
        } catch (Trouble forgotten) {
            return analyze(job, folder.resolve(id), Progress.UNSEEN);
        }
    }

    private static void check(Job job) {
        switch (job.state()) {
            case DONE -> {}
            case RUNNING -> throw new Trouble(Trouble.Kind.BUSY, "the analysis still runs");
            case FAILED ->
                    throw new Trouble(Trouble.Kind.UNREADABLE, job.json().path("error").asText());
        }
    }

    /// Stops it if it runs, and deletes what is kept of it.
    void remove(String id) {
        Job job = find(id);
        job.stop();
        if (job.state() != Job.State.RUNNING) {
            jobs.remove(id);
            analyses.forget(id);
            delete(folder.resolve(id));
        }
    }

    private void makeRoom() throws IOException {
        long bytes = 0;
        int count = 0;
        Instant oldest = Instant.now().minus(OLDEST);
        for (Job job : list()) {
            if (job.state() == Job.State.RUNNING) {
                continue;
            }
            Path input = folder.resolve(job.id()).resolve(INPUT);
            bytes += Files.exists(input) ? Files.size(input) : 0;
            count++;
            if (count > MOST_KEPT || bytes > MOST_BYTES_KEPT || job.created().isBefore(oldest)) {
                remove(job.id());
            }
        }
    }

    static void delete(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // what can't be deleted now is tried again at the next start
        }
    }
}
