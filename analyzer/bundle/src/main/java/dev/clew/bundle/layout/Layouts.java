package dev.clew.bundle.layout;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.Components;
import dev.clew.bundle.wrapper.LogFiles;
import dev.clew.model.Entity;
import dev.clew.model.YearFrom;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells from its path what a file of a bundle holds. Paths are matched at their ends, so that it
/// does not matter how deep a bundle stands in others.
public final class Layouts {

    private static final Pattern SUPPORT_LOG =
            Pattern.compile(
                    "(?:^|/)cluster-resources/pods/logs/([^/]+)/([^/]+)/([^/]+?)(-previous)?\\.log$");
    private static final Pattern SUPPORT_ERRORS =
            Pattern.compile(
                    "(?:^|/)(?:(?:cluster-resources/.+|cluster-info/.+|[^/]+/[^/]+)-errors\\.(?:json|log)"
                            + "|support-?bundle[^/]*/(?:.+/)?(?:[\\w.-]+-errors/.+|errors?\\.(?:json|txt)))$");
    private static final Pattern SUPPORT_FILE =
            Pattern.compile(
                    "(?:^|/)(?:cluster-resources/[^/]+(?:/[^/]+)?\\.json|cluster-info/cluster_version\\.json|execution-data/summary\\.txt)$");
    private static final Pattern SUPPORT_EXEC =
            Pattern.compile("(?:^|/)([^/]+)/([^/]+)/([^/]+)/[^/]+-(?:stdout|stderr)\\.txt$");
    private static final Pattern GATHER_LOG =
            Pattern.compile(
                    "(?:^|/)namespaces/([^/]+)/pods/([^/]+)/([^/]+)/[^/]+/logs/(?:rotated/)?(current|previous|[^/]+?)(?:\\.insecure)?\\.log[^/]*$");
    private static final Pattern GATHER_POD =
            Pattern.compile("(?:^|/)namespaces/([^/]+)/pods/([^/]+)/[^/]+\\.yaml$");
    private static final Pattern GATHER_FILE =
            Pattern.compile(
                    "(?:^|/)(?:cluster-scoped-resources/[^/]+/|namespaces/([^/]+)/[^/]+/[^/]+\\.yaml$)");
    private static final Pattern GATHER_HOST =
            Pattern.compile(
                    "(?:^|/)host_service_logs/[^/]+/([\\w.-]+?)(?:_service)?\\.log(?:\\.gz)?$");
    private static final Pattern GATHER_NOTES =
            Pattern.compile("(?:^|/)(?:must-gather\\.logs|gather\\.logs)$");
    private static final Pattern DUMP_LOG = Pattern.compile("(?:^|/)([^/]+)/([^/]+)/logs\\.txt$");
    private static final Pattern DUMP_FILE =
            Pattern.compile(
                    "(?:^|/)([^/]+)/(?:events|replication-controllers|services|daemonsets|deployments|replicasets|pods)\\.(?:json|yaml)$");
    private static final Pattern CLEW_LOG =
            Pattern.compile(
                    "(?:^|/)clew-bundle/logs/([^/]+)/([^/]+)/([^/]+?)(\\.previous)?\\.log$");
    private static final Pattern CLEW_FILE =
            Pattern.compile("(?:^|/)clew-bundle/objects/[^/]+\\.json$");
    private static final Pattern CLEW_MANIFEST =
            Pattern.compile("(?:^|/)clew-bundle/manifest\\.json$");
    private static final Pattern BUGTOOL =
            Pattern.compile("(?:^|/)cilium-bugtool-[^/]+/cmd/|(?:^|/)cmd/[^/]+\\.md$");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(20\\d\\d)(?:-?[01]\\d-?[0-3]\\d)[-T_]");
    private static final Pattern HOST_SERVICE =
            Pattern.compile(
                    "(?:^|/)(?:journal|journald|systemd|var/log)[^/]*/(?:.*/)?([\\w.-]+?)(?:\\.service)?\\.(?:log|txt)$");

    private Layouts() {}

    /// The source of a file at that path, and the layout that has such a file, if any has.
    public record Found(Source source, Optional<Layout> layout, boolean note) {}

    /// What the path tells.
    ///
    /// @param fallback what is known of the file otherwise
    public static Found find(String path, Source fallback) {
        Optional<Located> located = locate(path);
        Year year = year(path, fallback.year());
        if (located.isEmpty()) {
            Entity place = LogFiles.place(path);
            String component =
                    place.pod() != null && place.container() != null
                            ? component(place.pod(), place.container())
                            : "";
            return new Found(
                    new Source(
                            path,
                            place.or(fallback.entity()),
                            component.isEmpty() ? fallback.component() : component,
                            fallback.previous(),
                            year,
                            year.equals(fallback.year())
                                    ? fallback.yearFrom()
                                    : YearFrom.DATES_BESIDE),
                    Optional.empty(),
                    false);
        }
        Located at = located.get();
        String component = at.component().isEmpty() ? fallback.component() : at.component();
        return new Found(
                new Source(
                        path,
                        at.entity().or(fallback.entity()),
                        component,
                        at.previous(),
                        year,
                        year.equals(fallback.year()) ? fallback.yearFrom() : YearFrom.DATES_BESIDE),
                Optional.of(at.layout()),
                at.note());
    }

