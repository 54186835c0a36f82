package dev.clew.model;

import org.jspecify.annotations.Nullable;

/// Tells from the name of a pod what owns it, where no object says so.
///
/// Controllers add suffixes made from the alphabet `bcdfghjklmnpqrstvwxz2456789`
/// (`SafeEncodeString` in `k8s.io/apimachinery/pkg/util/rand`): five characters per pod, up to ten
/// more for a ReplicaSet; a StatefulSet adds an ordinal.
public final class Workloads {

    private static final String SUFFIX_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private Workloads() {}

    /// The name of the owner of a pod of that name, or the name itself if it carries no suffix of a
    /// controller.
    public static String ownerOf(String pod) {
        String owner = withoutSuffix(pod, 5, 5);
        if (owner != null) {
            String deployment = withoutSuffix(owner, 5, 10);
            return deployment != null ? deployment : owner;
        }
        int dash = pod.lastIndexOf('-');
        boolean ordinal = dash > 0 && dash < pod.length() - 1 && pod.length() - dash <= 4;
        for (int i = dash + 1; ordinal && i < pod.length(); i++) {
            ordinal = Character.isDigit(pod.charAt(i));
        }
        return ordinal ? pod.substring(0, dash) : pod;
    }

    /// The name of what a person would edit, for a ReplicaSet of a Deployment or a Job of a
    /// CronJob; that of any other thing itself.
    ///
    /// @param kind of the thing
    public static String makerOf(String kind, String name) {
        String maker =
                switch (kind) {
                    case "ReplicaSet" -> withoutSuffix(name, 5, 10);
                    case "Job" -> withoutMinute(name);
                    default -> null;
                };
        return maker == null ? name : maker;
    }

    /// The name without the minute of its run, in eight digits or more, that a CronJob adds.
    private static @Nullable String withoutMinute(String name) {
        int dash = name.lastIndexOf('-');
        String minute = name.substring(dash + 1);
        return dash > 0
                        && minute.length() >= 8
                        && minute.length() <= 10
                        && minute.chars().allMatch(c -> c >= '0' && c <= '9')
                ? name.substring(0, dash)
                : null;
    }

    /// Whether that name ends the way controllers end the names of the pods they make.
    public static boolean looksLikePod(String name) {
        return withoutSuffix(name, 5, 5) != null;
    }

    private static @Nullable String withoutSuffix(String name, int shortest, int longest) {
        int dash = name.lastIndexOf('-');
        int length = name.length() - dash - 1;
        if (dash <= 0 || length < shortest || length > longest) {
            return null;
        }
        boolean digit = false;
        for (int i = dash + 1; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean hex = longest > 5 && Character.digit(c, 16) >= 0;
            if (SUFFIX_ALPHABET.indexOf(c) < 0 && !hex) {
                return null;
            }
            digit |= c >= '0' && c <= '9';
        }
        // Five consonants in a row may be a word of the name itself ("my-nginx"): a hash nearly
        // always has a digit,
        // and a ReplicaSet's always does in practice. Without a digit, only names without vowels
        // reach this point.
        return digit || longest == 5 ? name.substring(0, dash) : null;
    }
}
