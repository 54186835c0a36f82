package dev.clew.cli;

import dev.clew.model.Problem;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.signed.PackArchive;
import dev.clew.packs.signed.PackException;
import dev.clew.packs.signed.PackManifest;
import dev.clew.packs.signed.SemVer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "build", header = "Makes a pack file of a folder.")
final class PackBuildCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    Path folder = Path.of("");

    @Option(
            names = "--name",
            required = true,
            description = "Name of the pack: lower-case words joined by dashes.")
    String name = "";

    @Option(
            names = "--version-of-pack",
            paramLabel = "VERSION",
            required = true,
            description = "Its version, such as 1.4.0.")
    String version = "";

    @Option(
            names = "--needs-clew",
            paramLabel = "VERSION",
            description = "The oldest clew that it works with. Default: ${DEFAULT-VALUE}.")
    String needsClew = "0.1.0";

    @Option(names = "--key", paramLabel = "FILE", description = "Private key to sign it with.")
    @Nullable Path key;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The pack file. Default: NAME-VERSION.clewpack.")
    @Nullable Path out;

    @Option(names = "--force", description = "Replace a file that is there.")
    boolean force;

    private final Console console;

    PackBuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!PackManifest.isName(name)) {
            throw new UserError(Exit.USAGE, "--name: '" + name + "' is no name of a pack");
        }
        SemVer semver = version(version, "--version-of-pack");
        SemVer needs = version(needsClew, "--needs-clew");
        PackCache.check(folder);
        usable();
        Path file = out != null ? out : Path.of(name + "-" + semver + PackArchive.ENDING);
        if (Files.exists(file) && !force) {
            throw new UserError(Exit.USAGE, file + " is there already; --force replaces it");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Map<String, byte[]> content = PackArchive.gather(folder);
            PackArchive.write(
                    bytes,
                    name,
                    semver,
                    needs,
                    content,
                    key == null ? null : Files.readString(key));
            Files.write(file, bytes.toByteArray());
            console.out()
                    .println(
                            file
                                    + ": "
                                    + content.size()
                                    + " files"
                                    + (key == null ? ", not signed" : ", signed"));
        } catch (PackException e) {
            throw new UserError(Exit.USAGE, String.valueOf(e.getMessage()));
        }
        return Exit.DONE;
    }

    static SemVer version(String text, String option) {
        return SemVer.of(text)
                .orElseThrow(() ->
                        new UserError(
                                Exit.USAGE,
                                option + ": '" + text + "' is no version such as 1.4.0"));
    }

    /// Nobody should get a pack that can't be used.
    private void usable() throws IOException {
        Problems problems = new Problems();
        boolean any = !PackFolder.read(folder, Home.groups(), problems).isEmpty();
        if (!any || problems.list().stream().anyMatch(PackBuildCommand::isGrave)) {
            problems.list().stream()
                    .filter(Problem::fatal)
                    .forEach(problem -> console.err().println(problem));
            throw new UserError(Exit.USAGE, folder + " can't be used as a pack");
        }
    }

    private static boolean isGrave(Problem problem) {
        return problem.fatal() && !PackCache.isForeign(problem);
    }
}
