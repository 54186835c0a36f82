package dev.clew.bundle.archive;

import org.jspecify.annotations.Nullable;

/// Names of archive entries. They are only shown, never opened; those that try to lead elsewhere
/// are left out all the same, because no collector writes them.
final class EntryNames {

    private static final int LONGEST = 1000;

    private EntryNames() {}

    /// Why an entry of that name is not read, or null if it may be.
    static @Nullable String objection(String name) {
        String slashes = name.replace('\\', '/');
        if (slashes.startsWith("/") || slashes.matches("(?i)[a-z]:/.*")) {
            return "absolute name in an archive, not read";
        }
        if (("/" + slashes + "/").contains("/../")) {
            return "name that leads out of the archive, not read";
        }
        return name.length() > LONGEST
                ? "name longer than " + LONGEST + " characters, not read"
                : null;
    }

    /// Whether a link of that name to that target leads out of its archive.
    static boolean leadsOut(String name, String target) {
        String slashes = target.replace('\\', '/');
        if (slashes.startsWith("/") || slashes.matches("(?i)[a-z]:/.*")) {
            return true;
        }
        String clean = clean(name);
        int depth = (int) clean.chars().filter(c -> c == '/').count();
        for (String part : slashes.split("/", -1)) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /// The name without what says nothing: `./`, doubled slashes.
    static String clean(String name) {
        String clean =
                name.replace('\\', '/').replaceAll("/{2,}", "/").replaceAll("(^|/)(\\./)+", "$1");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
