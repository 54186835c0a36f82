package dev.clew.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/// Answers a query over the tables.
final class Query {

    private final String tables;
    private final String sql;
    private final String output;

    private Query(String tables, String sql, String output) {
        this.tables = tables;
        this.sql = sql;
        this.output = output;
    }

    static Query of(List<String> words) {
        Arguments read = Arguments.of(words, Set.of("--in", "--output"), Set.of());
        if (read.rest().size() != 1) {
            throw new FleetError(FleetError.USAGE, "say one query, in quotes");
        }
        String output = read.value("--output").orElse("text");
        if (!Set.of("text", "json", "csv").contains(output)) {
            throw new FleetError(FleetError.USAGE, "--output: text, json or csv");
        }
        return new Query(read.needed("--in"), read.rest().getFirst(), output);
    }

    /// Prints the answer.
    ///
    /// @throws FleetError if the query is wrong or there are no tables
    void run(PrintStream out, PrintStream err) {
        Path work = Folders.temporary();
        int cores = Runtime.getRuntime().availableProcessors();
        try (SparkSession spark = Sessions.start(cores, work);
                Store store = Store.open(tables, spark.sparkContext().hadoopConfiguration())) {
            Views.register(spark, store);
            Dataset<Row> answer = ask(spark, sql);
            switch (output) {
                case "json" -> AnswerPrinter.json(answer, out);
                case "csv" -> AnswerPrinter.csv(answer, out);
                default -> AnswerPrinter.text(answer, out, err);
            }
        } catch (IOException e) {
            throw new FleetError(FleetError.NO_INPUT, tables + " can't be read: " + e.getMessage());
        } finally {
            Folders.delete(work);
        }
    }

    /// The answer to a query.
    ///
    /// @throws FleetError if it is none, or wrong
    static Dataset<Row> ask(SparkSession spark, String sql) {
        try {
            return QueryGuard.ask(spark, sql);
        } catch (AnalysisException e) {
            throw wrong(e);
        } catch (RuntimeException e) {
            throw e instanceof SparkThrowable ? wrong(e) : e;
        }
    }

    private static FleetError wrong(Exception e) {
        return new FleetError(FleetError.USAGE, "query: " + firstLine(e.getMessage()));
    }

    private static String firstLine(@Nullable String message) {
        return java.util.Objects.toString(message, "")
                .strip()
                .lines()
                .findFirst()
                .orElse("can't be understood");
    }
}
