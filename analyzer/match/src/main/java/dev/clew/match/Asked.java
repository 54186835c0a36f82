package dev.clew.match;

import dev.clew.model.Rule;
import dev.clew.model.Software;
import dev.clew.model.Version;
import dev.clew.model.VersionRange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What rules are looked up by; what is null is not asked for.
///
/// @param literal part of a text that the rule looks for; letter case does not matter
/// @param field name of a field that it reads
/// @param software whose versions it names
/// @param version one that its range of that software holds
public record Asked(
        @Nullable String literal,
        @Nullable String field,
        @Nullable Software software,
        @Nullable Version version) {

    /// Whether a rule is one of those.
    public boolean by(Rule rule) {
        RuleTerms terms = RuleTerms.of(rule);
        String part = literal == null ? "" : literal.toLowerCase(Locale.ROOT);
        return (literal == null || terms.literals().stream().anyMatch(each -> each.contains(part)))
                && (field == null || terms.fields().contains(field))
                && (software == null || terms.software().contains(software))
                && holds(rule);
    }

    /// Whether the range of a rule holds the version, if one is asked for.
    public boolean holds(Rule rule) {
        if (software == null || version == null) {
            return true;
        }
        VersionRange range = rule.applies().ranges().get(software);
        return range != null && range.contains(version);
    }
}
