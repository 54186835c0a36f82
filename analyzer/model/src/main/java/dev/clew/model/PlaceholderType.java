package dev.clew.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may stand in the place of a placeholder. What an input says is taken apart to that: of
/// `pod/web-0` a [#NAME] is `web-0`, of `10.0.0.1:6443` a [#HOST] is `10.0.0.1` and a [#PORT]
/// `6443`. Nothing that a shell would act on is ever let through.
public enum PlaceholderType {
    /// The name of an object, without its kind.
    NAME("(?:[a-z][a-z.]*/)?([a-z0-9](?:[a-z0-9.:-]{0,251}[a-z0-9])?)"),
    /// The name of a namespace.
    NAMESPACE("(?:(?:ns|namespaces?)/)?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)"),
    /// A kind of object, as kubectl takes it.
    KIND("([A-Za-z][A-Za-z0-9]*(?:\\.[a-z0-9.-]+)?)"),
    /// A host name or address, without a port.
    HOST(
            "(?:[a-z]+://)?(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::\\d{1,5})?(?:/[\\w./%-]*)?"),
    /// The number of a port.
    PORT("(?:\\S+:)?(\\d{1,5})"),
    /// A number.
    NUMBER("(\\d{1,18})"),
    /// An address.
    IP(
            "\\[?((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})\\]?(?::\\d{1,5})?"),
    /// A range of addresses.
    CIDR("([0-9a-fA-F.:]{3,45}/\\d{1,3})"),
    /// A reference to an image.
    IMAGE("([\\w][\\w.:/@-]{0,300})"),
    /// A path of a file system.
    PATH("(/[\\w./@:+-]{0,300})"),
    /// An address of the web.
    URL("((?:https?|oci)://[\\w.:/@%+=\\[\\]-]{1,300})"),
    /// A version without a `v`.
    VERSION("v?(\\d+(?:\\.\\d+){0,3}(?:[-+][\\w.+-]{1,60})?)"),
    /// Anything else without blanks, and without the mark at the end of a sentence.
    WORD("([\\w.:/@%+=\\[\\]-]{0,199}[\\w/@%+=\\]-])[.:]?"),
    /// What only a person can write: several words, options, a file. Never filled.
    OPEN("(?!)()");

    private final Pattern pattern;

    PlaceholderType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /// The part of a value that may be put in, or empty if it has none.
    public Optional<String> take(String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.matches() && !matcher.group(1).startsWith("-")
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /// The word used in the vocabulary, e.g. `name`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The type of that word, or empty for a word that is none.
    public static Optional<PlaceholderType> of(String word) {
        return Words.find(PlaceholderType.class, word);
    }
}
