package dev.clew.bundle.wrapper;

import dev.clew.model.Entity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose log a file or stream is, by the names that the kubelet gives to the logs of containers and
/// Docker to containers. Shippers put them into tags with dots in place of slashes.
public final class LogFiles {

    /// `…/containers/<pod>_<namespace>_<container>-<id>.log`
    private static final Pattern CONTAINERS =
            Pattern.compile(
                    "(?:containers[./]|^(?!.*containers[./])(?:.*/)?)([a-z0-9][a-z0-9.-]*)_([a-z0-9][a-z0-9-]*)_([a-z0-9][a-z0-9-]*)-[0-9a-f]{4,64}(?:\\.log)?$");

    /// `…/pods/<namespace>_<pod>_<uid>/<container>/3.log`
    private static final Pattern PODS =
            Pattern.compile(
                    "(?:^|[./])([a-z0-9][a-z0-9-]*)_([a-z0-9][a-z0-9.-]*)_[0-9a-f][0-9a-f-]{3,35}[/.]([a-z0-9][a-z0-9-]*)[/.]\\d+\\.log");

    /// `<node>-application.var.log.containers…`, as streams of CloudWatch are called
    private static final Pattern STREAM =
            Pattern.compile("^([\\w.-]{1,253}?)-(?:application|dataplane|host)\\.var\\.log\\.");

    /// `k8s_<container>_<pod>_<namespace>_<uid>_<attempt>`
    private static final Pattern DOCKER =
            Pattern.compile(
                    "^/?k8s_([a-z0-9][a-z0-9-]*)(?:_([a-z0-9][a-z0-9.-]*)_([a-z0-9][a-z0-9-]*)(?:_.*)?)?$");

    private static final int LONGEST = 700;

    private LogFiles() {}

    /// The place that a path, tag or stream name tells; [Entity#UNKNOWN] if none.
    public static Entity place(String name) {
        if (name.length() > LONGEST || name.indexOf('_') < 0) {
            return Entity.UNKNOWN;
        }
        Matcher stream = STREAM.matcher(name);
        String node = stream.find() ? stream.group(1) : null;
        Matcher container = CONTAINERS.matcher(name);
        if (container.find()) {
            return Entity.ofPod(container.group(2), container.group(1))
                    .withContainer(container.group(3))
                    .withNode(node);
        }
        Matcher pod = PODS.matcher(name);
        if (pod.find()) {
            return Entity.ofPod(pod.group(1), pod.group(2))
                    .withContainer(pod.group(3))
                    .withNode(node);
        }
        Matcher docker = DOCKER.matcher(name);
        if (docker.matches()) {
            return Entity.ofPod(docker.group(3), docker.group(2)).withContainer(docker.group(1));
        }
        return Entity.ofNode(node);
    }
}
