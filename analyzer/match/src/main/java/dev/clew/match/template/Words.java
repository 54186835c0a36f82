package dev.clew.match.template;

import dev.clew.model.Workloads;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges single words.
final class Words {

    /// A word longer than this is no word of a language.
    static final int LONGEST = 200;

    private static final Pattern TIME =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d\\S*)?|\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?Z?|[IWEF]\\d{4}|\\d\\dT\\d\\d:\\d\\d:\\d\\dZ?");
    private static final Pattern DURATION =
            Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ns|us|µs|μs|ms|s|m|h|d))+");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+#]?\\d+(?:\\.\\d+)*%?|0x[0-9a-fA-F]+|\\d+(?:\\.\\d+)?(?:[kKMGTPE]i?[bB]?|[bB])|x\\d+");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?");
    private static final Pattern IPV6 =
            Pattern.compile("(?=[^:]*:[^:]*:)[0-9a-fA-F:]{3,45}(?:%\\w+)?");
    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|sha256:[0-9a-f]+|pvc-[0-9a-f-]{8,}|vol-[0-9a-f]{8,}|i-[0-9a-f]{8,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{7,}|[0-9A-F]{7,}");
    private static final Set<String> NAMING =
            Set.of(
                    "pod",
                    "node",
                    "namespace",
                    "host",
                    "hostname",
                    "peer",
                    "peername",
                    "interface",
                    "device",
                    "dnsname",
                    "endpointid",
                    "identity",
                    "identitylabels",
                    "ipaddr",
                    "addr",
                    "address",
                    "poduid",
                    "containerid",
                    "containername",
                    "sandboxid",
                    "uid");

    private Words() {}

    /// Whether a field of that name tells which object is meant.
    static boolean namesSomething(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return NAMING.contains(lower)
                || (key.startsWith("k8s") && (key.endsWith("Name") || key.endsWith("Namespace")))
                || lower.endsWith("policyname")
                || (key.endsWith("ID") && key.length() > 2)
                || key.endsWith("Addr");
    }

    /// What kind of variable part the word is, or null if it is a fixed one.
    static @Nullable Variable kind(String word) {
        char first = word.charAt(0);
        boolean digits = word.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return null;
        }
        if (TIME.matcher(word).matches()) {
            return Variable.TIME;
        }
        if (IPV4.matcher(word).matches() || IPV6.matcher(word).matches()) {
            return Variable.ADDRESS;
        }
        if (first >= '0' && first <= '9' && DURATION.matcher(word).matches()) {
            return Variable.DURATION;
        }
        if (NUMBER.matcher(word).matches()) {
            return Variable.NUMBER;
        }
        if (ID.matcher(word).matches() || HEX.matcher(word).matches()) {
            return Variable.ID;
        }
        return word.indexOf('-') > 0 && isPod(word) ? Variable.NAME : null;
    }

    private static boolean isPod(String word) {
        int cut = word.indexOf('_');
        String name = cut > 0 ? word.substring(0, cut) : word;
        String owner = Workloads.ownerOf(name);
        return Workloads.looksLikePod(name)
                && !owner.equals(name)
                && name.substring(owner.length()).chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
