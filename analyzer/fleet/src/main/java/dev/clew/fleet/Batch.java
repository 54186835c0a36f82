package dev.clew.fleet;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/// Analyses some bundles, each as a task of its own, and writes what comes of them to the tables.
/// The results are sent by date to where they are written; while the tables are written one after
/// the other, they are taken from there and not made again.
///
/// @param task how one bundle is analysed
/// @param done counts bundles
/// @param unreadable counts those in which nothing could be read
record Batch(BundleTask task, LongAccumulator done, LongAccumulator unreadable)
        implements Serializable {

    /// Writes a batch.
    ///
    /// @param dates how many dates may be written at once
    void write(SparkSession spark, Store store, String batch, List<BundleRef> bundles, int dates) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        JavaRDD<BundleRows> results =
                context.parallelize(bundles, bundles.size())
                        .mapToPair(this::keyed)
                        .partitionBy(new HashPartitioner(dates))
                        .values();
        for (Table table : Table.values()) {
            JavaRDD<Row> rows =
                    results.flatMap(each -> {
                        LocalDate date = LocalDate.parse(each.date());
                        return each.of(table).stream()
                                .map(row -> RowWriter.placed(row, date, batch))
                                .iterator();
                    });
            spark.createDataFrame(rows, table.schema())
                    .write()
                    .mode(SaveMode.Append)
                    .partitionBy("date", "batch")
                    .parquet(store.path(table).toString());
        }
    }

    private Tuple2<String, BundleRows> keyed(BundleRef bundle) {
        Objects.requireNonNull(bundle.hash());
        BundleRows rows = task.rows(bundle);
        done.add(1);
        if (rows.of(Table.REPORTS).isEmpty()) {
            unreadable.add(1);
        }
        return new Tuple2<>(rows.date(), rows);
    }
}
