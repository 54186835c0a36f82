package dev.clew.redact;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets by what they look like: tokens of well-known makers, JSON web tokens, headers,
/// passwords in URLs, addresses of people.
final class Shapes {

    /// A shape.
    ///
    /// @param must what a line must have, in lower case, to be worth a look; empty for any line
    /// @param group what of it is taken out
    /// @param learned whether the same value is to be taken out wherever else it stands
    private record Shape(Kind kind, String must, Pattern pattern, int group, boolean learned) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(
                            Kind.TOKEN,
                            "eyj",
                            Pattern.compile(
                                    "\\beyJ[\\w-]{8,500}\\.[\\w-]{8,8000}(?:\\.[\\w-]{0,2000})?"),
                            0,
                            true),
                    new Shape(
                            Kind.TOKEN,
                            "",
                            Pattern.compile(
                                    "\\b(?:gh[pousr]_\\w{20,255}|github_pat_\\w{20,255}|glpat-[\\w-]{16,255}|xox[abeprs]-[\\w-]{10,255}|npm_\\w{30,255}|hv[sb]\\.[\\w-]{20,255}|sk-[\\w-]{20,255}|AIza[\\w-]{35}|(?:AKIA|ASIA)[0-9A-Z]{16}|dckr_pat_[\\w-]{20,255})"),
                            0,
                            true),
                    new Shape(
                            Kind.AUTHORIZATION,
                            "authorization",
                            Pattern.compile(
                                    "(?i)\\b(?:proxy-)?authorization\\\\{0,7}[\"']?\\s{0,3}[=:]\\s{0,3}\\[?\\\\{0,7}[\"']?\\s{0,2}(?:(?:bearer|basic|digest|negotiate|token)\\s{1,3})?([^\\s\"'\\\\,;\\]}<]{4,8000})"),
                            1,
                            true),
                    new Shape(
                            Kind.AUTHORIZATION,
                            "bearer",
                            Pattern.compile(
                                    "(?i)\\bbearer[ =:]{1,3}(?=[\\w.~+/=-]*\\d)([\\w.~+/=-]{8,8000})"),
                            1,
                            true),
                    new Shape(
                            Kind.AUTHORIZATION,
                            "cookie",
                            Pattern.compile(
                                    "(?i)\\b(?:set-)?cookie\\\\{0,7}[\"']?\\s{0,3}:\\s{0,3}\\\\{0,7}[\"'\\[]?([^\"'\\\\\\]<]{4,4000})"),
                            1,
                            false),
                    new Shape(
                            Kind.PASSWORD,
                            "://",
                            Pattern.compile(
                                    "(?i)[a-z][a-z0-9+.-]{1,30}://[^\\s/:@\"'<>]{0,200}:([^\\s/@\"'<>]{1,200})@"),
                            1,
                            true),
                    new Shape(
                            Kind.EMAIL,
                            "@",
                            Pattern.compile(
                                    "[\\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}(?!(?:service|socket|mount|slice|scope|timer|target|path)\\b)[A-Za-z]{2,24}\\b"),
                            0,
                            false));

    private Shapes() {}

    /// Marks what is found.
    ///
    /// @param learn takes values to be taken out wherever else they stand
    static void find(String line, Spans spans, java.util.function.BiConsumer<Kind, String> learn) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (Shape shape : SHAPES) {
            if (!lower.contains(shape.must())) {
                continue;
            }
            Matcher matcher = shape.pattern().matcher(line);
            while (matcher.find()) {
                spans.add(matcher.start(shape.group()), matcher.end(shape.group()), shape.kind());
                if (shape.learned()) {
                    learn.accept(shape.kind(), matcher.group(shape.group()));
                }
            }
        }
    }
}
