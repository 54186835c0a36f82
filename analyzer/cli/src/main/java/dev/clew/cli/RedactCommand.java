package dev.clew.cli;

import dev.clew.bundle.Unpacking;
import dev.clew.redact.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "redact",
        header = "Takes secrets out of a bundle that exists already.",
        description = {
            "--check writes nothing and exits with 1 if anything would be taken out.",
            "Reads a file, folder or archive twice: what is seen to be a secret in one place is taken out in every other. A single text gives",
            "a text, anything else a zip. What is no text is left out, because nobody can tell what it holds."
        },
        sortOptions = false)
final class RedactCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "File, folder or archive.")
    Path in = Path.of("");

    @Option(
            names = {"-o", "--output", "--out"},
            paramLabel = "OUT",
            description = "The file to write; - for standard output, where IN is a single text.")
    @Nullable Path out;

    @Option(
            names = "--check",
            description = "Write nothing; exit with 1 if anything would be taken out.")
    boolean check;

    @Mixin final RedactionOptions redaction = new RedactionOptions();

    @Option(names = "--force", description = "Replace the file if it is there.")
    boolean force;

    private final Console console;
    private final Map<String, String> skipped = new TreeMap<>();

    RedactCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(in)) {
            throw new UserError(Exit.NO_INPUT, in + ": no such file or folder");
        }
        Redactor redactor = redaction.redactor();
        Path target = out;
        if (check) {
            return check(redactor);
        }
        if (target == null) {
            throw new UserError(Exit.USAGE, "-o: name the file to write, or give --check");
        }
        return write(redactor, target);
    }

    /// Tells whether anything would be taken out, and where.
    private int check(Redactor redactor) throws IOException, InterruptedException {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        Unpacking.read(
                in,
                new Writing() {
                    @Override
                    public void text(String name, InputStream content) throws IOException {
                        redactor.restart();
                        redactor.reading(content).transferTo(OutputStream.nullOutputStream());
                        if (!redactor.counts().isEmpty()) {
                            found.put(name.isEmpty() ? in.toString() : name, redactor.counts());
                        }
                    }
                });
        found.forEach((name, counts) ->
                console.out().println(redactor.name(name) + ": " + Redacting.words(counts)));
        tellSkipped();
        return found.isEmpty() ? Exit.DONE : Exit.FOUND;
    }

    private int write(Redactor redactor, Path out) throws IOException, InterruptedException {
        boolean standard = out.toString().equals("-");
        if (!standard) {
            OutFile.refuseToReplace("-o", out, force);
        }
        Learning learning = new Learning(redactor);
        Unpacking.read(in, learning);
        redactor.restart();
        OutFile.Content content =
                to -> {
                    if (learning.single) {
                        single(redactor, to);
                    } else {
                        pack(redactor, to);
                    }
                };
        if (standard && !learning.single) {
            throw new UserError(
                    Exit.USAGE, "-o: a folder or archive gives a zip: name the file to write");
        }
        if (standard) {
            print(redactor);
        } else {
            OutFile.write("-o", out, content);
        }
        tellSkipped();
        console.err().println("clew: taken out: " + Redacting.words(redactor.counts()));
        if (redactor.notRemembered() > 0) {
            console.err()
                    .println(
                            "clew: "
                                    + redactor.notRemembered()
                                    + " more secrets were taken out only where their name or shape tells them");
        }
        return Exit.DONE;
    }

    private void tellSkipped() {
        skipped.forEach(
                (name, reason) -> console.err().println("clew: left out " + name + ": " + reason));
    }

    private void print(Redactor redactor) throws IOException, InterruptedException {
        Unpacking.read(
                in,
                new Writing() {
                    @Override
                    public void text(String name, InputStream content) throws IOException {
                        new InputStreamReader(redactor.reading(content), StandardCharsets.UTF_8)
                                .transferTo(console.out());
                    }
                });
    }

    private void single(Redactor redactor, OutputStream text)
            throws IOException, InterruptedException {
        Unpacking.read(
                in,
                new Writing() {
                    @Override
                    public void text(String name, InputStream content) throws IOException {
                        redactor.reading(content).transferTo(text);
                    }
                });
    }

    private void pack(Redactor redactor, OutputStream file)
            throws IOException, InterruptedException {
        UniqueNames names = new UniqueNames("redactions.json");
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            Unpacking.read(
                    in,
                    new Writing() {
                        @Override
                        public void text(String name, InputStream content) throws IOException {
                            zip.putNextEntry(new ZipEntry(names.unique(redactor.name(name))));
                            redactor.reading(content).transferTo(zip);
                            zip.closeEntry();
                        }
                    });
            zip.putNextEntry(new ZipEntry("redactions.json"));
            zip.write(list(redactor.counts()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /// Sorts and counts as JSON.
    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> "\n  \"" + each.getKey() + "\": " + each.getValue())
                .collect(Collectors.joining(",", "{", "\n}\n"));
    }

    /// The second pass, which notes what is left out.
    private abstract class Writing implements Unpacking.Sink {
        @Override
        public void skipped(String name, String reason) {
            skipped.put(name, reason);
        }
    }

    /// The first pass: only to learn what is secret.
    private static final class Learning implements Unpacking.Sink {
        private final Redactor redactor;
        private boolean single;

        Learning(Redactor redactor) {
            this.redactor = redactor;
        }

        @Override
        public void text(String name, InputStream content) throws IOException {
            single = name.isEmpty();
            redactor.reading(content).transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void skipped(String name, @Nullable String reason) {
            // told by the second pass
        }
    }
}
