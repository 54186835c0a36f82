package dev.clew.diagnose;

import dev.clew.bundle.Chunk;
import dev.clew.bundle.ChunkSink;
import dev.clew.bundle.Inputs;
import dev.clew.bundle.ObjectRead;
import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.bundle.format.LineFormat;
import dev.clew.bundle.layout.Layout;
import dev.clew.bundle.log.RepeatedLines;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.diagnose.collect.UnmatchedLines;
import dev.clew.errors.Mechanisms;
import dev.clew.graph.build.GraphParts;
import dev.clew.match.MatchCache;
import dev.clew.match.RuleBook;
import dev.clew.match.code.Codes;
import dev.clew.model.Articles;
import dev.clew.model.Bound;
import dev.clew.model.Environment;
import dev.clew.model.LimitLog;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads inputs and makes their diagnosis. One thread opens and unpacks, one for each processor
/// parses and matches, and the calling one gathers, in the order of the inputs, so that the result
/// does not depend on which thread is faster.
public final class Analysis {

    private static final int CHUNKS_AHEAD = 16;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

    private final RuleBook book;
    private final Articles articles;
    private final Limits limits;
    private final UnaryOperator<InputStream> filter;
    private final List<LineFormat> formats;
    private final int threads;
    private final ThreadLocal<WorkerState> states;
    private final @Nullable Instant since;

    public Analysis(RuleBook book, Articles articles) {
        this(book, articles, Limits.DEFAULT);
    }

    /// An analysis that reads no more than that.
    public Analysis(RuleBook book, Articles articles, Limits limits) {
        this(book, articles, limits, UnaryOperator.identity(), List.of(), null, PROCESSORS);
    }

    private Analysis(
            RuleBook book,
            Articles articles,
            Limits limits,
            UnaryOperator<InputStream> filter,
            List<LineFormat> formats,
            @Nullable Instant since,
            int threads) {
        this.book = book;
        this.articles = articles;
        this.limits = limits;
        this.filter = filter;
        this.formats = List.copyOf(formats);
        this.since = since;
        this.threads = threads;
        this.states =
                ThreadLocal.withInitial(() ->
                        new WorkerState(
                                new MatchCache(book),
                                new UnmatchedLines.Memory(limits),
                                new RepeatedLines()));
    }

    /// The same analysis without what was seen before that time.
    public Analysis since(Instant time) {
        return new Analysis(book, articles, limits, filter, formats, time, threads);
    }

    /// The same analysis on so many threads; the result is the same. Without this it is one for
    /// each processor.
    public Analysis on(int newThreads) {
        return new Analysis(book, articles, limits, filter, formats, since, newThreads);
    }

    /// The same analysis of texts that pass a filter before they are read.
    ///
    /// @param through takes a stream of UTF-8 text and gives one with as many lines
    public Analysis through(UnaryOperator<InputStream> through) {
        return new Analysis(book, articles, limits, through, formats, since, threads);
    }

    /// The same analysis of inputs whose lines may be in formats that the user described.
    public Analysis formats(List<LineFormat> newFormats) {
        return new Analysis(book, articles, limits, filter, newFormats, since, threads);
    }

    /// What a thread that judges chunks keeps from one to the next.
    private record WorkerState(
            MatchCache cache, UnmatchedLines.Memory memory, RepeatedLines repeated) {}

    /// What came of one chunk.
    private record Result(
            Chunk chunk,
            Chunk.Reading reading,
            List<Noted> noted,
            int judged,
            GraphParts objects,
            UnmatchedLines unmatchedLines) {

        /// Whether something of it has a known form, or words that a signature knows.
        boolean understood() {
            return reading.understood() || noted.stream().anyMatch(each -> !each.hits().isEmpty());
        }
    }

    /// A record that some rule has to do with, or that tells who is where.
    private record Noted(LogRecord record, List<RuleBook.Hit> hits) {}

    /// Something that reading the inputs says, in order.
    private sealed interface ReadEvent {
        record Began(Source source) implements ReadEvent {}

        record Read(Future<Result> result) implements ReadEvent {}

        record Skip(String path, String reason) implements ReadEvent {}

        record Lacks(String path, String what) implements ReadEvent {}

        record Is(Layout layout) implements ReadEvent {}

        record End(@Nullable Throwable failure) implements ReadEvent {}
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
        return run(shown, file, Progress.UNSEEN);
    }

    /// Reads one file and diagnoses it, or as much of it as was read when it was stopped.
    ///
    /// @param shown what the report calls it
    public Diagnosis run(String shown, Path file, Progress progress) throws InterruptedException {
        return run(InputStream.nullInputStream(), inputs -> inputs.read(shown, file), progress);
    }

    /// What is read.
    @FunctionalInterface
    private interface Work {
        void read(Inputs inputs) throws InterruptedException;
    }

