package dev.clew.bundle.format;

import dev.clew.bundle.object.Tree;
import dev.clew.match.regex.Expression;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A format while its files are read.
final class FormatDraft {

    private static final int MOST_PATTERNS = 200;
    private static final int LONGEST_PATTERN = 20_000;

    private static final String RE2 =
            "; expressions are read as RE2, without look-around and back-references: write it without"
                    + " them";

    private final String name;
    private final Map<String, Text> patterns = new LinkedHashMap<>();
    private final Map<String, Text> levels = new LinkedHashMap<>();
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private List<TimeFormat> times = List.of();
    private @Nullable BigDecimal divisor;
    private @Nullable String place;

    FormatDraft(String name) {
        this.name = name;
    }

    /// A text of a file.
    ///
    /// @param place file and line
    private record Text(String place, String text) {}

    /// Adds what a file says of the format.
    void add(Path file, Tree format) throws BadFormatException {
        place = file + ":" + format.line();
        for (String each :
                List.of(
                        "file-pattern",
                        "file-type",
                        "json",
                        "timestamp-field",
                        "level-field",
                        "body-field",
                        "subsecond-field",
                        "subsecond-units")) {
            if (format.has(each)) {
                texts.put(each, text(file, each, format.get(each)));
            }
        }
        for (Map.Entry<String, Tree> each : objects(file, "regex", format).entrySet()) {
            Tree pattern = each.getValue().get("pattern");
            patterns.put(each.getKey(), text(file, "regex/" + each.getKey() + "/pattern", pattern));
        }
        if (patterns.size() > MOST_PATTERNS) {
            throw bad(file, format, "has more than " + MOST_PATTERNS + " expressions");
        }
        for (Map.Entry<String, Tree> each : objects(file, "level", format).entrySet()) {
            if (!Levels.NAMES.contains(each.getKey())) {
                throw bad(
                        file,
                        each.getValue(),
                        "'%s' is no level; known: %s"
                                .formatted(each.getKey(), String.join(", ", Levels.NAMES)));
            }
            levels.put(each.getKey(), text(file, "level/" + each.getKey(), each.getValue()));
        }
        if (format.has("timestamp-format")) {
            times = times(file, format.get("timestamp-format"));
        }
        if (format.has("timestamp-divisor")) {
            divisor = divisor(file, format.get("timestamp-divisor"));
        }
    }

    private Map<String, Tree> objects(Path file, String member, Tree format)
            throws BadFormatException {
        Tree object = format.get(member);
        if (format.has(member) && !object.isObject()) {
            throw bad(file, format, "'" + member + "' must be an object");
        }
        return object.members();
    }

    private Text text(Path file, String member, Tree value) throws BadFormatException {
        String text = value.text();
        if (text == null) {
            throw bad(file, value, "'" + member + "' must be a text");
        }
        if (text.length() > LONGEST_PATTERN) {
            throw bad(file, value, "'%s' is longer than %d".formatted(member, LONGEST_PATTERN));
        }
        return new Text(file + ":" + value.line(), text);
    }

    private List<TimeFormat> times(Path file, Tree formats) throws BadFormatException {
        if (!formats.isArray()) {
            throw bad(file, formats, "'timestamp-format' must be a list of texts");
        }
        List<TimeFormat> read = new ArrayList<>();
        for (Tree each : formats.items()) {
            String text = text(file, "timestamp-format", each).text();
            try {
                read.add(TimeFormat.of(text));
            } catch (IllegalArgumentException e) {
                throw bad(
                        file,
                        each,
                        "timestamp-format '%s': %s; known: %%%s"
                                .formatted(
                                        text,
                                        e.getMessage(),
                                        String.join(" %", TimeFormat.KNOWN.split(""))));
            }
        }
        return read;
    }

    private BigDecimal divisor(Path file, Tree value) throws BadFormatException {
        String text = text(file, "timestamp-divisor", value).text();
        try {
            BigDecimal number = text.length() > 20 ? BigDecimal.ZERO : new BigDecimal(text);
            if (number.signum() > 0 && Math.abs(number.scale()) < 20) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(file, value, "timestamp-divisor '" + text + "' is no number");
        }
        throw bad(file, value, "timestamp-divisor '" + text + "' must be above 0");
    }

