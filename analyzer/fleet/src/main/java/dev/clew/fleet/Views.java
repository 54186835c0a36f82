package dev.clew.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/// Makes the tables known to SQL by their names, and the ready answers beside them. A table holds
/// for each bundle what the newest pack says; `all_` before its name also what earlier ones said.
final class Views {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /// Who has a failure: one row for each cluster.
    private static final String WHO_ELSE =
            """
            CREATE OR REPLACE TEMPORARY FUNCTION who_else(wanted STRING)
            RETURNS TABLE (cluster STRING, bundles BIGINT, first_date DATE, last_date DATE,
                cilium STRING, kubernetes STRING, bundle STRING, path STRING)
            RETURN SELECT f.cluster, count(DISTINCT f.bundle), min(f.date), max(f.date),
                max_by(f.cilium, f.date), max_by(f.kubernetes, f.date), max_by(f.bundle, f.date),
                max_by(b.path, f.date)
            FROM findings f JOIN bundles b ON b.bundle = f.bundle
            WHERE f.signature = who_else.wanted
            GROUP BY f.cluster ORDER BY 4 DESC, 2 DESC, 1\
            """;

    /// Failures that no version of Cilium before that one shows.
    private static final String SINCE =
            """
            CREATE OR REPLACE TEMPORARY FUNCTION since(version STRING)
            RETURNS TABLE (signature STRING, title STRING, severity STRING, first_version STRING,
                clusters BIGINT, bundles BIGINT, first_date DATE, last_date DATE)
            RETURN SELECT signature, title, severity, first_version, clusters, bundles, first_date,
                last_date
            FROM (SELECT signature, max(title) title, max(severity) severity,
                    min_by(cilium, version_key(cilium)) first_version,
                    min(version_key(cilium)) key, count(DISTINCT cluster) clusters,
                    count(DISTINCT bundle) bundles, min(date) first_date, max(date) last_date
                  FROM findings WHERE cilium IS NOT NULL GROUP BY signature)
            WHERE key >= version_key(since.version)
            ORDER BY 5 DESC, 6 DESC, 1\
            """;

    /// Failures that are more frequent at one version of Cilium than at another. A version may be
    /// the start of one: `1.17`.
    private static final String REGRESSIONS =
            """
            CREATE OR REPLACE TEMPORARY FUNCTION regressions(old STRING, new STRING)
            RETURNS TABLE (signature STRING, title STRING, severity STRING, share_old DOUBLE,
                share_new DOUBLE, bundles_old BIGINT, bundles_new BIGINT, clusters_new BIGINT)
            RETURN SELECT signature, title, severity, round(o / n_old, 4), round(n / n_new, 4),
                o, n, clusters
            FROM (SELECT signature, max(title) title, max(severity) severity,
                    count(DISTINCT was) o, count(DISTINCT now) n,
                    count(DISTINCT now_cluster) clusters
                  FROM (SELECT signature, title, severity,
                          if(of_version(cilium, regressions.old), bundle, NULL) was,
                          if(of_version(cilium, regressions.new), bundle, NULL) now,
                          if(of_version(cilium, regressions.new), cluster, NULL) now_cluster
                        FROM findings) GROUP BY signature),
                 (SELECT greatest(1, count(DISTINCT was)) n_old,
                    greatest(1, count(DISTINCT now)) n_new
                  FROM (SELECT if(of_version(cilium, regressions.old), bundle, NULL) was,
                          if(of_version(cilium, regressions.new), bundle, NULL) now
                        FROM bundles))
            WHERE n / n_new > o / n_old
            ORDER BY n / n_new - o / n_old DESC, signature\
            """;

    /// Errors that nobody knows and that more clusters had in the last seven days than in the seven
    /// before. The days end with the newest bundle that could be read.
    private static final String SPREADING =
            """
            SELECT * FROM (
              SELECT u.template, max(u.text) text, max(u.component) component,
                count(DISTINCT u.cluster) FILTER (WHERE u.date > date_sub(last, 7)) clusters,
                count(DISTINCT u.cluster) FILTER (WHERE u.date <= date_sub(last, 7)
                    AND u.date > date_sub(last, 14)) clusters_before,
                count(DISTINCT u.bundle) FILTER (WHERE u.date > date_sub(last, 7)) bundles,
                min(u.date) first_date, max(u.date) last_date, max_by(u.bundle, u.date) bundle,
                max_by(u.sample, u.date) sample
              FROM unknown_templates u, (SELECT max(date) last FROM bundles
                  WHERE verdict NOT IN ('unreadable', 'failed'))
              GROUP BY u.template)
            WHERE clusters > clusters_before
            ORDER BY clusters - clusters_before DESC, clusters DESC, template\
            """;

    private Views() {}

    /// Makes them known.
    static void register(SparkSession spark, Store store) throws IOException {
        register(spark, store, store.commits());
    }

    private static void register(SparkSession spark, Store store, List<Commit> commits) {
        List<String> batches = commits.stream().map(Commit::batch).toList();
        long judges =
                commits.stream().map(each -> each.pack() + " " + each.version()).distinct().count();
        for (Table table : Table.values()) {
            Dataset<Row> all =
                    spark.read()
                            .schema(table.schema())
                            .parquet(store.path(table).toString())
                            .where(functions.col("batch").isInCollection(batches));
            all.createOrReplaceTempView("all_" + table.word());
        }
        Dataset<Row> newest =
                spark.sql("SELECT bundle, max(batch) batch FROM all_bundles GROUP BY bundle");
        for (Table table : Table.values()) {
            Dataset<Row> all = spark.table("all_" + table.word());
            Dataset<Row> now =
                    judges <= 1
                            ? all
                            : all.join(
                                    newest,
                                    scala.jdk.javaapi.CollectionConverters.asScala(
                                                    List.of("bundle", "batch"))
                                            .toSeq(),
                                    "left_semi");
            now.createOrReplaceTempView(table.word());
        }
        UDF1<String, String> key = Views::versionKey;
        spark.udf().register("version_key", key, DataTypes.StringType);
        spark.udf()
                .register(
                        "of_version",
                        (String version, String wanted) -> isOf(version, wanted),
                        DataTypes.BooleanType);
        spark.sql(WHO_ELSE);
        spark.sql(SINCE);
        spark.sql(REGRESSIONS);
        spark.sql(SPREADING).createOrReplaceTempView("spreading");
    }

    /// A text that sorts as versions do: numbers by their value, and what comes before a release
    /// before it.
    static @Nullable String versionKey(@Nullable String version) {
        if (version == null) {
            return null;
        }
        String plain = version.startsWith("v") ? version.substring(1) : version;
        int dash = plain.indexOf('-');
        Matcher number = NUMBER.matcher(dash < 0 ? plain : plain.substring(0, dash));
        List<String> parts = new ArrayList<>();
        while (number.find()) {
            parts.add(String.format(Locale.ROOT, "%06d", Integer.parseInt(number.group())));
        }
        return String.join(".", parts) + (dash < 0 ? "~" : plain.substring(dash));
    }

    /// Whether a version is that one, or one of those that begin with it.
    static boolean isOf(@Nullable String version, @Nullable String wanted) {
        if (version == null || wanted == null) {
            return false;
        }
        return version.equals(wanted)
                || version.startsWith(wanted + ".")
                || version.startsWith(wanted + "-");
    }
}
