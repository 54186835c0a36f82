import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Takes the seal off the packages of a jar: `java Unseal.java JAR`. Sealed packages are bound to the
/// place that the start-up cache was made at, so that a copy of the program can't load the rest of them.
class Unseal {
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile in = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            boolean sealed = manifest.getMainAttributes().remove(Attributes.Name.SEALED) != null;
            for (Attributes each : manifest.getEntries().values()) {
                sealed |= each.remove(Attributes.Name.SEALED) != null;
            }
            if (!sealed) {
                return;
            }
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh), manifest)) {
                for (JarEntry entry : Collections.list(in.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        JarEntry copy = new JarEntry(entry.getName());
                        copy.setLastModifiedTime(entry.getLastModifiedTime());
                        out.putNextEntry(copy);
                        try (InputStream data = in.getInputStream(entry)) {
                            data.transferTo(out);
                        }
                    }
                }
            }
        }
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
