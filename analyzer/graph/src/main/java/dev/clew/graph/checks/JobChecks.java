package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;

/// Jobs that gave up, and CronJobs that do not run.
final class JobChecks implements StateCheck {

    @Override
    public void check(ClusterGraph graph, States states) {
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
}
