package dev.clew.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The states that containers of the shop are in, as the API writes them.
final class ContainerStates {

    static final String RUNNING = "{running: {startedAt: '2026-11-01T10:00:05Z'}}";
    static final String CRASH =
            "{waiting: {reason: 'CrashLoopBackOff', message: 'back-off 40s restarting failed container'}}";

    private ContainerStates() {}

    static String waiting(String reason, String message) {
        return "{waiting: {reason: '%s', message: '%s'}}".formatted(reason, message);
    }

    static void ended(Shop shop, String app, String reason, int code, String message) {
        ((ObjectNode) shop.pod(app).at("/status/containerStatuses/0"))
                .set(
                        "lastState",
                        Shop.json(
                                "{terminated: {reason: '%s', exitCode: %d, message: '%s', finishedAt: '2026-11-01T10:29:00Z'}}"
                                        .formatted(reason, code, message)));
    }

    static void notStarted(Shop shop, String app, String reason, String message) {
        shop.down(app, waiting(reason, message), 0);
        shop.podEvent(app, "Failed", "Error: " + message);
    }

    /// The init container `wait` runs and does not end.
    static void initializing(Shop shop, String app) {
        shop.down(app, waiting("PodInitializing", ""), 0);
        ((ObjectNode) shop.pod(app).get("status"))
                .put("phase", "Pending")
                .set(
                        "initContainerStatuses",
                        Shop.json("[{name: 'wait', state: %s}]".formatted(RUNNING)));
    }
}
