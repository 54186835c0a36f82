package dev.clew.bundle;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Lists folders. What can't be opened leaves the rest readable.
final class Folders {

    private static final int DEEPEST = 40;

    private Folders() {}

    /// The files in a folder and in those inside it, in order. Links to folders are not followed.
    ///
    /// @param failed takes what can't be opened, and why
    static List<Path> files(Path folder, BiConsumer<Path, String> failed) {
        List<Path> files = new ArrayList<>();
        Set<FileVisitOption> none = EnumSet.noneOf(FileVisitOption.class);
        try {
            // Links are seen as what they are, and the folder itself may be one
            Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            Files.walkFileTree(start, none, DEEPEST, new Gathering(files, failed));
        } catch (IOException e) {
            failed.accept(folder, reason(e));
        }
        Collections.sort(files);
        return files;
    }

    /// Why a file can't be read, in words for people.
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission to read it";
            case NoSuchFileException gone -> "no such file";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static final class Gathering extends SimpleFileVisitor<Path> {
        private final List<Path> files;
        private final BiConsumer<Path, String> failed;

        Gathering(List<Path> files, BiConsumer<Path, String> failed) {
            this.files = files;
            this.failed = failed;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                failed.accept(file, "folders nested more than " + DEEPEST + " deep, not read");
            } else if (!attributes.isSymbolicLink() || !Files.isDirectory(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            failed.accept(file, reason(e));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                failed.accept(folder, reason(e));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