    private static Year year(String path, Year fallback) {
        Matcher date = DATE.matcher(path);
        return date.find() ? Year.of(Integer.parseInt(date.group(1))) : fallback;
    }

    private static Optional<Located> locate(String path) {
        return pod(SUPPORT_LOG, path, Layout.SUPPORT_BUNDLE, 4)
                .or(() -> pod(CLEW_LOG, path, Layout.CLEW, 4))
                .or(() -> gatherLog(path))
                .or(() -> any(SUPPORT_ERRORS, path, Layout.SUPPORT_BUNDLE).map(Located::asNote))
                .or(() -> any(SUPPORT_FILE, path, Layout.SUPPORT_BUNDLE))
                .or(() -> exec(path))
                .or(() -> gatherPod(path))
                .or(() -> any(GATHER_NOTES, path, Layout.MUST_GATHER).map(Located::asNote))
                .or(() -> host(path))
                .or(() -> any(GATHER_FILE, path, Layout.MUST_GATHER))
                .or(() -> SysdumpNames.locate(path))
                .or(() ->
                        any(BUGTOOL, path, Layout.CILIUM_BUGTOOL)
                                .map(at ->
                                        Located.of(
                                                at.layout(),
                                                at.entity(),
                                                path.contains("dmesg")
                                                        ? "kernel"
                                                        : "cilium-agent")))
                .or(() -> dumpLog(path))
                .or(() -> any(CLEW_FILE, path, Layout.CLEW))
                .or(() -> any(CLEW_MANIFEST, path, Layout.CLEW).map(Located::asNote))
                .or(() -> namespaced(DUMP_FILE, path));
    }

    private static Optional<Located> any(Pattern pattern, String path, Layout layout) {
        return pattern.matcher(path).find() ? Optional.of(Located.at(layout)) : Optional.empty();
    }

    private static Optional<Located> pod(
            Pattern pattern, String path, Layout layout, int previous) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Entity entity =
                Entity.ofPod(matcher.group(1), matcher.group(2)).withContainer(matcher.group(3));
        return Optional.of(
                Located.of(layout, entity, component(matcher.group(2), matcher.group(3)))
                        .previous(matcher.group(previous) != null));
    }

    private static String component(String pod, String container) {
        String component = Components.ofWorkload(container);
        return component.isEmpty() ? Components.ofWorkload(pod) : component;
    }

    private static Optional<Located> gatherLog(String path) {
        Matcher matcher = GATHER_LOG.matcher(path);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Entity entity =
                Entity.ofPod(matcher.group(1), matcher.group(2)).withContainer(matcher.group(3));
        return Optional.of(
                Located.of(
                                Layout.MUST_GATHER,
                                entity,
                                component(matcher.group(2), matcher.group(3)))
                        .previous(matcher.group(4).equals("previous")));
    }

    private static Optional<Located> gatherPod(String path) {
        Matcher matcher = GATHER_POD.matcher(path);
        return matcher.find()
                ? Optional.of(
                        Located.of(
                                Layout.MUST_GATHER,
                                Entity.ofPod(matcher.group(1), matcher.group(2)),
                                ""))
                : Optional.empty();
    }

    private static Optional<Located> host(String path) {
        Matcher gathered = GATHER_HOST.matcher(path);
        if (gathered.find()) {
            return Optional.of(
                    Located.of(
                            Layout.MUST_GATHER, Entity.UNKNOWN, Components.of(gathered.group(1))));
        }
        Matcher service = HOST_SERVICE.matcher(path);
        if (service.find()
                && !Components.of(service.group(1)).isEmpty()
                && path.contains("host-collectors/")) {
            return Optional.of(
                    Located.of(
                            Layout.SUPPORT_BUNDLE,
                            Entity.UNKNOWN,
                            Components.of(service.group(1))));
        }
        return Optional.empty();
    }

    private static Optional<Located> exec(String path) {
        Matcher matcher = SUPPORT_EXEC.matcher(path);
        return matcher.find()
                ? Optional.of(
                        Located.of(
                                Layout.SUPPORT_BUNDLE,
                                Entity.ofPod(matcher.group(2), matcher.group(3)),
                                Components.ofWorkload(matcher.group(3))))
                : Optional.empty();
    }

    private static Optional<Located> dumpLog(String path) {
        Matcher matcher = DUMP_LOG.matcher(path);
        return matcher.find()
                ? Optional.of(
                        Located.of(
                                Layout.CLUSTER_INFO_DUMP,
                                Entity.ofPod(matcher.group(1), matcher.group(2)),
                                Components.ofWorkload(matcher.group(2))))
                : Optional.empty();
    }

    private static Optional<Located> namespaced(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.find()
                ? Optional.of(
                        Located.of(
                                Layout.CLUSTER_INFO_DUMP,
                                Entity.UNKNOWN.withNamespace(matcher.group(1)),
                                ""))
                : Optional.empty();
    }
}
