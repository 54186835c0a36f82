package dev.clew.author;

import dev.clew.match.regex.Expression;
import dev.clew.match.template.Template;
import dev.clew.match.template.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes an expression of a text: what differs from one print to the next becomes a capture, named
/// after the word in front of it.
final class DraftExpression {

    private static final int LONGEST = 400;
    private static final int SHORTEST_FIXED = 8;
    private static final String META = "\\.[]{}()*+?^$|";

    /// Names of things with a number or a path in them, such as `worker-3` or `/dev/sda`.
    private static final Pattern THING =
            Pattern.compile("(?<![\\w./-])(?=[\\w./-]*\\d)(?=[\\w.]*[-/])[\\w./-]+");

    /// Names of hosts and paths of files, which differ from one cluster to the next.
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?<![\\w./-])(?:[a-z0-9-]+(?:\\.[a-z0-9-]+)+\\.?(?::\\d+)?(?![\\w.(-])|(?:/[\\w.@-]+){2,})");

    /// Words that join others, and name nothing.
    private static final Set<String> JOINING =
            Set.of(
                    "a", "an", "and", "as", "at", "be", "by", "can", "code", "could", "did", "do",
                    "does", "err", "error", "failed", "for", "from", "get", "go", "has", "in",
                    "into", "is", "msg", "no", "not", "of", "off", "on", "or", "out", "reach",
                    "see", "than", "that", "the", "to", "until", "was", "while", "with");

    private static final Pattern ESCAPED_BY_FORMATS = Pattern.compile("[\"'\\\\<>&\\p{Cntrl}]");
    private static final Pattern LAST_WORD = Pattern.compile("([A-Za-z]{2,15})[\\s=:\"'-]*$");

    private final StringBuilder expression = new StringBuilder();
    private final Set<String> names = new HashSet<>();
    private String before = "";
    private String gap = "";
    private int fixed;
    private int longestFixed;

    private DraftExpression() {}

    /// The expression, or empty if the text varies too much for one or nothing in it does.
    static Optional<String> of(String text) {
        DraftExpression draft = new DraftExpression();
        List<Template.Part> parts = new ArrayList<>(parts(text));
        while (!parts.isEmpty() && parts.getFirst() instanceof Template.Varying) {
            parts.removeFirst();
        }
        for (Template.Part part : parts) {
            if (draft.expression.length() > LONGEST) {
                break;
            }
            draft.add(part);
        }
        String made = draft.expression.toString();
        return draft.names.isEmpty()
                        || draft.longestFixed < SHORTEST_FIXED
                        || !Expression.of(made).find(text, new HashMap<>())
                ? Optional.empty()
                : Optional.of(made);
    }

    /// The text with what differs left out, to be read by people.
    static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (Template.Part part : parts(text)) {
            words.append(
                    switch (part) {
                        case Template.Varying any -> "…";
                        case Template.Fixed(String fixed) -> fixed;
                    });
        }
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    private static List<Template.Part> parts(String text) {
        List<Template.Part> parts = new ArrayList<>();
        for (Template.Part part : Template.of(text).parts()) {
            switch (part) {
                case Template.Varying varying -> parts.add(varying);
                case Template.Fixed(String fixed) -> split(fixed, PLACE, parts);
            }
        }
        return parts;
    }

    private static void split(String fixed, Pattern what, List<Template.Part> parts) {
        Matcher named = what.matcher(fixed);
        int done = 0;
        while (named.find()) {
            if (named.start() > done) {
                rest(fixed.substring(done, named.start()), what, parts);
            }
            parts.add(new Template.Varying(named.group(), Variable.NAME));
            done = named.end();
        }
        if (done < fixed.length()) {
            rest(fixed.substring(done), what, parts);
        }
    }

    private static void rest(String text, Pattern done, List<Template.Part> parts) {
        if (done.equals(PLACE)) {
            split(text, THING, parts);
        } else {
            parts.add(new Template.Fixed(text));
        }
    }

    private void add(Template.Part part) {
        switch (part) {
            case Template.Fixed(String text) -> {
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    if (Character.isWhitespace(c) || isEscaped(c) || c > '~') {
                        gap += c;
                    } else {
                        gap();
                        expression.append(META.indexOf(c) < 0 ? "" : "\\").append(c);
                        longestFixed = Math.max(longestFixed, ++fixed);
                    }
                }
                before = text;
            }
            case Template.Varying(String text, Variable kind) -> {
                gap();
                expression.append(group(kind));
                fixed = 0;
                before = "";
            }
        }
    }

    /// One blank is one blank everywhere; quotes and the like are written by each format in its own
    /// way.
    private void gap() {
        if (!gap.isEmpty() && !expression.isEmpty()) {
            expression.append(gap.equals(" ") ? " " : "\\W{1,8}");
            fixed = gap.equals(" ") ? fixed + 1 : 0;
        }
        gap = "";
    }

    private String group(Variable kind) {
        String shape =
                switch (kind) {
                    case TIME -> "\\S+";
                    case DURATION, NUMBER -> "[\\w.%]+";
                    case ADDRESS -> "[\\w.:/-]+";
                    case ID -> "[\\w-]+";
                    case NAME -> "[\\w./-]+";
                };
        if (kind == Variable.TIME || kind == Variable.DURATION) {
            return shape;
        }
        Matcher word = LAST_WORD.matcher(before);
        String name =
                word.find() && !JOINING.contains(word.group(1).toLowerCase(Locale.ROOT))
                        ? word.group(1).toLowerCase(Locale.ROOT)
                        : kind.name().toLowerCase(Locale.ROOT);
        return names.add(name) ? "(?<" + name + ">" + shape + ")" : shape;
    }

    private static boolean isEscaped(char c) {
        return ESCAPED_BY_FORMATS.matcher(String.valueOf(c)).matches();
    }
}
