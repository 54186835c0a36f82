package dev.clew.errors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the text of an error into the errors it is made of, the outermost first: by lines, as
/// run-times print the causes of an exception, and then by the words that join them on a line.
final class Chains {

    private static final int MOST = 24;
    private static final int LONGEST_ASIDE = 80;

    private static final Pattern CAUSED =
            Pattern.compile("^(?:\\[?cause\\]?|Caused by|Root cause|reason):\\s*(?=\\S)");
    private static final Pattern FRAME =
            Pattern.compile(
                    "^(?:at |\\.\\.\\. ?\\d+ (?:more|common)|File \"|from [/\\w].*:\\d+:in|#\\d+ |goroutine \\d|created by |--- End of|stack backtrace|Stack trace|\\[signal |note: run with|Node\\.js v|\\d+: 0x)");
    private static final Pattern EXCEPTION_LINE =
            Pattern.compile("^[A-Za-z_][\\w.$]*(?:: .*|$)", Pattern.DOTALL);

    private static final int LONGEST_NAME = 16;

    /// Names of what proxies and cloud services add to an error.
    private static final Pattern CONTEXT =
            Pattern.compile(
                    "[,.] (?:client|server|request|upstream|host|referrer|(?i:request ?id)|(?i:host ?id)|(?i:status ?code)|bytes \\w+)$|(?i:\\bstatus ?code)$");

    private static final String TRACEBACK = "Traceback (most recent call last)";
    private static final String[] JOINTS = {
        ": ", " desc = ", " ---> ", "; nested exception is ", "(Caused by ", " (caused by: ",
        ", caused by: ", "; caused by: ", " because: ", " err=", " error=", " <- "
    };

    private Chains() {}

    static List<Span> of(String text) {
        List<Span> statements = statements(text);
        List<Span> links = new ArrayList<>();
        for (Span statement : statements) {
            if (links.size() < MOST) {
                split(text, statement, links);
            }
        }
        return links.isEmpty() ? List.of(new Span(0, text.length())) : links;
    }

    /// The errors that stand on lines of their own.
    private static List<Span> statements(String text) {
        if (text.contains(TRACEBACK)) {
            List<Span> python = python(text);
            if (!python.isEmpty()) {
                return python;
            }
        }
        List<Span> statements = new ArrayList<>();
        boolean aside = false;
        boolean reversed = false;
        boolean listed = false;
        int at = 0;
        while (at < text.length() && statements.size() < MOST) {
            int end = end(text, at);
            Span line = stripped(text, at, end);
            String words = line.of(text);
            boolean indented = line.from() > at;
            Matcher caused = CAUSED.matcher(words);
            if (words.startsWith("Suppressed:")) {
                aside = true;
            } else if (caused.lookingAt() && !(aside && indented)) {
                aside = false;
                statements.add(new Span(line.from() + caused.end(), line.to()));
            } else if (words.startsWith("Next ")) {
                reversed = true;
                statements.add(new Span(line.from() + 5, line.to()));
            } else if (words.equals("Caused by:")) {
                listed = true;
                aside = false;
            } else if (listed && !words.isEmpty() && !FRAME.matcher(words).lookingAt()) {
                int number = words.matches("\\d+: .*") ? words.indexOf(' ') + 1 : 0;
                statements.add(new Span(line.from() + number, line.to()));
            } else if (statements.isEmpty() && !words.isEmpty()) {
                statements.add(line);
            } else if (words.startsWith("---> ")) {
                statements.add(new Span(line.from() + 5, line.to()));
            }
            at = end + 1;
        }
        if (reversed) {
            Collections.reverse(statements);
        }
        return statements;
    }

