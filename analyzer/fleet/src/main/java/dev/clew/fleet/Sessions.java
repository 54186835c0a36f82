package dev.clew.fleet;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/// Starts Spark: in this JVM with nothing to set up, unless `spark-submit` names a cluster.
final class Sessions {

    private static final String MASTER = "spark.master";
    private static final String LOOPBACK = "127.0.0.1";

    private Sessions() {}

    /// Whether this JVM does all the work.
    static boolean local() {
        return System.getProperty(MASTER, "local").startsWith("local");
    }

    /// A session.
    ///
    /// @param cores how many bundles are analysed at once in this JVM
    /// @param work a folder for what does not fit into memory
    static SparkSession start(int cores, Path work) {
        SparkSession.Builder builder =
                SparkSession.builder()
                        .appName("clew fleet")
                        .config("spark.sql.datetime.java8API.enabled", "true")
                        .config("spark.sql.session.timeZone", "UTC")
                        .config("spark.sql.parquet.compression.codec", "zstd")
                        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                        .config(
                                "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs",
                                "false");
        if (!local()) {
            return builder.getOrCreate();
        }
        return builder.master("local[" + cores + "]")
                .config("spark.driver.host", LOOPBACK)
                .config("spark.driver.bindAddress", LOOPBACK)
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.sql.shuffle.partitions", String.valueOf(2 * cores))
                .config("spark.sql.warehouse.dir", work.resolve("warehouse").toUri().toString())
                .config("spark.local.dir", work.toString())
                .getOrCreate();
    }
}
