package dev.clew.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Does jobs at the same time, but only so many, and until the time is over.
final class JobRunner {

    static final String TIME_IS_OVER = "the time for gathering ran out";

    private final Semaphore permits;
    private final long deadline;
    private final Progress progress;
    private final Quota quota;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger planned = new AtomicInteger();

    JobRunner(Bounds bounds, Progress progress, Quota quota) {
        this.permits = new Semaphore(bounds.concurrency());
        this.deadline = System.nanoTime() + bounds.runTime().toNanos();
        this.progress = progress;
        this.quota = quota;
    }

    /// A job.
    ///
    /// @param words what it does
    record Job(String words, Work work) {}

    /// What a job does. It reports each of its requests.
    @FunctionalInterface
    interface Work {
        void run(Report report) throws IOException;
    }

    /// Takes what came of requests. Called on several threads.
    @FunctionalInterface
    interface Report {
        void accept(Gathered.Request request);
    }

    /// Does the jobs; returns when all are done or stopped. Each of them has reported then.
    void work(List<Job> jobs, Report report) throws InterruptedException {
        planned.addAndGet(jobs.size());
        java.util.Set<Job> reported = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> calls =
                    jobs.stream()
                            .<Callable<Boolean>>map(job ->
                                    () ->
                                            perform(
                                                    job,
                                                    request -> {
                                                        reported.add(job);
                                                        report.accept(request);
                                                    }))
                            .toList();
            threads.invokeAll(calls, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        for (Job job : jobs) {
            if (!reported.contains(job)) {
                report.accept(
                        new Gathered.Request(job.words(), null, new Outcome.Left(TIME_IS_OVER)));
            }
        }
    }

    private boolean perform(Job job, Report report) throws InterruptedException {
        permits.acquire();
        try {
            job.work().run(report);
        } catch (IOException | RuntimeException e) {
            report.accept(
                    new Gathered.Request(job.words(), null, new Outcome.Failed(Failures.brief(e))));
        } finally {
            permits.release();
            progress.now(done.incrementAndGet(), planned.get(), quota.taken());
        }
        return true;
    }
}
