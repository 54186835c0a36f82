package dev.clew.match.template;

import java.util.Locale;

/// What differs from one print of a line to the next.
public enum Variable {
    /// A date, a time of day, or both; the stamp of klog.
    TIME,
    /// A span such as `12.5s`.
    DURATION,
    /// An IPv4, IPv6 or hardware address, with or without port or prefix length.
    ADDRESS,
    /// A number, also hexadecimal with `0x`, a percentage, an amount such as `256Mi`.
    NUMBER,
    /// A UUID, hash or container id.
    ID,
    /// The name of an object: a pod with the suffix of its controller, or the value of a field that
    /// names something.
    NAME;

    /// How it is written in a template, e.g. `<time>`.
    public String placeholder() {
        return "<" + name().toLowerCase(Locale.ROOT) + ">";
    }
}
