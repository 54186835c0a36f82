package dev.clew.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder below which files may be read, and nothing else.
public final class Roots {

    private static final int DEEPEST_FOLDER = 40;

    /// Nothing may be read.
    public static final Roots NONE = new Roots();

    private final @Nullable Path root;

    private Roots() {
        this.root = null;
    }

    /// The files below that folder.
    ///
    /// @throws IOException if there is no such folder
    public Roots(Path root) throws IOException {
        Path real = root.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new IOException(root + " is no folder");
        }
        this.root = real;
    }

    /// A source below the root by its whole path; itself where it has one already, or leads
    /// elsewhere. Nothing is looked for.
    ///
    /// @param source as reports name it, but relative to the root: `bundle.zip!/pods.json`
    public String whole(String source) {
        if (root == null || source.equals("-")) {
            return source;
        }
        int inside = source.indexOf("!/");
        String file = inside < 0 ? source : source.substring(0, inside);
        try {
            Path whole = root.resolve(file).normalize();
            return whole.startsWith(root)
                    ? whole + (inside < 0 ? "" : source.substring(inside))
                    : source;
        } catch (InvalidPathException e) {
            return source;
        }
    }

    /// The file or folder of that name, relative to the root or absolute. Links are followed only
    /// to places below the root.
    ///
    /// @throws Trouble if it is not there, or elsewhere
    public Path find(String name) {
        if (root == null) {
            throw new Trouble(
                    Trouble.Kind.FORBIDDEN,
                    "no files may be read; send the text, or start clew with --root");
        }
        Path found;
        try {
            found = root.resolve(name).toRealPath();
        } catch (InvalidPathException e) {
            throw new Trouble(Trouble.Kind.WRONG, "not a path: " + name);
        } catch (IOException e) {
            // whether something is there is nobody's business outside of the root
            throw root.resolve(name).normalize().startsWith(root) ? missing(name) : outside(name);
        }
        if (!found.startsWith(root)) {
            throw outside(name);
        }
        if (Files.isDirectory(found)) {
            checkLinks(name, found, root);
        }
        return found;
    }

    /// Reading a folder follows links to files.
    private static void checkLinks(String name, Path folder, Path root) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST_FOLDER)) {
            List<Path> links = all.filter(Files::isSymbolicLink).toList();
            for (Path link : links) {
                if (Files.exists(link) && !link.toRealPath().startsWith(root)) {
                    throw new Trouble(
                            Trouble.Kind.FORBIDDEN,
                            name
                                    + " holds a link that leads out of the root: "
                                    + root.relativize(link));
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Trouble(Trouble.Kind.UNREADABLE, name + " can't be read to its end");
        }
    }

    private static Trouble missing(String name) {
        return new Trouble(Trouble.Kind.MISSING, "no such file or folder: " + name);
    }

    private static Trouble outside(String name) {
        return new Trouble(
                Trouble.Kind.FORBIDDEN,
                name
                        + " is outside of the folder that may be read; start clew with another --root");
    }
}
