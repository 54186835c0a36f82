package dev.clew.fleet;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/// The bundles that were judged by this pack and this version already, by content, and by path with
/// size and time.
final class Known {

    private final Set<String> contents = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    private Known() {}

    static Known read(SparkSession spark, Store store, KnowledgeFiles knowledge)
            throws IOException {
        Known known = new Known();
        Set<String> batches =
                store.commits().stream()
                        .filter(each ->
                                each.pack().equals(knowledge.id())
                                        && each.version().equals(knowledge.version()))
                        .map(Commit::batch)
                        .collect(Collectors.toSet());
        if (batches.isEmpty()) {
            return known;
        }
        List<Row> rows =
                spark.read()
                        .schema(Table.BUNDLES.schema())
                        .parquet(store.path(Table.BUNDLES).toString())
                        .where(functions.col("batch").isInCollection(batches))
                        .select("bundle", "path", "bytes", "modified")
                        .collectAsList();
        for (Row row : rows) {
            known.contents.add(row.getString(0));
            known.files.add(
                    key(row.getString(1), row.getLong(2), row.getInstant(3).toEpochMilli()));
        }
        return known;
    }

    boolean hasFile(BundleRef bundle) {
        return files.contains(key(bundle.path(), bundle.bytes(), bundle.modified()));
    }

    /// Whether the content is known; it is from now on.
    boolean addContent(BundleRef bundle) {
        return !contents.add(java.util.Objects.requireNonNull(bundle.hash()));
    }

    private static String key(String path, long bytes, long modified) {
        return ContentHash.of(path + "\n" + bytes + "\n" + modified);
    }
}
