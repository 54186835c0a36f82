package dev.clew.cli;

import dev.clew.author.trial.OwnLogs;
import dev.clew.library.Library;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.cre.Converted;
import dev.clew.packs.cre.CreForm;
import dev.clew.packs.cre.CreRule;
import dev.clew.packs.cre.OwnForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        header = "Writes rules of CRE in our form, or signatures of ours in that of CRE.",
        description =
                "Says, for each rule, what the other form can't say. A file that is there is not replaced.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the rules.")
    Path folder = Path.of("");

    @Option(names = "--to", paramLabel = "FORM", required = true, description = "clew or cre.")
    String to = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to.")
    Path out = Path.of("");

    @Option(
            names = "--area",
            paramLabel = "AREA",
            description = "Folder for signatures of our form. Default: ${DEFAULT-VALUE}.")
    String area = "converted";

    private final Console console;

    private int written;
    private int whole;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(Exit.USAGE, folder + " is no folder");
        }
        switch (to) {
            case "clew" -> {
                for (CreRule rule : PackFolder.foreign(folder)) {
                    Path beside = Path.of(rule.place().path()).toAbsolutePath().getParent();
                    write(
                            rule.signature().id(),
                            OwnForm.of(
                                    rule,
                                    area,
                                    log(beside, OwnLogs.HIT),
                                    log(beside, OwnLogs.MISS)));
                }
            }
            case "cre" -> toCre();
            default ->
                    throw new UserError(Exit.USAGE, "--to: '" + to + "' is neither clew nor cre");
        }
        console.err().println("clew: " + written + " rules written, " + whole + " without a loss");
        return written == 0 ? Exit.NO_INPUT : Exit.DONE;
    }

    private static Optional<String> log(@Nullable Path folder, String name) throws IOException {
        Path file = folder == null ? Path.of(name) : folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private void toCre() throws IOException {
        try (Library library = UserArticles.over(Shipped.library(), List.of(folder), List.of())) {
            for (PackFolder.Entry entry : PackFolder.read(folder, Home.groups(), new Problems())) {
                if (entry.rule() instanceof Rule.Signature signature && !signature.isForeign()) {
                    Optional<Converted> rule =
                            CreForm.of(signature, library.find(signature.article()).orElse(null));
                    if (rule.isPresent()) {
                        write(signature.id(), rule.get());
                    } else {
                        console.out()
                                .println(signature.id() + ": not written: it looks at no text");
                    }
                }
            }
        }
    }

    private void write(String id, Converted rule) throws IOException {
        for (Map.Entry<String, String> file : rule.files().entrySet()) {
            Path path = out.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (Files.exists(path)) {
                throw new UserError(Exit.USAGE, path + " is there already");
            }
            Files.writeString(path, file.getValue());
        }
        written++;
        whole += rule.losses().isEmpty() ? 1 : 0;
        rule.losses().stream()
                .distinct()
                .forEach(loss -> console.out().println(id + ": lost: " + loss));
        rule.missing().forEach(part -> console.out().println(id + ": to be written: " + part));
    }
}
