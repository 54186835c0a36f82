package dev.clew.model;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Titles that name what a finding is about: `<who|A program> can't reach <target|what it needs>`.
public final class TitleTemplate {

    private static final Pattern PLACE = Pattern.compile("<([a-z][a-z-]*)(?:\\|([^<>]*))?>");
    private static final int LONGEST = 200;

    private TitleTemplate() {}

    /// The title with the values put in, and with the words behind the bar for those there are none
    /// of.
    ///
    /// @param values by name; line ends in them become blanks
    public static String fill(String template, Map<String, String> values) {
        if (template.indexOf('<') < 0) {
            return template;
        }
        Matcher place = PLACE.matcher(template);
        StringBuilder title = new StringBuilder();
        while (place.find()) {
            String value = values.get(place.group(1));
            String other = place.group(2) == null ? "" : place.group(2);
            String words = value == null || value.isBlank() ? other : value.replaceAll("\\s+", " ");
            place.appendReplacement(title, Matcher.quoteReplacement(words));
        }
        place.appendTail(title);
        return title.length() <= LONGEST ? title.toString() : title.substring(0, LONGEST - 1) + "…";
    }
}
