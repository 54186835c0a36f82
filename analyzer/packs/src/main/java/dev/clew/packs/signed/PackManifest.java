package dev.clew.packs.signed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a pack file says of itself: the text that is signed.
///
/// @param name of the pack: lower-case words joined by dashes
/// @param version of the pack
/// @param needsClew the oldest version of this program that it works with
/// @param key the public key it is signed with, in Base64; empty if it is not signed
/// @param files what is in it, with sizes and checksums
public record PackManifest(
        String name, SemVer version, SemVer needsClew, String key, List<Entry> files) {

    static final int MOST_FILES = 20_000;

    private static final String FIRST = "clew-pack 1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,7}");
    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64}) (\\d{1,9}) (.+)");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PATH = 200;

    public PackManifest {
        files = List.copyOf(files);
    }

    /// A file of the pack.
    ///
    /// @param path with slashes, below the folder of the pack
    /// @param size in bytes
    /// @param sha256 of its bytes, in hexadecimal
    public record Entry(String path, long size, String sha256) {}

    /// Whether a pack may be called so: the name becomes that of a folder.
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /// Whether a file of a pack may have that path.
    static boolean isPath(String path) {
        return path.length() <= LONGEST_PATH
                && PATH.matcher(path).matches()
                && !path.contains("..")
                && !path.endsWith(".");
    }

    /// Whether it is signed.
    public boolean isSigned() {
        return !key.isEmpty();
    }

    byte[] write() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        text.append("name: ").append(name).append('\n');
        text.append("version: ").append(version).append('\n');
        text.append("needs-clew: ").append(needsClew).append('\n');
        text.append("key: ").append(key).append('\n');
        for (Entry file : files) {
            text.append("file: ")
                    .append(file.sha256())
                    .append(' ')
                    .append(file.size())
                    .append(' ')
                    .append(file.path())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a manifest that [#write] made.
    static PackManifest read(byte[] bytes) throws PackException {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 5 || !lines.getFirst().equals(FIRST)) {
            throw new PackException("its manifest is not of a form that is known here");
        }
        String name = value(lines.get(1), "name");
        if (!isName(name)) {
            throw new PackException("its name is none: lower-case words joined by dashes");
        }
        SemVer version = version(value(lines.get(2), "version"));
        SemVer needs = version(value(lines.get(3), "needs-clew"));
        String key = value(lines.get(4), "key");
        List<Entry> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : lines.subList(5, lines.size())) {
            var file = FILE.matcher(value(line, "file"));
            if (!file.matches() || !isPath(file.group(3))) {
                throw new PackException("it names a file that a pack can't have");
            }
            if (!seen.add(file.group(3).toLowerCase(Locale.ROOT))) {
                throw new PackException("it names a file twice: " + file.group(3));
            }
            files.add(new Entry(file.group(3), Long.parseLong(file.group(2)), file.group(1)));
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new PackException("it has " + files.size() + " files");
        }
        return new PackManifest(name, version, needs, key, files);
    }

    private static String value(String line, String key) throws PackException {
        if (!line.startsWith(key + ": ") && !line.equals(key + ":")) {
            throw new PackException("its manifest lacks '" + key + "'");
        }
        return line.substring(key.length() + 1).strip();
    }

    private static SemVer version(String text) throws PackException {
        return SemVer.of(text)
                .orElseThrow(() -> new PackException("a version in its manifest is none"));
    }
}