    private Diagnosis run(InputStream standardInput, Work work, Progress progress)
            throws InterruptedException {
        BlockingQueue<ReadEvent> events = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        LimitLog log = new LimitLog(limits);
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("worker-", 1).factory());
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .name("reader")
                        .start(() -> read(work, standardInput, events, workers, log));
        try {
            return gather(events, log, progress);
        } finally {
            reader.interrupt();
            workers.shutdownNow();
        }
    }

    private void read(
            Work work,
            InputStream standardInput,
            BlockingQueue<ReadEvent> events,
            ExecutorService workers,
            LimitLog log) {
        Throwable failure = null;
        try {
            work.read(
                    new Inputs(
                            standardInput,
                            limits,
                            filter,
                            formats,
                            new Dispatch(events, workers, log)));
        } catch (InterruptedException e) {
            return; // nobody listens any more
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            events.put(new ReadEvent.End(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hands chunks to the workers, and their results, still to come, to the gatherer.
    private final class Dispatch implements ChunkSink {
        private final BlockingQueue<ReadEvent> events;
        private final ExecutorService workers;
        private final LimitLog log;
        private @Nullable Layout last;

        Dispatch(BlockingQueue<ReadEvent> events, ExecutorService workers, LimitLog log) {
            this.events = events;
            this.log = log;
            this.workers = workers;
        }

        @Override
        public void source(Source source) {
            put(new ReadEvent.Began(source));
        }

        @Override
        public void chunk(Chunk chunk) throws InterruptedException {
            FutureTask<Result> task = new FutureTask<>(() -> judge(chunk, log));
            events.put(new ReadEvent.Read(task));
            workers.execute(task);
        }

        @Override
        public void skipped(String path, String reason) {
            put(new ReadEvent.Skip(path, reason));
        }

        @Override
        public void reached(Bound bound, long cost) {
            log.reached(bound, cost);
        }

        @Override
        public void notCollected(String path, String what) {
            put(new ReadEvent.Lacks(path, what));
        }

        @Override
        public void layout(Layout layout) {
            if (!layout.equals(last)) {
                last = layout;
                put(new ReadEvent.Is(layout));
            }
        }

        private void put(ReadEvent event) {
            try {
                events.put(event);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the next chunk endTimes the reading
            }
        }
    }

    private Result judge(Chunk chunk, LimitLog log) {
        List<Noted> noted = new ArrayList<>();
        int[] count = new int[1];
        WorkerState state = states.get();
        UnmatchedLines unmatchedLines =
                new UnmatchedLines(book.prefilter(), chunk.source().component(), state.memory());
        GraphParts objects = new GraphParts(limits);
        Chunk.Reading reading =
                chunk.read(
                        unmatchedLines,
                        state.repeated(),
                        new RecordSink() {
                            @Override
                            public void record(LogRecord record) {
                                count[0]++;
                                MatchCache.Judged judged = state.cache().judge(record);
                                List<RuleBook.Hit> hits = judged.hits();
                                unmatchedLines.note(record, judged);
                                objects.record(record);
                                if (!hits.isEmpty() || ObservationStore.isWorthNoting(record)) {
                                    noted.add(new Noted(record, hits));
                                }
                            }

                            @Override
                            public void object(ObjectRead object) {
                                objects.object(object);
                            }

                            @Override
                            public void emptyList(String kind, @Nullable String namespace) {
                                objects.emptyList(kind, namespace);
                            }

                            @Override
                            public LimitLog limits() {
                                return log;
                            }
                        });
        return new Result(chunk, reading, noted, count[0], objects, unmatchedLines);
    }

    private Diagnosis gather(BlockingQueue<ReadEvent> events, LimitLog log, Progress progress)
            throws InterruptedException {
        ObservationStore store = new ObservationStore(book, since, log);
        List<InputSummary.Skipped> skipped = new ArrayList<>();
        long files = 0;
        long bytes = 0;
        long records = 0;
        long lines = 0;
        boolean understood = false;
        long told = System.nanoTime();
        while (true) {
            if (System.nanoTime() - told >= TICK) {
                told = System.nanoTime();
                progress.at(files, bytes, store.found());
            }
            if (progress.stopped()) {
                skipped.add(InputSummary.Skipped.THE_REST);
                return diagnosis(
                        store, new InputSummary(files, bytes, records, understood, skipped));
            }
            switch (events.poll(TICK, TimeUnit.NANOSECONDS)) {
                case null -> {}
                case ReadEvent.Began(Source source) -> {
                    files++;
                    store.gaps().source(source);
                }
                case ReadEvent.Skip(String path, String reason) -> {
                    if (log.hasRoom(Bound.SKIPPED_NAMED, skipped.size())) {
                        skipped.add(new InputSummary.Skipped(path, reason));
                    }
                }
                case ReadEvent.Lacks(String path, String what) ->
                        store.gaps().notCollected(path, what);
                case ReadEvent.Is(Layout layout) -> store.gaps().layout(layout);
                case ReadEvent.End(Throwable failure) -> {
                    if (failure != null) {
                        throw new IllegalStateException("reading the inputs failed", failure);
                    }
                    return diagnosis(
                            store, new InputSummary(files, bytes, records, understood, skipped));
                }
                case ReadEvent.Read(Future<Result> future) -> {
                    Result result = result(future);
                    long base = result.chunk().continues() ? lines : 0;
                    for (Noted noted : result.noted()) {
                        store.note(noted.record().movedBy(base), noted.hits());
                    }
                    result.objects().moveBy(base);
                    store.objects(result.objects());
                    store.unmatched(result.unmatchedLines(), base, result.reading().lines());
                    store.gaps().times(result.reading().first(), result.reading().last());
                    store.endTimes().note(result.chunk().source().path(), result.reading().last());
                    lines = base + result.reading().lines();
                    records += Math.max(result.reading().lines(), result.judged());
                    bytes += result.chunk().bytes();
                    understood |= result.understood();
                }
            }
        }
    }

    private Diagnosis diagnosis(ObservationStore store, InputSummary inputs) {
        store.close();
        Diagnosis diagnosis = Diagnostician.diagnose(store, inputs, articles);
        return diagnosis.with(
                store.unmatched()
                        .suggestions(
                                articles,
                                new Mechanisms(book),
                                text -> meanings(text, diagnosis.environment())),
                store.unmatched().errors());
    }

    private String meanings(String text, Environment environment) {
        return book.codes().in(text, environment).stream()
                .map(Codes.Meaning::toString)
                .collect(Collectors.joining("; "));
    }

    private static Result result(Future<Result> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
