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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "redact",
        header = "Takes secrets out of a bundle that exists already.",
        description = {
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
            required = true,
            description = "The file to write; - for standard output, where IN is a single text.")
    Path out = Path.of("");

    @Option(
            names = "--pseudonyms",
            description = "Give addresses and names of nodes other ones, which still compare.")
    boolean pseudonyms;

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
        boolean standard = out.toString().equals("-");
        if (!standard) {
            OutFile.refuseToReplace("-o", out, force);
        }
        Redactor redactor = Redactor.create(pseudonyms);
        Learning learning = new Learning(redactor);
        Unpacking.read(in, learning);
        redactor.restart();
        OutFile.Content content =
                to -> {
                    if (learning.single) {
                        write(redactor, to);
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
        skipped.forEach(
                (name, reason) -> console.err().println("clew: left out " + name + ": " + reason));
        console.err().println("clew: taken out: " + Redacting.words(redactor.counts()));
        return Exit.DONE;
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

    private void write(Redactor redactor, OutputStream text)
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
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            Unpacking.read(
                    in,
                    new Writing() {
                        @Override
                        public void text(String name, InputStream content) throws IOException {
                            zip.putNextEntry(new ZipEntry(redactor.again(name)));
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