    /// The exceptions of Python's tracebacks. The one that is printed first was there first.
    private static List<Span> python(String text) {
        List<Span> raised = new ArrayList<>();
        int header = text.indexOf(TRACEBACK);
        while (header >= 0 && raised.size() < MOST) {
            int next = text.indexOf(TRACEBACK, header + TRACEBACK.length());
            int limit = next < 0 ? text.length() : next;
            int at = end(text, header) + 1;
            while (at < limit) {
                int end = Math.min(limit, end(text, at));
                Span line = stripped(text, at, end);
                String words = line.of(text);
                if (!words.isEmpty()
                        && line.from() == at
                        && !FRAME.matcher(words).lookingAt()
                        && EXCEPTION_LINE.matcher(words).matches()) {
                    raised.add(line);
                    break;
                }
                at = end + 1;
            }
            header = next;
        }
        if (raised.isEmpty()) {
            last(text, raised);
        }
        Collections.reverse(raised);
        return raised;
    }

    /// The last line that looks like an exception, of a traceback whose lines were indented by what
    /// stands around it.
    private static void last(String text, List<Span> raised) {
        int end = text.length();
        while (end > 0) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            Span line = stripped(text, start, end);
            String words = line.of(text);
            if (!words.isEmpty() && !FRAME.matcher(words).lookingAt()) {
                if (EXCEPTION_LINE.matcher(words).matches()) {
                    raised.add(line);
                }
                return;
            }
            end = start - 1;
        }
    }

    private static int end(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static Span stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    /// Cuts one line where words join an error to its cause. What stands in quotes is one word,
    /// unless it is itself the text of an error.
    private static void split(String text, Span statement, List<Span> links) {
        int start = statement.from();
        int at = start;
        while (at < statement.to() && links.size() < MOST) {
            char c = text.charAt(at);
            if ((c == '"' || c == '\'' || c == '`') && opens(text, at, statement.from())) {
                int close = text.indexOf(c, at + 1);
                boolean whole = close > 0 && close < statement.to();
                if (whole && !holdsError(text, at, close)) {
                    at = close + 1;
                    continue;
                }
            }
            if (c == '(') {
                int close = text.indexOf(')', at + 1);
                if (close > 0
                        && close < statement.to()
                        && close - at < LONGEST_ASIDE
                        && !text.startsWith("(Caused by ", at)) {
                    at = close + 1;
                    continue;
                }
            }
            int joint = joint(text, at, statement.to());
            if (joint > 0) {
                add(text, start, at, links);
                at += joint;
                start = at;
            } else {
                at++;
            }
        }
        add(text, start, statement.to(), links);
    }

    private static boolean opens(String text, int at, int from) {
        return at == from || " =([:,".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean holdsError(String text, int open, int close) {
        int back = Math.max(0, open - 8);
        String before = text.substring(back, open);
        boolean named =
                before.endsWith("desc = ")
                        || before.endsWith("err=")
                        || before.endsWith("error=")
                        || before.endsWith("msg=")
                        || before.endsWith("reason: ")
                        || before.endsWith("message: ");
        return named || (close - open > 40 && text.substring(open, close).contains(": "));
    }

    private static int joint(String text, int at, int to) {
        if (text.charAt(at) == ':' && isContext(text, at)) {
            return 0;
        }
        for (String joint : JOINTS) {
            if (at + joint.length() < to && text.startsWith(joint, at)) {
                return joint.length();
            }
        }
        return 0;
    }

    /// Whether a colon belongs to a name and value that were added to an error, as `, client:
    /// 1.2.3.4`.
    private static boolean isContext(String text, int colon) {
        Matcher named = CONTEXT.matcher(text).region(Math.max(0, colon - LONGEST_NAME), colon);
        return named.find();
    }

    private static void add(String text, int from, int to, List<Span> links) {
        int start = from;
        int end = to;
        while (start < end
                && (" \t\"'`,;".indexOf(text.charAt(start)) >= 0
                        || (text.charAt(start) == '(' && !closes(text, start, end)))) {
            start++;
        }
        while (end > start && " \t\"`,;".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - start > 1) {
            links.add(new Span(start, end));
        }
    }

    private static boolean closes(String text, int open, int end) {
        int close = text.indexOf(')', open);
        return close > 0 && close < end;
    }
}
