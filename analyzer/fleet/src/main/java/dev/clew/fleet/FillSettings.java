package dev.clew.fleet;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// How tables are to be filled.
///
/// @param paths files, folders, globs, URIs
/// @param out the folder of the tables
/// @param folders whether each folder directly in a named one is a bundle
/// @param cores how many bundles are analysed at once on this machine
/// @param batch how many bundles become part of the tables in one step
/// @param cluster its first group, in the path of a bundle, names the cluster; null for none
/// @param rehash whether a bundle is read although its path, size and time are known
/// @param progress whether to show how far it is
/// @param quiet whether to print nothing beside the result
record FillSettings(
        List<String> paths,
        String out,
        boolean folders,
        int cores,
        int batch,
        @Nullable String cluster,
        boolean rehash,
        boolean progress,
        boolean quiet) {

    private static final int BATCH = 500;

    static FillSettings of(List<String> words) {
        Arguments read =
                Arguments.of(
                        words,
                        Set.of("--out", "--cores", "--batch", "--cluster"),
                        Set.of("--folders", "--rehash", "--progress", "--quiet"));
        if (read.rest().isEmpty()) {
            throw new FleetError(FleetError.USAGE, "name the bundles: files, folders or globs");
        }
        String cluster = read.value("--cluster").orElse(null);
        check(cluster);
        return new FillSettings(
                read.rest(),
                read.needed("--out"),
                read.has("--folders"),
                read.number("--cores", Runtime.getRuntime().availableProcessors()),
                read.number("--batch", BATCH),
                cluster,
                read.has("--rehash"),
                read.has("--progress"),
                read.has("--quiet"));
    }

    private static void check(@Nullable String cluster) {
        try {
            if (cluster != null && Pattern.compile(cluster).matcher("").groupCount() < 1) {
                throw new FleetError(
                        FleetError.USAGE, "--cluster: the expression needs a group, as (.*)/");
            }
        } catch (PatternSyntaxException e) {
            throw new FleetError(FleetError.USAGE, "--cluster: " + e.getDescription());
        }
    }
}