    private BadFormatException bad(Path file, Tree at, String what) {
        String line = at.line() > 0 ? ":" + at.line() : "";
        return new BadFormatException(file + line + ": " + name + ": " + what);
    }

    /// The format, if anything is left of it.
    ///
    /// @param leftOut takes what is not used of it, and why
    Optional<LineFormat> finish(List<String> leftOut) {
        boolean json = text("file-type", "").equals("json") || text("json", "").equals("true");
        List<Expression> expressions = new ArrayList<>();
        if (!json) {
            patterns.forEach((key, pattern) ->
                    compile("expression '" + key + "'", pattern, PatternFields::pattern, leftOut)
                            .ifPresent(expressions::add));
        }
        if (!json && expressions.isEmpty()) {
            leftOut.add(
                    "%s: %s: left out, for it has %s"
                            .formatted(
                                    place,
                                    name,
                                    patterns.isEmpty()
                                            ? "neither 'regex' nor \"file-type\": \"json\"; add the"
                                                    + " file that has"
                                            : "no expression that can be used"));
            return Optional.empty();
        }
        Text filePattern = texts.get("file-pattern");
        Optional<Expression> path =
                filePattern == null
                        ? Optional.empty()
                        : compile(
                                "file-pattern",
                                filePattern,
                                each -> Expression.of(Greedy.of(each)),
                                leftOut);
        if (filePattern != null && path.isEmpty()) {
            return Optional.empty();
        }
        FieldNames names = names(json);
        return Optional.of(
                new LineFormat(
                        name,
                        path.orElse(null),
                        json ? new JsonFields(names) : new PatternFields(expressions, names),
                        new Times(times, divisor, subsecondDigits()),
                        levels(leftOut)));
    }

    private FieldNames names(boolean json) {
        Function<String, String> named = json ? JsonFields::name : Function.identity();
        String body = text("body-field", "");
        String subsecond = text("subsecond-field", "");
        List<String> usual = json ? List.of("body", "msg", "message") : List.of("body");
        return new FieldNames(
                named.apply(text("timestamp-field", "timestamp")),
                subsecond.isEmpty() ? null : named.apply(subsecond),
                named.apply(text("level-field", "level")),
                body.isEmpty() ? usual : List.of(named.apply(body)));
    }

    private int subsecondDigits() {
        return switch (text("subsecond-units", "")) {
            case "micro" -> 6;
            case "nano" -> 9;
            default -> 3;
        };
    }

    private Levels levels(List<String> leftOut) {
        List<Levels.Meaning> meanings = new ArrayList<>();
        for (String level : Levels.NAMES) {
            Text pattern = levels.get(level);
            if (pattern != null) {
                compile("level '" + level + "'", pattern, FormatDraft::ofLevel, leftOut)
                        .ifPresent(each ->
                                meanings.add(new Levels.Meaning(each, Levels.named(level))));
            }
        }
        return new Levels(meanings);
    }

    /// Numbers are meant as a whole.
    private static Expression ofLevel(String pattern) {
        boolean number = !pattern.isEmpty() && pattern.chars().allMatch(c -> c >= '0' && c <= '9');
        return Expression.of(number ? "^" + pattern + "$" : Greedy.of(pattern));
    }

    private Optional<Expression> compile(
            String what,
            Text pattern,
            Function<String, Expression> compiler,
            List<String> leftOut) {
        try {
            return Optional.of(compiler.apply(pattern.text()));
        } catch (IllegalArgumentException e) {
            leftOut.add(
                    "%s: %s: %s left out: %s%s"
                            .formatted(pattern.place(), name, what, reason(e), RE2));
            return Optional.empty();
        }
    }

    private static String reason(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.length() > 100 ? message.substring(0, 100) + "…" : message;
    }

    private String text(String member, String otherwise) {
        Text text = texts.get(member);
        return text == null ? otherwise : text.text();
    }
}
