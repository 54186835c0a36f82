package dev.clew.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// Gathers what the scope asks for: first the objects, then the logs that the pods among them make
/// worth reading. Whatever can't be had is noted and the rest goes on.
final class Gatherer {

    private static final Resource AGENTS = Catalog.DAEMON_SETS;

    private final ApiReader api;
    private final Scope scope;
    private final Bounds bounds;
    private final String context;
    private final String home;
    private final InstantSource clock;
    private final StagingDirectory spool;
    private final Quota quota;
    private final Lister lister;
    private final JobRunner crew;
    private final ConcurrentLinkedQueue<Gathered.Request> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<PodBrief> pods = new ConcurrentLinkedQueue<>();

    Gatherer(
            ApiReader api,
            Scope scope,
            Bounds bounds,
            String context,
            String home,
            InstantSource clock,
            StagingDirectory spool,
            Progress progress) {
        this.api = api;
        this.scope = scope;
        this.bounds = bounds;
        this.context = context;
        this.home = home;
        this.clock = clock;
        this.spool = spool;
        this.quota = new Quota(bounds.totalBytes());
        this.lister = new Lister(api, bounds, quota);
        this.crew = new JobRunner(bounds, progress, quota);
    }

    /// Gathers everything into the spool.
    ///
    /// @throws ApiException if the server refuses to be talked to at all
    Gathered gather() throws IOException, InterruptedException {
        Instant from = clock.instant();
        Map<String, String> versions = versions();
        Set<String> namespaces = ciliumNamespaces();
        Catalog catalog = new Catalog(scope, home, namespaces);
        List<JobRunner.Job> lists = new ArrayList<>();
        catalog.listings(customResources())
                .forEach((resource, listings) -> lists.add(list(resource, listings)));
        lists.add(options(namespaces));
        crew.work(lists, requests::add);
        missing(catalog.asked());
        LogPlan plan = LogPlan.of(List.copyOf(pods), catalog.asked(), scope, bounds);
        LogFetcher logs = new LogFetcher(api, spool, quota);
        crew.work(
                plan.logs().stream()
                        .map(log ->
                                new JobRunner.Job(
                                        log.words(), report -> report.accept(logs.fetch(log))))
                        .toList(),
                requests::add);
        requests.addAll(plan.left());
        return new Gathered(context, scope, bounds, from, clock.instant(), versions, sorted());
    }

    private List<Gathered.Request> sorted() {
        return requests.stream()
                .sorted(
                        Comparator.comparing((Gathered.Request request) ->
                                        request.file() == null ? "" : request.file())
                                .thenComparing(Gathered.Request::words))
                .toList();
    }

    /// Asks for the version, which everyone may who is let in at all.
    private Map<String, String> versions() throws IOException {
        Map<String, String> versions = new HashMap<>();
        try {
            JsonNode answer = api.json(new Read.Discovery("/version"));
            if (answer.path("gitVersion").isTextual()) {
                versions.put("kubernetes", answer.path("gitVersion").asText());
            }
        } catch (ApiException e) {
            if (e.status() == 401) {
                throw e;
            }
            note(new Read.Discovery("/version"), e);
        }
        return versions;
    }

    private void note(Read read, ApiException e) {
        requests.add(new Gathered.Request(read.words(), null, Lister.refused(read, e)));
    }

    /// Where Cilium's agents run.
    private Set<String> ciliumNamespaces() {
        Set<String> namespaces = new TreeSet<>();
        Read.Listing agents = Read.Listing.all(AGENTS).with("labelSelector", "k8s-app=cilium");
        try {
            for (JsonNode agent : api.json(agents).path("items")) {
                namespaces.add(agent.at("/metadata/namespace").asText());
            }
        } catch (IOException e) {
            // kube-system it is; why lists of DaemonSets fail is noted where they are gathered
            return Set.of("kube-system");
        }
        namespaces.removeIf(String::isBlank);
        namespaces.add("kube-system");
        return namespaces;
    }

