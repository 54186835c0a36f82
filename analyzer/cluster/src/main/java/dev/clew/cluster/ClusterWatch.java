package dev.clew.cluster;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/// Notices that something happens in a cluster that may be worth another look: a pod fails,
/// restarts or recovers, a warning is recorded. Informers do the watching: they go on after broken
/// connections and expired versions. Where the user may not watch, nothing is noticed, and only the
/// time between two looks counts.
public final class ClusterWatch implements AutoCloseable {

    private static final long PAGE = 500;

    private final List<SharedIndexInformer<?>> informers = new ArrayList<>();
    private final Map<String, Integer> states = new ConcurrentHashMap<>();
    private final Semaphore changes = new Semaphore(0);

    /// Begins to watch.
    ///
    /// @param namespaces whose pods and events are watched; empty for all
    ClusterWatch(KubernetesClient client, Set<String> namespaces) {
        if (namespaces.isEmpty()) {
            watch(client, Pod.class, client.pods().inAnyNamespace(), ClusterWatch::state);
            watch(client, Event.class, client.v1().events().inAnyNamespace(), ClusterWatch::state);
        }
        for (String namespace : namespaces) {
            watch(client, Pod.class, client.pods().inNamespace(namespace), ClusterWatch::state);
            watch(
                    client,
                    Event.class,
                    client.v1().events().inNamespace(namespace),
                    ClusterWatch::state);
        }
    }

    /// Watches one kind, and keeps no more of its objects than their names and versions.
    private <T extends HasMetadata> void watch(
            KubernetesClient client,
            Class<T> type,
            Informable<T> list,
            Function<T, Integer> state) {
        SharedIndexInformer<T> informer = list.withLimit(PAGE).runnableInformer(0);
        informer.removeNamespaceIndex();
        informer.itemStore(
                new ReducedStateItemStore<>(
                        ReducedStateItemStore.UID_KEY_STATE,
                        type,
                        client.getKubernetesSerialization()));
        informer.addEventHandler(new Handler<>(type.getSimpleName(), state));
        informer.exceptionHandler((started, failure) -> !isDenied(failure));
        informers.add(informer);
        CompletionStage<Void> _ = informer.start(); // its failures went to the handler above
    }

    private static boolean isDenied(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException e
                    && (e.getCode() == 403 || e.getCode() == 401)) {
                return true;
            }
        }
        return false;
    }

    /// Compares what tells of health with what it was.
    private final class Handler<T extends HasMetadata> implements ResourceEventHandler<T> {
        private final String kind;
        private final Function<T, Integer> state;

        Handler(String kind, Function<T, Integer> state) {
            this.kind = kind;
            this.state = state;
        }

        @Override
        public void onAdd(T object) {
            note(object);
        }

        @Override
        public void onUpdate(T before, T after) {
            note(after);
        }

        @Override
        public void onDelete(T object, boolean finalStateUnknown) {
            states.remove(key(object));
        }

        private void note(T object) {
            int now = state.apply(object);
            Integer before = states.put(key(object), now);
            if (before == null ? now != 0 : before != now) {
                changes.release();
            }
        }

        private String key(T object) {
            return kind
                    + object.getMetadata().getUid()
                    + object.getMetadata().getNamespace()
                    + "/"
                    + object.getMetadata().getName();
        }
    }

    /// How often the containers of a pod were started again, and how many of them are not ready;
    /// zero for a pod with which nothing ever was.
    private static int state(Pod pod) {
        if (pod.getStatus() == null || "Succeeded".equals(pod.getStatus().getPhase())) {
            return 0;
        }
        int state = "Failed".equals(pod.getStatus().getPhase()) ? 1_000_000 : 0;
        List<ContainerStatus> all =
                Stream.concat(
                                pod.getStatus().getInitContainerStatuses().stream(),
                                pod.getStatus().getContainerStatuses().stream())
                        .toList();
        for (ContainerStatus status : all) {
            boolean waits =
                    status.getState() != null
                            && status.getState().getWaiting() != null
                            && !String.valueOf(status.getState().getWaiting().getReason())
                                    .endsWith("Creating");
            state += 1000 * (status.getRestartCount() == null ? 0 : status.getRestartCount());
            state += waits ? 1 : 0;
        }
        return state;
    }

    /// How often a warning was recorded; zero for what is none.
    private static int state(Event event) {
        if (!"Warning".equals(event.getType())) {
            return 0;
        }
        Integer count = event.getCount();
        Integer series = event.getSeries() == null ? null : event.getSeries().getCount();
        return Math.max(1, series != null ? series : count != null ? count : 1);
    }

    /// Forgets what was noticed so far.
    public void restart() {
        changes.drainPermits();
    }

    /// Waits until something is noticed, or the time is over.
    ///
    /// @return whether something was noticed
    public boolean await(Duration longest) throws InterruptedException {
        return changes.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }
}
