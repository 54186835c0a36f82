package dev.clew.cluster;

import java.time.Duration;

/// How much is asked of a cluster at most, so that looking at it does it no harm.
///
/// @param concurrency requests at a time
/// @param page objects asked for at a time
/// @param mostObjects objects of one kind
/// @param logBytes bytes of the log of one container
/// @param logLines last lines of the log of one container
/// @param logAge how far back logs go
/// @param mostPods failing pods whose logs are read
/// @param mostHealthy pods of each component of Cilium whose logs are read though nothing is wrong
///   with them
/// @param totalBytes bytes of everything
/// @param requestTime until a request is answered, and between two parts of an answer
/// @param readTime until an answer is complete, repeated tries included
/// @param runTime until everything is gathered
/// @param retries of a request that the server puts off or fails to answer
public record Bounds(
        int concurrency,
        int page,
        int mostObjects,
        long logBytes,
        int logLines,
        Duration logAge,
        int mostPods,
        int mostHealthy,
        long totalBytes,
        Duration requestTime,
        Duration readTime,
        Duration runTime,
        int retries) {

    static final int FIRST_RETRY_MILLIS = 250;

    /// What the program uses.
    public static final Bounds DEFAULT =
            new Bounds(
                    8,
                    500,
                    50_000,
                    4L << 20,
                    20_000,
                    Duration.ofDays(2),
                    200,
                    30,
                    512L << 20,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(10),
                    3);

    public Bounds withLogAge(Duration age) {
        return new Bounds(
                concurrency,
                page,
                mostObjects,
                logBytes,
                logLines,
                age,
                mostPods,
                mostHealthy,
                totalBytes,
                requestTime,
                readTime,
                runTime,
                retries);
    }

    public Bounds withTotalBytes(long bytes) {
        return new Bounds(
                concurrency,
                page,
                mostObjects,
                logBytes,
                logLines,
                logAge,
                mostPods,
                mostHealthy,
                bytes,
                requestTime,
                readTime,
                runTime,
                retries);
    }

    public Bounds withLogBytes(long bytes) {
        return new Bounds(
                concurrency,
                page,
                mostObjects,
                bytes,
                logLines,
                logAge,
                mostPods,
                mostHealthy,
                totalBytes,
                requestTime,
                readTime,
                runTime,
                retries);
    }

    /// The same with other times.
    ///
    /// @param request until a request is answered
    /// @param read until an answer is complete
    public Bounds withTimes(Duration request, Duration read) {
        return new Bounds(
                concurrency,
                page,
                mostObjects,
                logBytes,
                logLines,
                logAge,
                mostPods,
                mostHealthy,
                totalBytes,
                request,
                read,
                runTime,
                retries);
    }
}
