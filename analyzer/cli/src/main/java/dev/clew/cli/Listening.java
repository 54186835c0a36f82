package dev.clew.cli;

import dev.clew.cluster.ClusterException;
import dev.clew.cluster.EventWriter;
import dev.clew.diagnose.Diagnosis;
import dev.clew.graph.Ref;
import dev.clew.serve.listen.ListenServer;
import dev.clew.serve.listen.LiveIncident;
import dev.clew.serve.listen.LiveIncidents;
import dev.clew.serve.listen.LiveMetrics;
import dev.clew.serve.listen.Notifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A diagnosis that goes on and tells others what it finds.
final class Listening implements AutoCloseable {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final LiveIncidents incidents;
    private final List<Notifier> notifiers = new ArrayList<>();
    private final @Nullable EventWriter events;
    private final AtomicLong written = new AtomicLong();
    private final ListenServer server;
    private final Console console;

    /// Begins to listen.
    ///
    /// @param late how long after the last look it is no longer well
    Listening(ListenOptions options, ClusterOptions cluster, Duration late, Console console) {
        this.console = console;
        incidents = new LiveIncidents(cluster.redactor()::text);
        String bind = options.bind();
        int port = options.port();
        var targets = options.targets();
        events = options.emitEvents ? cluster.events() : null;
        for (var target : targets) {
            notifiers.add(new Notifier(target, FIRST_WAIT, this::say));
        }
        try {
            server =
                    new ListenServer(
                            bind,
                            port,
                            incidents,
                            late,
                            InstantSource.system(),
                            () -> LiveMetrics.render(incidents, notifiers, written.get()));
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, "--listen: " + e.getMessage());
        }
        String shown = bind.contains(":") ? "[" + bind + "]" : bind;
        say("listening on http://" + shown + ":" + server.port() + "/");
    }

    private void say(String line) {
        synchronized (console) {
            console.err().println(line);
            console.err().flush();
        }
    }

    /// Tells what a look changes.
    void look(Diagnosis diagnosis) {
        Instant now = Instant.now();
        LiveIncidents.Change change = incidents.look(diagnosis, now);
        List<LiveIncident> news = new ArrayList<>(change.opened());
        news.addAll(change.ended());
        notifiers.forEach(each -> each.tell(news, now));
        change.opened().forEach(each -> write(each, now));
    }

    /// Notes that the cluster could not be read.
    void failed(String words) {
        incidents.failed(words);
    }

    private void write(LiveIncident incident, Instant now) {
        Ref thing = incident.thing();
        if (events == null || thing == null) {
            return;
        }
        try {
            events.warn(
                    thing.kind(),
                    thing.namespace(),
                    thing.name(),
                    reason(incident.signature()),
                    incident.title() + ": " + incident.evidence(),
                    now);
            written.incrementAndGet();
        } catch (ClusterException e) {
            say("clew: " + e.getMessage());
        }
    }

    /// `K8sPvcUnbound` for `k8s-pvc-unbound`, as reasons of events are written.
    private static String reason(String signature) {
        StringBuilder reason = new StringBuilder();
        for (String word : signature.split("-")) {
            reason.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return reason.toString();
    }

    @Override
    public void close() {
        server.close();
        notifiers.forEach(Notifier::close);
        if (events != null) {
            events.close();
        }
    }
}
