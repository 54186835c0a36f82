package dev.clew.bundle.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of events: the table at the end of `kubectl describe`, with its head or without, and rows
/// of `kubectl get events` that were pasted without theirs.
final class EventShape implements Shape {

    private static final String AGE =
            "(?:<\\w+>|\\d+(?:\\.\\d+)?[smhdy](?:\\d+[smhd])*+)(?: +\\(x\\d+ over [^)]*\\))?";
    private static final Pattern HEAD = Pattern.compile("^\\s*Events:\\s*(<none>)?$");
    private static final Pattern COLUMNS =
            Pattern.compile(
                    "^\\s*(?:Type\\s+Reason\\s+Age|FirstSeen\\s+LastSeen|-+\\s+-+\\s+-+|LAST SEEN\\s+TYPE\\s+REASON\\s+OBJECT\\s+MESSAGE$)");

    /// `Warning FailedMount 3s (x14 over 2m54s) kubelet, node-1 message`
    private static final Pattern DESCRIBED =
            Pattern.compile(
                    "^\\s*(Normal|Warning)\\s+([A-Z]\\w+)\\s+("
                            + AGE
                            + ")\\s+([\\w./@-]+(?:, [\\w.-]+)?)(?:\\s+(\\S.*))?$");

    /// `default 13m Warning FailedMount pod/x message`
    private static final Pattern LISTED =
            Pattern.compile(
                    "^\\s*(?:([a-z0-9][a-z0-9.-]*)\\s+)?("
                            + AGE
                            + ")\\s+(Normal|Warning)\\s+([A-Z]\\w+)\\s+([a-zA-Z][\\w.]*/\\S+)(?:\\s+(\\S.*))?$");

    /// `1m 1m 3 kubelet node-1 spec.containers{x} Warning Failed message`, up to Kubernetes 1.8
    private static final Pattern OLD_DESCRIBED =
            Pattern.compile(
                    "^\\s*("
                            + AGE
                            + ")\\s+("
                            + AGE
                            + ")\\s+(\\d+)\\s+(\\{?[\\w./-]+,?(?: [\\w.-]+)? ?\\}?)\\s+(?:(\\S+)\\s+)?(Normal|Warning)\\s+(\\w+)(?:\\s+(\\S.*))?$");

    /// `1m 1m 3 name Pod spec.containers{x} Warning Failed kubelet, node-1 message`, up to
    /// Kubernetes 1.14
    private static final Pattern OLD_LISTED =
            Pattern.compile(
                    "^\\s*(?:([a-z0-9][a-z0-9-]*)\\s+)?("
                            + AGE
                            + ")\\s+("
                            + AGE
                            + ")\\s+(\\d+)\\s+(\\S+)\\s+([A-Z][A-Za-z]+)\\s+(?:(\\S+)\\s+)?(Normal|Warning)\\s+(\\w+)\\s+(\\{?[\\w./-]+,?(?: [\\w.-]+)? ?\\}?)(?:\\s+(\\S.*))?$");

    private static final int MOST_CONTINUATIONS = 40;

    @Override
    public boolean take(Page page, Context context) {
        Line line = page.peek();
        if (HEAD.matcher(line.text()).matches() || COLUMNS.matcher(line.text()).find()) {
            page.take();
            return true;
        }
        if (row(line.text()) == null) {
            return false;
        }
        page.take();
        StringBuilder text = new StringBuilder(line.text());
        StringBuilder raw = new StringBuilder(line.raw());
        for (int i = 0;
                i < MOST_CONTINUATIONS && page.hasNext() && goesOn(line, page.peek());
                i++) {
            Line next = page.take();
            text.append(' ').append(next.words());
            raw.append('\n').append(next.raw());
        }
        EventRow row = row(text.toString());
        if (row != null) {
            row.emit(context, line, raw.toString());
        }
        return true;
    }

    static @Nullable EventRow row(String text) {
        Matcher row = DESCRIBED.matcher(text);
        if (row.matches()) {
            return new EventRow(
                    "",
                    row.group(3),
                    row.group(1),
                    row.group(2),
                    "",
                    row.group(4),
                    orEmpty(row.group(5)));
        }
        row = LISTED.matcher(text);
        if (row.matches()) {
            return new EventRow(
                    orEmpty(row.group(1)),
                    row.group(2),
                    row.group(3),
                    row.group(4),
                    row.group(5),
                    "",
                    orEmpty(row.group(6)));
        }
        row = OLD_LISTED.matcher(text);
        if (row.matches()) {
            String age = row.group(3) + " (x" + row.group(4) + " over " + row.group(2) + ")";
            return new EventRow(
                    orEmpty(row.group(1)),
                    age,
                    row.group(8),
                    row.group(9),
                    row.group(6) + "/" + row.group(5),
                    source(row.group(10)),
                    orEmpty(row.group(11)));
        }
        row = OLD_DESCRIBED.matcher(text);
        if (row.matches()) {
            String age = row.group(2) + " (x" + row.group(3) + " over " + row.group(1) + ")";
            return new EventRow(
                    "",
                    age,
                    row.group(6),
                    row.group(7),
                    "",
                    source(row.group(4)),
                    orEmpty(row.group(8)));
        }
        return null;
    }

    /// `{kubelet node-1}` and `kubelet, node-1` are the same.
    private static String source(String text) {
        String plain = text.replaceAll("[{}]", "").strip();
        return plain.contains(",") || !plain.contains(" ") ? plain : plain.replaceFirst(" ", ", ");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// Whether the next line is the rest of a message that has line ends, or was wrapped.
    private static boolean goesOn(Line row, Line next) {
        String text = next.text();
        if (next.isBlank()
                || next.isLong()
                || row(text) != null
                || HEAD.matcher(text).matches()
                || OTHER.matcher(text).find()) {
            return false;
        }
        return next.indent() > row.indent()
                || row.indent() == 0
                || row.text().stripTrailing().endsWith(":")
                || next.indent() == 0;
    }

    /// Beginnings of things that are not the rest of an event's message.
    private static final Pattern OTHER =
            Pattern.compile(
                    "^(?:\\s*[$#❯➜➤] |\\s*[^\\s@]++@[^\\s:~]++[:~ ].*[#$] |\\s*(?:kubectl|cilium|helm|oc|kubeadm|journalctl) \\w|\\s*(?:time=|level=|msg=)|\\d{4}-\\d\\d-\\d\\d[T ]|[A-Z][a-z]{2} +\\d+ \\d\\d:|[IWEF]\\d{4} "
                            + "|[A-Z][\\w -]{2,30}: {2,}\\S|Name: |Labels: |[A-Z]{2,}[A-Z ]* {2,}[A-Z]{2,}|\\S+ +\\d+/\\d+ +\\w+ +\\d+ |\\[\\.\\.\\.\\]|\\.\\.\\.|---|Stdout:|Stderr:|[A-Z][a-z]+ [Ll]ogs?:?$)");
}
