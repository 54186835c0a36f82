package dev.clew.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/// The tables of a test, asked in one Spark for all tests.
final class Tables implements AutoCloseable {

    private static @Nullable SparkSession shared;

    private final SparkSession session;
    private final Store store;

    private Tables(SparkSession session, Store store) {
        this.session = session;
        this.store = store;
    }

    static synchronized SparkSession spark() {
        if (shared == null) {
            Path work = Folders.temporary();
            shared = Sessions.start(2, work);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(work)));
        }
        return shared;
    }

    static Tables open(Path folder) throws IOException {
        SparkSession session = spark().newSession();
        Store store = Store.open(folder.toString(), spark().sparkContext().hadoopConfiguration());
        Views.register(session, store);
        return new Tables(session, store);
    }

    List<Row> rows(String sql) {
        return Query.ask(session, sql).collectAsList();
    }

    List<String> ask(String sql) {
        return rows(sql).stream().map(Row::toString).toList();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
