package dev.clew.bundle.wrapper;

import dev.clew.model.Entity;
import dev.clew.model.Workloads;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of pods and containers that tools which follow several logs at once put in front of each
/// line.
final class PodPrefixes {

    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,252}";

    /// `kubectl logs --prefix`: `[pod/cart-7d9-x/cart] …`
    private static final Pattern KUBECTL =
            Pattern.compile("\\[pod/(" + NAME + ")/(" + NAME + ")\\] ?");

    /// kubetail: `[cart-7d9-x] …`, `[cart-7d9-x cart] …`
    private static final Pattern KUBETAIL =
            Pattern.compile("\\[(" + NAME + ")(?: (" + NAME + "))?\\] ?");

    /// kail: `shop/cart-7d9-x[cart]: …`
    private static final Pattern KAIL =
            Pattern.compile("(" + NAME + ")/(" + NAME + ")\\[(" + NAME + ")\\]: ?");

    /// k9s, of several pods: `shop/cart-7d9-x:cart …`
    private static final Pattern K9S =
            Pattern.compile("(?:(" + NAME + ")/)?(" + NAME + "):(" + NAME + ") ");

    /// stern: `cart-7d9-x cart …`, with `--all-namespaces` `shop cart-7d9-x cart …`
    private static final Pattern STERN =
            Pattern.compile("(?:(" + NAME + ") )?(" + NAME + ") ([a-z][a-z0-9-]{0,62}) ");

    /// docker compose: `cart_1 | …`
    private static final Pattern COMPOSE =
            Pattern.compile("([\\w.-]{1,80}?)(?:[_-]\\d{1,3})? *\\| ");

    /// k9s, of one pod: `cart …`; talosctl: `worker-2: …`; and others who put one word there
    private static final Pattern WORD = Pattern.compile("([\\w./-]{1,80}?)(: ?| )");

    /// A level is no name.
    private static final Pattern LEVEL = Pattern.compile("[A-Z]{3,8}");

    private PodPrefixes() {}

    /// What stands in brackets.
    static @Nullable Shipped bracketed(String text) {
        Matcher kubectl = KUBECTL.matcher(text);
        if (kubectl.lookingAt()) {
            return shipped(null, kubectl.group(1), kubectl.group(2), text, kubectl.end());
        }
        Matcher kubetail = KUBETAIL.matcher(text);
        return kubetail.lookingAt() && Workloads.looksLikePod(kubetail.group(1))
                ? shipped(null, kubetail.group(1), kubetail.group(2), text, kubetail.end())
                : null;
    }

    /// What stands there plainly.
    static @Nullable Shipped plain(String text) {
        Matcher kail = KAIL.matcher(text);
        if (kail.lookingAt()) {
            return shipped(kail.group(1), kail.group(2), kail.group(3), text, kail.end());
        }
        Matcher k9s = K9S.matcher(text);
        if (k9s.lookingAt()
                && (Workloads.looksLikePod(k9s.group(2)) || Frames.begins(text, k9s.end()))) {
            return shipped(k9s.group(1), k9s.group(2), k9s.group(3), text, k9s.end());
        }
        Matcher stern = STERN.matcher(text);
        if (stern.lookingAt()
                && isPodOf(stern.group(2), stern.group(3))
                && Frames.begins(text, stern.end())) {
            return shipped(stern.group(1), stern.group(2), stern.group(3), text, stern.end());
        }
        Matcher compose = COMPOSE.matcher(text);
        if (compose.lookingAt() && Frames.begins(text, compose.end())) {
            return Shipped.of(
                    Entity.UNKNOWN.withContainer(compose.group(1)), text.substring(compose.end()));
        }
        Matcher word = WORD.matcher(text);
        return word.lookingAt()
                        && !LEVEL.matcher(word.group(1)).matches()
                        && Frames.begins(text, word.end())
                ? word(word.group(1), word.group(2).startsWith(":"), text.substring(word.end()))
                : null;
    }

    private static Shipped word(String name, boolean colon, String line) {
        if (Workloads.looksLikePod(name)) {
            return Shipped.of(Entity.ofPod(null, name), line);
        }
        boolean node = colon && name.matches("[a-z0-9][a-z0-9.-]*") && name.matches(".*\\d.*");
        return Shipped.of(
                node
                        ? Entity.ofNode(name)
                        : Entity.UNKNOWN.withContainer(
                                !colon && name.matches("[a-z][a-z0-9-]*") ? name : null),
                line);
    }

    /// Whether a name is one of a pod: by the way it ends, or because it has the name of the
    /// container in it.
    private static boolean isPodOf(String pod, String container) {
        int dash = container.indexOf('-');
        String word = dash < 3 ? container : container.substring(0, dash);
        return Workloads.looksLikePod(pod)
                || pod.startsWith(word + "-")
                || pod.matches(".*-\\d{1,3}");
    }

    private static Shipped shipped(
            @Nullable String namespace,
            String pod,
            @Nullable String container,
            String text,
            int end) {
        return Shipped.of(
                Entity.ofPod(namespace, pod).withContainer(container), text.substring(end));
    }
}
