package dev.clew.report;

import dev.clew.diagnose.Finding;
import dev.clew.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The options of a program that decide a finding, out of all that it prints when it starts.
public final class Options {

    private static final Pattern OPTION =
            Pattern.compile("--([a-z][a-z0-9-]*)=('[^']{0,200}'|[^\\s\"']{0,200})");
    private static final int LIST = 3;
    private static final int MOST = 6;

    private Options() {}

    /// The options as `name=value`, those first that the decisive line names first; none if the
    /// text is no list of options, or names none that the line or the title names.
    public static List<String> deciding(String text, Finding finding) {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher matcher = OPTION.matcher(text);
        while (matcher.find()) {
            options.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        if (options.size() < LIST) {
            return List.of();
        }
        Evidence decisive = finding.evidence().getFirst();
        String said =
                decisive.text() + "\n" + finding.signature().title() + "\n" + finding.values();
        List<String> named = new ArrayList<>();
        options.keySet().stream().filter(name -> place(name, said) >= 0).forEach(named::add);
        named.sort(Comparator.comparingInt(name -> place(name, said)));
        return named.stream().limit(MOST).map(name -> name + "=" + options.get(name)).toList();
    }

    /// Where a text names an option, -1 if it does not; `tunnel` in `tunnel-port` is another one.
    private static int place(String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins =
                    at == 0 || !part(text.charAt(at - 1), at > 1 ? text.charAt(at - 2) : ' ');
            boolean ends = end == text.length() || !part(text.charAt(end), ' ');
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    /// Whether a character belongs to the name of an option; the dashes before one do not.
    private static boolean part(char c, char before) {
        return Character.isLetterOrDigit(c) || (c == '-' && before != '-') || c == '_';
    }
}
