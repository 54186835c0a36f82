package dev.clew.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file of results. It appears whole or not at all: what is written goes beside it first, and
/// takes its place in one step. Devices and pipes are written to as they are.
final class OutFile {

    /// Writes into the unfinished file.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    private OutFile() {}

    /// Writes text as UTF-8.
    ///
    /// @param option the option that named the file, for messages
    /// @throws UserError with status 4 if the file can't be written; nothing is left of it then
    static void write(String option, Path file, String text) {
        try {
            write(option, file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            throw new IllegalStateException("writing text does not wait", e);
        }
    }

    /// Writes whatever the content writes.
    ///
    /// @throws UserError with status 4 if the file can't be written; nothing is left of it then
    static void write(String option, Path file, Content content) throws InterruptedException {
        check(option, file);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                try (OutputStream out = Files.newOutputStream(file)) {
                    content.writeTo(out);
                }
                return;
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path unfinished = target.resolveSibling(".clew-" + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out =
                        Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                    content.writeTo(out);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UserError(Exit.OUTPUT, unwritable(option, file, e));
        }
    }

    /// Tells early, before the work, what would fail after it.
    ///
    /// @throws UserError with status 4 if there is a folder of that name or no folder to write to
    static void check(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw new UserError(Exit.OUTPUT, option + ": " + file + " is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError(Exit.OUTPUT, option + ": there is no folder " + folder);
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isWritable(folder)) {
            throw new UserError(Exit.OUTPUT, option + ": " + folder + " is not to be written to");
        }
    }

    /// As [#check], for files that can't be made again: an existing one stays unless it is forced.
    ///
    /// @throws UserError with status 2 if the file is there and not to be replaced
    static void refuseToReplace(String option, Path file, boolean force) {
        check(option, file);
        if (Files.exists(file) && !force) {
            throw new UserError(
                    Exit.USAGE, option + ": " + file + " is there already; --force replaces it");
        }
    }

    /// What went wrong, in one line.
    static String unwritable(String option, Path file, IOException e) {
        return option + ": " + file + " could not be written: " + reason(e);
    }

    /// The reason alone: the name of the file is told beside it.
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason =
                e instanceof java.nio.file.FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : e.getMessage();
        return reason == null || reason.isBlank() ? e.getClass().getSimpleName() : reason;
    }
}
