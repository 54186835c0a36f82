package dev.clew.fleet;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of the cluster that a bundle is of: what the pattern of the user finds in its path,
/// what the bundle says itself, the folder it lies in, or what its file is called before the date.
final class Clusters {

    /// Names that clusters have when nobody has given them one.
    private static final Set<String> NO_NAMES = Set.of("default", "kubernetes", "cluster");

    private static final Pattern PACKED =
            Pattern.compile("(?i)\\.(?:zip|tgz|tbz2?|txz|tzst|tar(?:\\.\\w+)?|gz|xz|bz2|zst)$");
    private static final Pattern DATED =
            Pattern.compile("(?:^|[-_.])(?:19|20)\\d{2}[-_.]?[01]\\d[-_.]?[0-3]\\d.*$");
    private static final Pattern NUMBERED = Pattern.compile("[-_.]\\d+$");

    /// What tools that gather call their files.
    private static final Pattern OF_A_TOOL =
            Pattern.compile(
                    "(?i)(?:cilium-)?(?:sysdump|bugtool)|support-?bundle|must-gather|bundle|clew|"
                            + "cluster-info|logs?|dump");

    private Clusters() {}

    /// The name.
    ///
    /// @param pattern its first group is the name; null if the user gave none
    /// @param facts what the bundle tells of its cluster
    /// @return null if nothing names it
    static @Nullable String name(
            BundleRef bundle, @Nullable Pattern pattern, Map<String, String> facts) {
        if (pattern != null) {
            Matcher found = pattern.matcher(bundle.path());
            return found.find() && found.groupCount() > 0 ? found.group(1) : null;
        }
        String told = facts.getOrDefault("cluster-name", "");
        if (!told.isEmpty() && !NO_NAMES.contains(told)) {
            return told;
        }
        String folder = bundle.folder();
        if (!folder.isEmpty() && !DATED.matcher(folder).find()) {
            return folder;
        }
        String stem = PACKED.matcher(bundle.name()).replaceFirst("");
        stem = NUMBERED.matcher(DATED.matcher(stem).replaceFirst("")).replaceFirst("");
        return stem.isEmpty() || OF_A_TOOL.matcher(stem).matches() ? null : stem;
    }
}
