package dev.clew.bundle.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Cuts a page into lines the way they were before a terminal got hold of them: colours and box
/// frames removed, lines that were wrapped at the edge put together again.
final class Lines {

    private static final Pattern ANSI =
            Pattern.compile(
                    "\u001b(?:\\[[0-9;?]*[A-Za-z]|\\][^\u0007\u001b]{0,500}+\u0007|[()][A-Z0-9])");
    private static final String FRAME = "│┃║|╷╵╭╰";
    private static final String RIGHT_FRAME = "│┃║";
    private static final String EDGES = "─━═┐┘┤╮╯╗╝╣";
    private static final int NARROWEST = 60;

    private Lines() {}

    static List<Line> of(String page, long firstNumber) {
        List<String> raws = List.of(page.split("\n", -1));
        boolean boxed = isBoxed(raws);
        int width = CsvShape.isHead(raws.getFirst().strip()) ? 0 : wrapWidth(raws, boxed);
        List<Line> lines = new ArrayList<>(raws.size());
        for (int i = 0; i < raws.size(); i++) {
            String raw = withoutReturn(raws.get(i));
            String visible = visible(raw, boxed);
            StringBuilder wholeRaw = new StringBuilder(raw);
            StringBuilder whole = new StringBuilder(visible);
            int first = i;
            while (width > 0 && i + 1 < raws.size() && i - first < 40 && isFull(visible, width)) {
                String next = withoutReturn(raws.get(i + 1));
                String nextVisible = visible(next, boxed);
                if (nextVisible.isBlank()
                        || startsOver(nextVisible)
                        || (isRow(visible) && isRow(nextVisible))) {
                    break;
                }
                whole.append(boxed ? " " + nextVisible.strip() : nextVisible);
                wholeRaw.append('\n').append(next);
                visible = nextVisible;
                i++;
            }
            lines.add(new Line(firstNumber + first, wholeRaw.toString(), clean(whole.toString())));
        }
        if (!lines.isEmpty() && lines.getLast().isBlank() && raws.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private static String withoutReturn(String raw) {
        return raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
    }

    private static String visible(String raw, boolean boxed) {
        String text = raw.indexOf('\u001b') >= 0 ? ANSI.matcher(raw).replaceAll("") : raw;
        if (boxed) {
            return withoutFrame(text);
        }
        return text;
    }

    private static String withoutFrame(String text) {
        String inside = text.strip();
        if (inside.isEmpty() || FRAME.indexOf(inside.charAt(0)) < 0) {
            return text;
        }
        inside = inside.substring(inside.startsWith(" ", 1) ? 2 : 1);
        boolean closed =
                !inside.isEmpty() && RIGHT_FRAME.indexOf(inside.charAt(inside.length() - 1)) >= 0;
        return (closed ? inside.substring(0, inside.length() - 1) : inside).stripTrailing();
    }

    private static String clean(String text) {
        String plain = text.indexOf('\u00a0') >= 0 ? text.replace('\u00a0', ' ') : text;
        plain =
                plain.indexOf('\ufeff') >= 0 || plain.indexOf('\u200b') >= 0
                        ? plain.replaceAll("[\ufeff\u200b]", "")
                        : plain;
        return plain.stripTrailing();
    }

    private static boolean isBoxed(List<String> raws) {
        int framed = 0;
        int filled = 0;
        for (String raw : raws) {
            String text = raw.strip();
            if (!text.isEmpty()) {
                filled++;
                framed += "│┃║╷╵".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
            }
        }
        return framed >= 2 && framed * 3 >= filled;
    }

    /// The column that at least two lines end at exactly, if it is also the widest: the edge of a
    /// terminal. 0 if the page shows no edge.
    private static int wrapWidth(List<String> raws, boolean boxed) {
        Map<Integer, Integer> counts = new HashMap<>();
        int widest = 0;
        for (String raw : raws) {
            int length = visible(withoutReturn(raw), boxed).length();
            if (length >= NARROWEST) {
                counts.merge(length, 1, Integer::sum);
                widest = Math.max(widest, length);
            }
        }
        if (boxed) {
            return widest;
        }
        return counts.getOrDefault(widest, 0) >= 2 && widest <= 400 ? widest : 0;
    }

    private static boolean isFull(String visible, int width) {
        return visible.length() >= width - 1
                && !visible.endsWith("  ")
                && EDGES.indexOf(visible.charAt(visible.length() - 1)) < 0;
    }

    /// Whether a line has columns: rows of one table are equally long because they are padded, not
    /// because they were cut.
    private static boolean isRow(String text) {
        return text.strip().contains("   ");
    }

    /// Whether a line is the beginning of something, so that it can't be the rest of the one
    /// before.
    private static boolean startsOver(String text) {
        return START.matcher(text).lookingAt();
    }

    private static final Pattern START =
            Pattern.compile(
                    "\\s*(?:[{}\\[\\]+|┌└├╔╚╠]|\\d+[smhdy]\\w* |<\\w+> |[*•-]"
                            + " |time=|level=|\\d{4}-\\d\\d-\\d\\d[T ]|[IWEF]\\d{4} |Normal +\\w+"
                            + " |Warning +\\w+ |[$#]"
                            + " |\\w+@|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                            + " |Failed to |xx drop)");
}
