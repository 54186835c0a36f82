package dev.clew.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// How far an analysis is, as server-sent events.
final class Events {

    private static final long HEARTBEAT_MILLIS = 10_000;

    private Events() {}

    /// Sends until it is finished or the caller has gone.
    static void send(Job job, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        OutputStream out = response.getOutputStream();
        long seen = -1;
        while (job.state() == Job.State.RUNNING) {
            long now = job.await(seen, HEARTBEAT_MILLIS);
            write(out, now == seen ? ": alive\n\n" : event("progress", job));
            seen = now;
        }
        write(out, event(job.state() == Job.State.DONE ? "done" : "failed", job));
    }

    private static String event(String name, Job job) {
        return "event: " + name + "\ndata: " + job.json() + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
