import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Gives the classes of an old jar the frames that the JVM wants to see before it keeps a class in
/// its cache (stack map tables, mandatory since Java 7): `java Frames.java JAR`. The code stays as it
/// is. A jar that was done already is left alone.
public final class Frames {

    /// Class files of Java 17.
    private static final int MAJOR = 61;

    private static final String MARK = "META-INF/frames-added-by-clew";

    private Frames() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path made = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile in = new JarFile(jar.toFile());
                URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            if (in.getEntry(MARK) != null) {
                return;
            }
            ClassFile format =
                    ClassFile.of(
                            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                            ClassFile.DeadCodeOption.PATCH_DEAD_CODE,
                            ClassFile.ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofClassLoading(classes)));
            try (OutputStream file = Files.newOutputStream(made);
                    JarOutputStream out = new JarOutputStream(file)) {
                for (JarEntry entry : Collections.list(in.entries())) {
                    byte[] bytes = in.getInputStream(entry).readAllBytes();
                    put(out, entry.getName(), isOld(bytes) ? raised(format, bytes) : bytes);
                }
                put(out, MARK, new byte[0]);
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isOld(byte[] bytes) {
        return bytes.length > 8
                && (bytes[0] & 0xff) == 0xca
                && (bytes[1] & 0xff) == 0xfe
                && bytes[6] == 0
                && bytes[7] < ClassFile.JAVA_7_VERSION;
    }

    private static byte[] raised(ClassFile format, byte[] bytes) {
        return format.transformClass(
                format.parse(bytes),
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen(
                                ClassTransform.dropping(
                                        element -> element instanceof ClassFileVersion))
                        .andThen(
                                ClassTransform.endHandler(
                                        builder -> builder.withVersion(MAJOR, 0))));
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
