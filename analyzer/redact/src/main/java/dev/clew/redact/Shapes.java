package dev.clew.redact;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets by what they look like: tokens of well-known makers, JSON web tokens, headers,
/// passwords in URLs, addresses of people.
final class Shapes {

    /// What a line can be seen to have at a glance.
    private enum Sign {
        RUN,
        KEY,
        URL,
        AT,
        BEARER,
        COOKIE
    }

    /// A shape.
    ///
    /// @param sign what a line must have to be worth a look
    /// @param group what of it is taken out
    /// @param learned whether the same value is to be taken out wherever else it stands
    private record Shape(Kind kind, Sign sign, Pattern pattern, int group, boolean learned) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(
                            Kind.TOKEN,
                            Sign.RUN,
                            Pattern.compile(
                                    "\\beyJ[\\w-]{8,500}\\.[\\w-]{8,8000}(?:\\.[\\w-]{0,2000})?"),
                            0,
                            true),
                    new Shape(
                            Kind.TOKEN,
                            Sign.RUN,
                            Pattern.compile(
                                    "\\b(?:gh[pousr]_\\w{20,255}|github_pat_\\w{20,255}|glpat-[\\w-]{16,255}|xox[abeprs]-[\\w-]{11,255}|npm_\\w{30,255}|hv[sb]\\.[\\w-]{20,255}|sk-[\\w-]{20,255}|AIza[\\w-]{35}|(?:AKIA|ASIA)[0-9A-Z]{16}|dckr_pat_[\\w-]{20,255})"),
                            0,
                            true),
                    new Shape(
                            Kind.AUTHORIZATION,
                            Sign.KEY,
                            Pattern.compile(
                                    "(?i)\\b(?:proxy-)?authorization\\\\{0,7}[\"']?\\s{0,3}[=:]\\s{0,3}\\[?\\\\{0,7}[\"']?\\s{0,2}(?:(?:bearer|basic|digest|negotiate|token)\\s{1,3})?([^\\s\"'\\\\,;\\]}<]{4,8000})"),
                            1,
                            true),
                    new Shape(
                            Kind.AUTHORIZATION,
                            Sign.BEARER,
                            Pattern.compile(
                                    "(?i)\\bbearer[ =:]{1,3}(?=[\\w.~+/=-]*\\d)([\\w.~+/=-]{8,8000})"),
                            1,
                            true),
                    new Shape(
                            Kind.AUTHORIZATION,
                            Sign.COOKIE,
                            Pattern.compile(
                                    "(?i)\\b(?:set-)?cookie\\\\{0,7}[\"']?\\s{0,3}:\\s{0,3}\\\\{0,7}[\"'\\[]?([^\"'\\\\\\]<]{4,4000})"),
                            1,
                            false),
                    new Shape(
                            Kind.PASSWORD,
                            Sign.URL,
                            Pattern.compile(
                                    "(?i)[a-z][a-z0-9+.-]{1,30}://[^\\s/:@\"'<>]{0,200}:([^\\s/@\"'<>]{1,200})@"),
                            1,
                            true),
                    new Shape(
                            Kind.EMAIL,
                            Sign.AT,
                            Pattern.compile(
                                    "[\\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}(?!(?:service|socket|mount|slice|scope|timer|target|path)\\b)[A-Za-z]{2,24}\\b"),
                            0,
                            false));

    private Shapes() {}

    /// Marks what is found.
    ///
    /// @param learn takes values to be taken out wherever else they stand
    static void find(String line, Hints hints, Spans spans, BiConsumer<Kind, String> learn) {
        for (Shape shape : SHAPES) {
            boolean possible =
                    switch (shape.sign()) {
                        case RUN -> hints.hasRun();
                        case KEY -> hints.hasKeys();
                        case URL -> hints.hasUrl();
                        case AT -> hints.hasAt();
                        case BEARER -> Hints.hasBearer(line);
                        case COOKIE -> line.contains("ookie");
                    };
            if (!possible) {
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
