package dev.clew.bundle.wrapper;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What log stores, collectors, build servers and `grep` put in front of a line when they print it
/// as text: times, tags, labels, names of streams and files.
final class StreamPrefixes {

    /// `[2026-03-21T09:15:15.100Z] …`, as Jenkins prints it
    private static final Pattern BRACKETED_TIME =
            Pattern.compile("\\[(?=\\d{4}-\\d\\d-\\d\\d[T ])");

    /// `[0] kube.var.log.containers…: [[1774084516.887702548, {}], {"time"=>"…", "log"=>"…"}]`,
    /// Fluent Bit's standard output, also its older form with one bracket
    private static final Pattern FLUENT_BIT =
            Pattern.compile(
                    "\\[\\d+\\] (\\S{1,400}): \\[\\[?(\\d{9,10}\\.\\d+)(?:, ?\\{[^{}]*\\}\\])?, ?(?=\\{)");

    /// `build\tDump logs\t2026-03-21T09:15:15.1000000Z …`, `gh run view --log`
    private static final Pattern JOB_STEP =
            Pattern.compile("[^\\t]{1,200}\\t[^\\t]{1,200}\\t\ufeff?(?=\\d{4}-\\d\\d-\\d\\dT)");

    /// `/var/log/pods/…/3.log:326:…`, `grep -n`
    private static final Pattern FILE =
            Pattern.compile("([\\w./@+-]{1,300}\\.(?:log|txt|json|out)):(?:\\d+: *+|(?=\\S))");

    /// ` 326\t…`, `cat -n`
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}\\t");

    /// `data: {…}`, server-sent events
    private static final Pattern SERVER_SENT = Pattern.compile("data: (?=\\{)");

    /// `01O …`, what GitLab puts after the time
    private static final Pattern GITLAB = Pattern.compile("[0-9a-f]{2}[OE][ +]");

    /// `{app="cart", namespace="shop"} …`, what logcli puts after the time
    private static final Pattern LABELS =
            Pattern.compile("\\{(?:\\w+=\"(?:[^\"\\\\]|\\\\.){0,400}+\"(?:, ?)?){1,60}+\\} ?");

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*+)\"");

    /// `<tag>\t{…}`, `<stream> {…}`, what Fluentd and CloudWatch put after the time
    private static final Pattern TAG =
            Pattern.compile("([\\w./-]{1,600}?)(?:[\\t ](?=\\{\")|(?<=\\.log)[\\t ])");

    private StreamPrefixes() {}

    /// A prefix that begins with `[`.
    static @Nullable Shipped bracketed(String text) {
        if (BRACKETED_TIME.matcher(text).lookingAt()) {
            Stamp stamp = Stamps.iso(text, 1);
            if (stamp != null && text.startsWith("]", stamp.end())) {
                String line = text.substring(stamp.end() + 1);
                return Shipped.of(Entity.UNKNOWN, line.startsWith(" ") ? line.substring(1) : line)
                        .at(stamp.instant(), false);
            }
        }
        Matcher bit = FLUENT_BIT.matcher(text);
        return bit.lookingAt()
                ? Shipped.of(LogFiles.place(bit.group(1)), json(text, bit.end()))
                        .at(Stamps.epoch(bit.group(2)), false)
                : null;
    }

    /// Ruby's way to print a map, as JSON.
    private static String json(String text, int from) {
        StringBuilder json = new StringBuilder(text.length() - from);
        boolean quoted = false;
        int end = text.endsWith("]") ? text.length() - 1 : text.length();
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < end) {
                json.append(c).append(text.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            if (!quoted && text.startsWith("=>", i)) {
                json.append(':');
                i++;
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    /// A prefix that begins with anything else.
    static @Nullable Shipped plain(String text) {
        Matcher sse = SERVER_SENT.matcher(text);
        if (sse.lookingAt()) {
            return Shipped.of(Entity.UNKNOWN, text.substring(sse.end()));
        }
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.lookingAt()) {
            return Shipped.of(Entity.UNKNOWN, text.substring(numbered.end()));
        }
        Matcher file = FILE.matcher(text);
        if (file.lookingAt()) {
            return Shipped.of(LogFiles.place(file.group(1)), text.substring(file.end()));
        }
        Matcher step = text.indexOf('\t') < 0 ? null : JOB_STEP.matcher(text);
        return step != null && step.lookingAt()
                ? Shipped.of(Entity.UNKNOWN, text.substring(step.end()))
                : null;
    }

    /// What stands between a time and the line.
    static @Nullable Shipped afterTime(String text) {
        Matcher gitlab = GITLAB.matcher(text);
        if (gitlab.lookingAt()) {
            return Shipped.of(Entity.UNKNOWN, text.substring(gitlab.end()));
        }
        Matcher labels = LABELS.matcher(text);
        if (labels.lookingAt()) {
            return labelled(text.substring(0, labels.end()), text.substring(labels.end()));
        }
        Matcher tag = TAG.matcher(text);
        if (tag.lookingAt()) {
            Entity place = LogFiles.place(tag.group(1));
            return !place.equals(Entity.UNKNOWN) || tag.group(1).indexOf('.') > 0
                    ? Shipped.of(place, text.substring(tag.end()))
                    : null;
        }
        return null;
    }

    private static Shipped labelled(String labels, String line) {
        Map<String, String> members = new HashMap<>();
        Matcher label = LABEL.matcher(labels);
        while (label.find()) {
            members.putIfAbsent("labels." + label.group(1), label.group(2));
        }
        return Shipped.of(Names.place(members), line);
    }
}
