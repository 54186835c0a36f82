package dev.clew.cli;

import dev.clew.packs.signed.PackArchive;
import dev.clew.packs.signed.PackManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "outdated",
        header = "Says which installed packs are older than pack files at hand.",
        description = "Exits with 1 if one is. Nothing is fetched.")
final class PackOutdatedCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Pack files, or folders that hold some.")
    List<Path> paths = List.of();

    private final Console console;

    PackOutdatedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<PackManifest> installed = PackFiles.installed();
        boolean outdated = false;
        for (Path file : files()) {
            PackManifest manifest;
            try {
                manifest = PackFiles.read(file).manifest();
            } catch (UserError e) {
                console.err().println("clew: " + e.getMessage());
                continue;
            }
            for (PackManifest own : installed) {
                if (own.name().equals(manifest.name())
                        && own.version().compareTo(manifest.version()) < 0) {
                    outdated = true;
                    console.out()
                            .println(
                                    own.name()
                                            + " "
                                            + own.version()
                                            + ": "
                                            + manifest.version()
                                            + " is in "
                                            + file);
                }
            }
        }
        return outdated ? Exit.FOUND : Exit.DONE;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(PackArchive.ENDING))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
