package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import java.time.Duration;
import java.time.Instant;

/// Jobs that gave up, and CronJobs that do not run.
final class JobChecks implements StateCheck {

    private static final Duration LATELY = Duration.ofDays(2);

    @Override
    public void check(ClusterGraph graph, States states) {
        suspended(graph, states);
        for (ClusterObject job : graph.read("Job")) {
            if (job.is("Failed", "True")) {
                Data condition = job.condition("Failed");
                states.add(
                        "job-failed",
                        graph.top(job.ref()),
                        job,
                        "Job %s failed: %s: %s"
                                .formatted(
                                        ServiceChecks.place(job),
                                        condition.text("reason"),
                                        condition.text("message")),
                        "reason",
                        String.valueOf(condition.text("reason")));
            }
        }
    }

    /// One that was suspended long ago is meant to be.
    private static void suspended(ClusterGraph graph, States states) {
        Instant now = Times.latest(graph);
        for (ClusterObject job : graph.read("CronJob")) {
            Instant last = Times.of(job.data().text("status", "lastScheduleTime"));
            if (now != null && last != null && "true".equals(job.data().text("spec", "suspend"))) {
                boolean lately = Duration.between(last, now).compareTo(LATELY) <= 0;
                states.add(
                        lately ? "cronjob-suspended" : "cronjob-suspended-long-ago",
                        job.ref(),
                        job,
                        "CronJob %s is suspended; it last ran at %s, and its schedule is %s"
                                .formatted(
                                        ServiceChecks.place(job),
                                        last,
                                        job.data().text("spec", "schedule")),
                        "job",
                        job.name());
            }
        }
    }
}
