package dev.clew.graph.build;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Hosts;
import dev.clew.graph.Link;
import dev.clew.graph.PodSpec;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What programs are set up to call: Services and addresses in their environment, their command
/// lines and the ConfigMaps they read.
final class CallLinks {

    private static final int MOST_HOSTS = 200;
    private static final int LONGEST = 4_000;
    private static final Pattern URL =
            Pattern.compile(
                    "[a-z][a-z0-9+.-]{1,20}://(?:[^\\s/@]{1,200}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252})");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile(
                    "(?:^|[\\s,=;\"'])([A-Za-z0-9][A-Za-z0-9.-]{0,252}):\\d{2,5}(?![\\d.])");
    private static final Pattern SERVICE_NAME =
            Pattern.compile(
                    "([a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9][a-z0-9-]{0,62}){1,2}\\.svc)\\b");
    private static final Pattern HOST_ALONE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");
    private static final Pattern HOST_SETTING =
            Pattern.compile("(?:.*[_.-])?(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|ENDPOINT|BROKER)S?");

    private final GraphBuilder graph;
    private final ClusterGraph named;

    CallLinks(GraphBuilder graph, ClusterGraph named) {
        this.graph = graph;
        this.named = named;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            PodSpec.of(object).ifPresent(this::calls);
        }
    }

    private void calls(PodSpec spec) {
        ClusterObject holder = spec.holder();
        for (Data container : spec.containers()) {
            for (Data variable : container.items("env")) {
                String value = variable.text("value");
                if (value != null) {
                    setting(holder, String.valueOf(variable.text("name")), value);
                }
            }
            for (String list : List.of("command", "args")) {
                container.texts(list).forEach(text -> hosts(holder, text));
            }
        }
        for (PodSpec.Use use : spec.uses()) {
            if (use.kind().equals("ConfigMap")) {
                named.find("ConfigMap", holder.ref().namespace(), use.name())
                        .ifPresent(map -> {
                            Data data = map.data().at("data");
                            for (String name : data.names()) {
                                String value = data.text(name);
                                if (value != null) {
                                    setting(holder, name, value);
                                }
                            }
                        });
            }
        }
    }

    private void setting(ClusterObject holder, String name, String value) {
        if (HOST_SETTING.matcher(name.toUpperCase(Locale.ROOT)).matches()
                && HOST_ALONE.matcher(value).matches()) {
            host(holder, value);
        }
        hosts(holder, value);
    }

    private void hosts(ClusterObject holder, String text) {
        String part = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        int found = 0;
        for (Pattern pattern : List.of(URL, HOST_AND_PORT, SERVICE_NAME)) {
            Matcher matcher = pattern.matcher(part);
            while (matcher.find() && found++ < MOST_HOSTS) {
                host(holder, matcher.group(1));
            }
        }
    }

    private void host(ClusterObject holder, String host) {
        Hosts.resolve(named, host, holder.ref().namespace())
                .filter(target -> !target.kind().equals("Node"))
                .ifPresent(target -> graph.link(holder.ref(), target, Link.Type.TALKS_TO));
    }
}
