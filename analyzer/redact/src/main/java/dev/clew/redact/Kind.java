package dev.clew.redact;

import java.util.Locale;

/// Sorts of things that are taken out.
public enum Kind {
    PASSWORD,
    TOKEN,
    PRIVATE_KEY,
    AUTHORIZATION,
    /// What a Secret keeps.
    SECRET_DATA,
    /// The values of a Helm release, packed.
    HELM_RELEASE,
    EMAIL,
    /// What a rule of the user's own finds.
    CUSTOM,
    ADDRESS,
    HOST;

    /// The word used in reports and marks.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What stands in the place of a thing of this sort. It is valid inside strings of JSON and as
    /// a value of YAML.
    String mark() {
        return "<redacted:" + word() + ">";
    }
}
