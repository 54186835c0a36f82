package dev.clew.cli;

import dev.clew.serve.listen.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a diagnosis that goes on and tells others.
final class ListenOptions {

    private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--listen",
            paramLabel = "[ADDRESS:]PORT",
            description =
                    "Go on as with --watch, and serve /metrics, /healthz and /incidents there. Default address: 127.0.0.1.")
    @Nullable String listen;

    @Option(
            names = "--notify",
            paramLabel = "FORMAT=URL",
            description = {
                "Tell of incidents that open or end, with --listen. FORMAT is alertmanager, webhook"
                        + " (what Alertmanager sends),",
                "slack or json; @FILE in place of URL reads it from a file. Can be repeated."
            })
    List<String> notify = List.of();

    @Option(
            names = "--emit-events",
            description =
                    "Write a Kubernetes Event for each incident that opens, with --listen. This alone writes to the cluster.")
    boolean emitEvents;

    /// Whether a diagnosis goes on and tells others.
    boolean asked() {
        if (listen == null && (!notify.isEmpty() || emitEvents)) {
            throw new UserError(Exit.USAGE, "--notify and --emit-events go with --listen");
        }
        return listen != null;
    }

    /// The address to listen on.
    String bind() {
        String address = address().group(1);
        return address == null ? "127.0.0.1" : address.replaceAll("^\\[|\\]$", "");
    }

    /// The port to listen on; 0 takes a free one.
    int port() {
        int port = Integer.parseInt(address().group(2));
        if (port > HIGHEST_PORT) {
            throw new UserError(Exit.USAGE, "--listen: there is no port " + port);
        }
        return port;
    }

    private Matcher address() {
        Matcher matcher = ADDRESS.matcher(String.valueOf(listen));
        if (!matcher.matches()) {
            throw new UserError(
                    Exit.USAGE, "--listen: '" + listen + "' is not ADDRESS:PORT or PORT");
        }
        return matcher;
    }

    /// Who is told. Addresses may hold secrets, so none is in any message.
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String each : notify) {
            int equals = each.indexOf('=');
            String word = equals < 0 ? "" : each.substring(0, equals).toUpperCase(Locale.ROOT);
            targets.add(new Target(format(word), address(each.substring(equals + 1))));
        }
        return targets;
    }

    private static Target.Format format(String word) {
        for (Target.Format format : Target.Format.values()) {
            if (format.name().equals(word)) {
                return format;
            }
        }
        throw new UserError(
                Exit.USAGE, "--notify: write alertmanager, webhook, slack or json, then = and URL");
    }

    private static URI address(String text) {
        String address = text;
        if (text.startsWith("@")) {
            try {
                address = Files.readString(Path.of(text.substring(1))).strip();
            } catch (IOException e) {
                throw new UserError(Exit.USAGE, "--notify: " + text + " can't be read");
            }
        }
        try {
            URI uri = URI.create(address);
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below, without the address
        }
        throw new UserError(Exit.USAGE, "--notify: that is no address with http or https");
    }
}