    /// The kinds of objects of Cilium that this cluster knows.
    private List<Resource> customResources() throws IOException {
        Map<String, Resource> found = new HashMap<>();
        Read group = new Read.Discovery("/apis/cilium.io");
        try {
            for (JsonNode version : api.json(group).path("versions")) {
                String groupVersion = version.path("groupVersion").asText();
                Read resources = new Read.Discovery("/apis/" + groupVersion);
                for (JsonNode each : api.json(resources).path("resources")) {
                    String plural = each.path("name").asText();
                    if (!plural.contains("/")
                            && each.path("verbs").toString().contains("\"list\"")) {
                        found.putIfAbsent(
                                plural,
                                new Resource(
                                        "cilium.io",
                                        version.path("version").asText(),
                                        plural,
                                        each.path("kind").asText(),
                                        each.path("namespaced").asBoolean()));
                    }
                }
            }
        } catch (ApiException e) {
            note(group, e);
        } catch (IOException e) {
            requests.add(
                    new Gathered.Request(
                            group.words(), null, new Outcome.Failed(Failures.brief(e))));
        }
        return found.values().stream().sorted(Comparator.comparing(Resource::plural)).toList();
    }

    private JobRunner.Job list(Resource resource, List<Read.Listing> listings) {
        String name = resource.file();
        return new JobRunner.Job(
                "list " + resource.name(),
                report -> {
                    long objects;
                    List<Gathered.Request> done = new ArrayList<>();
                    try (ListFile file = new ListFile(resource, spool.write(name))) {
                        for (Read.Listing listing : listings) {
                            Outcome outcome = list(resource, listing, file);
                            done.add(new Gathered.Request(listing.words(), name, outcome));
                        }
                        objects = file.objects();
                    }
                    report(done, objects, name, report);
                });
    }

    /// Lists in the first version that the server has.
    private Outcome list(Resource resource, Read.Listing listing, ListFile file) {
        Outcome outcome = new Outcome.Absent("no version");
        for (Resource version : Catalog.versions(resource)) {
            outcome =
                    lister.list(
                            listing.of(version),
                            file,
                            object -> {
                                if (resource.equals(Catalog.PODS)) {
                                    pods.add(PodBrief.of(object));
                                }
                            });
            if (!(outcome instanceof Outcome.Absent)) {
                return outcome;
            }
        }
        return outcome;
    }

    /// The options of Cilium.
    private JobRunner.Job options(Set<String> namespaces) {
        String name = Catalog.CONFIG_MAPS.file();
        return new JobRunner.Job(
                "get cilium-config",
                report -> {
                    long objects;
                    List<Gathered.Request> done = new ArrayList<>();
                    try (ListFile file = new ListFile(Catalog.CONFIG_MAPS, spool.write(name))) {
                        for (String namespace : namespaces) {
                            Read.One read =
                                    new Read.One(Catalog.CONFIG_MAPS, namespace, "cilium-config");
                            done.add(new Gathered.Request(read.words(), name, one(read, file)));
                        }
                        objects = file.objects();
                    }
                    report(done, objects, name, report);
                });
    }

    private Outcome one(Read.One read, ListFile file) {
        long before = file.bytes();
        try {
            file.add(api.json(read));
            return new Outcome.Got(1, file.bytes() - before);
        } catch (ApiException e) {
            return Lister.refused(read, e);
        } catch (IOException e) {
            return new Outcome.Failed(Failures.brief(e));
        }
    }

    /// Reports the requests of a file; a file without objects is kept where it says that there are
    /// none.
    private void report(
            List<Gathered.Request> done, long objects, String name, JobRunner.Report report)
            throws IOException {
        boolean kept =
                objects > 0
                        || done.stream().allMatch(each -> each.outcome() instanceof Outcome.Got);
        if (!kept) {
            spool.remove(name);
        }
        for (Gathered.Request each : done) {
            boolean gave =
                    kept
                            && (each.outcome() instanceof Outcome.Got
                                    || each.outcome() instanceof Outcome.Cut);
            report.accept(gave ? each : new Gathered.Request(each.words(), null, each.outcome()));
        }
    }

    private void missing(Set<String> asked) {
        Set<String> found = pods.stream().map(PodBrief::key).collect(Collectors.toSet());
        Set<String> missing = new LinkedHashSet<>(asked);
        missing.removeAll(new HashSet<>(found));
        for (String key : missing) {
            requests.add(
                    new Gathered.Request(
                            "get pods " + key, null, new Outcome.Failed("there is no such pod")));
        }
    }

    /// Whether a pod that was asked for is there, or none was asked for.
    boolean anyAskedIsThere() {
        return scope.pods().isEmpty()
                || requests.stream()
                                .filter(request ->
                                        request.outcome() instanceof Outcome.Failed(String reason)
                                                && reason.equals("there is no such pod"))
                                .count()
                        < Set.copyOf(scope.pods()).size();
    }
}
