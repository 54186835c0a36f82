package dev.clew.diagnose;

import dev.clew.bundle.Inputs;
import dev.clew.bundle.Source;
import dev.clew.bundle.Unit;
import dev.clew.bundle.UnitSink;
import dev.clew.bundle.archive.Limits;
import dev.clew.bundle.layout.Layout;
import dev.clew.diagnose.collect.Ledger;
import dev.clew.diagnose.collect.Suspects;
import dev.clew.diagnose.collect.Unknowns;
import dev.clew.match.RuleBook;
import dev.clew.match.Verdicts;
import dev.clew.model.Articles;
import dev.clew.model.Record;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads inputs and makes their diagnosis. One thread opens and unpacks, one for each processor
/// parses and matches, and the calling one gathers, in the order of the inputs, so that the result
/// does not depend on which thread is faster.
public final class Analysis {

    private static final int UNITS_AHEAD = 16;
    private static final int MOST_SKIPPED = 500;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

    private final RuleBook book;
    private final Articles articles;
    private final Limits limits;
    private final UnaryOperator<InputStream> filter;
    private final int threads;
    private final ThreadLocal<Bench> benches;
    private final @Nullable Instant since;

    public Analysis(RuleBook book, Articles articles) {
        this(book, articles, Limits.DEFAULT);
    }

    /// An analysis that reads no more than that.
    public Analysis(RuleBook book, Articles articles, Limits limits) {
        this(book, articles, limits, UnaryOperator.identity(), null);
    }

    private Analysis(
            RuleBook book,
            Articles articles,
            Limits limits,
            UnaryOperator<InputStream> filter,
            @Nullable Instant since) {
        this.book = book;
        this.articles = articles;
        this.limits = limits;
        this.filter = filter;
        this.since = since;
        this.threads = Runtime.getRuntime().availableProcessors();
        this.benches =
                ThreadLocal.withInitial(() -> new Bench(new Verdicts(book), new Suspects.Memory()));
    }

    /// The same analysis without what was seen before that time.
    public Analysis since(Instant time) {
        return new Analysis(book, articles, limits, filter, time);
    }

    /// The same analysis of texts that pass a filter before they are read.
    ///
    /// @param through takes a stream of UTF-8 text and gives one with as many lines
    public Analysis through(UnaryOperator<InputStream> through) {
        return new Analysis(book, articles, limits, through, since);
    }

    /// What a thread that judges units keeps from one to the next.
    private record Bench(Verdicts verdicts, Suspects.Memory memory) {}

    /// What came of one unit.
    private record Result(Unit unit, Unit.Reading reading, List<Noted> noted, Suspects suspects) {}

    /// A record that some rule has to do with, or that tells who is where.
    private record Noted(Record record, List<RuleBook.Hit> hits) {}

    /// Something that reading the inputs says, in order.
    private sealed interface Word {
        record Began(Source source) implements Word {}

        record Read(Future<Result> result) implements Word {}

        record Skip(String path, String reason) implements Word {}

        record Lacks(String path, String what) implements Word {}

        record Is(Layout layout) implements Word {}

        record End(@Nullable Throwable failure) implements Word {}
    }

    /// Reads the inputs and diagnoses them.
    ///
    /// @param paths files, folders, `-` for standard input
    public Diagnosis run(List<String> paths, InputStream standardInput)
            throws InterruptedException {
        return run(paths, standardInput, Progress.UNSEEN);
    }

    /// Reads the inputs and diagnoses them, or as much of them as was read when it was stopped.
    ///
    /// @param paths files, folders, `-` for standard input
    public Diagnosis run(List<String> paths, InputStream standardInput, Progress progress)
            throws InterruptedException {
        return run(standardInput, inputs -> inputs.read(paths), progress);
    }

    /// Reads one file and diagnoses it.
    ///
    /// @param shown what the report calls it
    public Diagnosis run(String shown, Path file) throws InterruptedException {
        return run(
                InputStream.nullInputStream(), inputs -> inputs.read(shown, file), Progress.UNSEEN);
    }

    /// What is read.
    @FunctionalInterface
    private interface Work {
        void read(Inputs inputs) throws InterruptedException;
    }

