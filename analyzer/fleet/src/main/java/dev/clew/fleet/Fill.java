package dev.clew.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/// Fills the tables: finds the bundles that are new, analyses them, and adds them batch by batch.
final class Fill {

    private final FillSettings settings;
    private final Path home;
    private final PrintStream out;
    private final PrintStream err;

    /// @param home the folder of the compiled pack and the knowledge base
    Fill(FillSettings settings, Path home, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /// What a run did.
    ///
    /// @param found bundles that were found
    /// @param known of those, the ones that were in the tables already, or are the same as others
    /// @param added of those, the ones that were analysed
    /// @param unreadable of the added ones, those in which nothing could be read
    record Outcome(long found, long known, long added, long unreadable) {}

    /// Runs.
    ///
    /// @throws FleetError if no bundle was found, or the tables can't be written
    Outcome run() {
        Path work = Folders.temporary();
        SparkSession spark = Sessions.start(settings.cores(), work);
        try {
            return run(spark, work);
        } finally {
            spark.stop();
            Folders.delete(work);
        }
    }

    /// Runs in a Spark that is there.
    ///
    /// @param work a folder for temporary files
    Outcome run(SparkSession spark, Path work) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        BundleListing listing =
                new BundleListing(settings.folders(), hadoop)
                        .add(settings.paths(), !Sessions.local());
        listing.problems().forEach(this::say);
        if (listing.bundles().isEmpty()) {
            throw new FleetError(FleetError.NO_INPUT, "no bundle was found");
        }
        try (Store store = Store.openToWrite(settings.out(), hadoop)) {
            Outcome outcome = fill(spark, store, listing.bundles());
            if (outcome.added() > 0) {
                SparkSession asking = spark.newSession();
                Views.register(asking, store);
                TemplateIndex.write(asking, store, work);
                SummaryPage.write(asking, store);
            }
            tell(outcome);
            return outcome;
        } catch (IOException | UncheckedIOException e) {
            throw new FleetError(
                    FleetError.OUTPUT, settings.out() + " could not be written: " + e.getMessage());
        }
    }

    private Outcome fill(SparkSession spark, Store store, List<BundleRef> found)
            throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        KnowledgeFiles knowledge = KnowledgeFiles.read(home, !Sessions.local());
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(
                        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
        Known known = Known.read(spark, store, knowledge);
        List<BundleRef> fresh = fresh(context, hadoop, known, found);
        LongAccumulator done = spark.sparkContext().longAccumulator();
        LongAccumulator unreadable = spark.sparkContext().longAccumulator();
        BundleTask task =
                new BundleTask(context.broadcast(knowledge), hadoop, 1, settings.cluster());
        long broken = 0;
        try (ProgressLine progress = new ProgressLine(err, done, fresh.size())) {
            if (settings.progress()) {
                progress.show();
            }
            String run = Store.next(store.commits());
            for (int from = 0; from < fresh.size(); from += settings.batch()) {
                int to = Math.min(fresh.size(), from + settings.batch());
                List<BundleRef> some = new ArrayList<>(fresh.subList(from, to));
                some.sort(Comparator.comparingLong(BundleRef::bytes).reversed());
                String batch = Store.next(store.commits());
                unreadable.reset();
                new Batch(task, done, unreadable)
                        .write(spark, store, batch, some, settings.cores());
                long none = Math.min(unreadable.value(), some.size());
                broken += none;
                store.commit(
                        new Commit(
                                batch,
                                run,
                                knowledge.id(),
                                knowledge.version(),
                                some.size(),
                                none,
                                BundleTask.now()));
            }
        }
        return new Outcome(found.size(), found.size() - fresh.size(), fresh.size(), broken);
    }

    /// The bundles that the tables don't have, in the order they were written, so that the rows of
    /// a day lie together.
    private static List<BundleRef> fresh(
            JavaSparkContext context,
            Broadcast<SerializableConfiguration> hadoop,
            Known known,
            List<BundleRef> found) {
        List<BundleRef> candidates =
                found.stream()
                        .filter(each -> !known.hasFile(each))
                        .sorted(
                                Comparator.comparingLong(BundleRef::modified)
                                        .thenComparing(BundleRef::path))
                        .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        int parts = Math.min(candidates.size(), 8 * context.defaultParallelism());
        return context
                .parallelize(candidates, parts)
                .map(each -> hashed(each, hadoop.value().value()))
                .collect()
                .stream()
                .filter(each -> !known.addContent(each))
                .toList();
    }

    /// A bundle that can't be read is known by its path, size and time.
    private static BundleRef hashed(BundleRef bundle, Configuration hadoop) {
        try {
            return bundle.with(ContentHash.of(bundle, hadoop));
        } catch (IOException e) {
            return bundle.with(ContentHash.of(bundle.path() + bundle.bytes() + bundle.modified()));
        }
    }

    private void tell(Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%,d bundles: %,d new, %,d known%s%n",
                outcome.found(),
                outcome.added(),
                outcome.known(),
                outcome.unreadable() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d unreadable", outcome.unreadable()));
    }

    private void say(String message) {
        if (!settings.quiet()) {
            err.println("clew: " + message);
        }
    }
}