    private Diagnosis run(InputStream standardInput, Work work, Progress progress)
            throws InterruptedException {
        BlockingQueue<Word> words = new ArrayBlockingQueue<>(UNITS_AHEAD);
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("worker-", 1).factory());
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("reader")
                        .start(() -> read(work, standardInput, words, workers));
        try {
            return gather(words, progress);
        } finally {
            reader.interrupt();
            workers.shutdownNow();
        }
    }

    private void read(
            Work work,
            InputStream standardInput,
            BlockingQueue<Word> words,
            ExecutorService workers) {
        Throwable failure = null;
        try {
            work.read(new Inputs(standardInput, limits, filter, new Dispatch(words, workers)));
        } catch (InterruptedException e) {
            return; // nobody listens any more
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            words.put(new Word.End(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hands units to the workers, and their results, still to come, to the gatherer.
    private final class Dispatch implements UnitSink {
        private final BlockingQueue<Word> words;
        private final ExecutorService workers;
        private @Nullable Layout last;

        Dispatch(BlockingQueue<Word> words, ExecutorService workers) {
            this.words = words;
            this.workers = workers;
        }

        @Override
        public void source(Source source) {
            put(new Word.Began(source));
        }

        @Override
        public void unit(Unit unit) throws InterruptedException {
            FutureTask<Result> task = new FutureTask<>(() -> judge(unit));
            words.put(new Word.Read(task));
            workers.execute(task);
        }

        @Override
        public void skipped(String path, String reason) {
            put(new Word.Skip(path, reason));
        }

        @Override
        public void notCollected(String path, String what) {
            put(new Word.Lacks(path, what));
        }

        @Override
        public void layout(Layout layout) {
            if (!layout.equals(last)) {
                last = layout;
                put(new Word.Is(layout));
            }
        }

        private void put(Word word) {
            try {
                words.put(word);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the next unit ends the reading
            }
        }
    }

    private Result judge(Unit unit) {
        List<Noted> noted = new ArrayList<>();
        Bench bench = benches.get();
        Suspects suspects = new Suspects(book.prefilter(), bench.memory());
        Unit.Reading reading =
                unit.read(
                        suspects,
                        record -> {
                            List<RuleBook.Hit> hits = bench.verdicts().of(record);
                            suspects.note(record, hits);
                            if (!hits.isEmpty() || Ledger.isWorthNoting(record)) {
                                noted.add(new Noted(record, hits));
                            }
                        });
        return new Result(unit, reading, noted, suspects);
    }

    private Diagnosis gather(BlockingQueue<Word> words, Progress progress)
            throws InterruptedException {
        Ledger ledger = new Ledger(book, since);
        Unknowns unknowns = new Unknowns();
        List<InputSummary.Skipped> skipped = new ArrayList<>();
        long files = 0;
        long bytes = 0;
        long records = 0;
        long lines = 0;
        long skips = 0;
        long told = System.nanoTime();
        while (true) {
            if (System.nanoTime() - told >= TICK) {
                told = System.nanoTime();
                progress.at(files, bytes, ledger.found());
            }
            if (progress.stopped()) {
                skipped.add(
                        new InputSummary.Skipped("(the rest)", "not read: stopped by the user"));
                return diagnosis(
                        ledger, unknowns, new InputSummary(files, bytes, records, skipped));
            }
            switch (words.poll(TICK, TimeUnit.NANOSECONDS)) {
                case null -> {}
                case Word.Began(Source source) -> {
                    files++;
                    ledger.gaps().source(source);
                }
                case Word.Skip(String path, String reason) -> {
                    skips++;
                    if (skips <= MOST_SKIPPED) {
                        skipped.add(new InputSummary.Skipped(path, reason));
                    }
                }
                case Word.Lacks(String path, String what) -> ledger.gaps().notCollected(path, what);
                case Word.Is(Layout layout) -> ledger.gaps().layout(layout);
                case Word.End(Throwable failure) -> {
                    if (failure != null) {
                        throw new IllegalStateException("reading the inputs failed", failure);
                    }
                    if (skips > MOST_SKIPPED) {
                        skipped.add(
                                new InputSummary.Skipped(
                                        "(others)",
                                        (skips - MOST_SKIPPED) + " more were not read"));
                    }
                    return diagnosis(
                            ledger, unknowns, new InputSummary(files, bytes, records, skipped));
                }
                case Word.Read(Future<Result> future) -> {
                    Result result = result(future);
                    long base = result.unit().continues() ? lines : 0;
                    for (Noted noted : result.noted()) {
                        ledger.note(noted.record().movedBy(base), noted.hits());
                    }
                    unknowns.add(result.suspects(), base);
                    ledger.ends().note(result.unit().source().path(), result.reading().last());
                    lines = base + result.reading().lines();
                    records += Math.max(result.reading().lines(), result.noted().size());
                    bytes += result.unit().bytes();
                }
            }
        }
    }

    private Diagnosis diagnosis(Ledger ledger, Unknowns unknowns, InputSummary inputs) {
        ledger.close();
        return Diagnostician.diagnose(ledger, inputs, articles)
                .with(unknowns.suggestions(articles));
    }

    private static Result result(Future<Result> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
