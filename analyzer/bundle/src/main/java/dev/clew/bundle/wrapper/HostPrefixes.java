package dev.clew.bundle.wrapper;

import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Entity;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What journald, syslog, the kernel and Talos put in front of a line: priority, time, host and
/// program.
final class HostPrefixes {

    private static final String WHO = "([\\w.-]{1,253}) ([\\w./@+-]{2,80}?)\\[(\\d+)\\]: ?";

    /// `kubelet[1234]: …` after the name of a node, as `oc adm node-logs` prints it
    private static final Pattern HOST_PROGRAM = Pattern.compile(WHO);

    /// `<11>1 2026-03-21T09:15:16Z node kubelet 1234 - - …`, RFC 5424
    private static final Pattern RFC5424 =
            Pattern.compile(
                    "<(\\d{1,3})>1 (\\S{1,40}) (\\S{1,255}) (\\S{1,48}) (\\S{1,128}) (\\S{1,32}) (?:-|(?:\\[[^\\]]{0,2000}\\])+) ?(?:\ufeff)?");

    /// `<11>Mar 21 09:15:16 node kubelet[1234]: …`, RFC 3164; also the kernel's `<3>[ 12.3] …`
    private static final Pattern PRIORITY = Pattern.compile("<(\\d{1,3})>(?=[A-Z\\[\\d ])");

    /// `kern :err : [Sat Mar 21 …] …`, `dmesg -x`
    private static final Pattern FACILITY =
            Pattern.compile(
                    "(?:kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|ftp|local[0-7]) *:(emerg|alert|crit|err|warn|notice|info|debug) *: ");

    /// `10.0.0.2: kern: err: [2026-03-21T09:15:16.887702Z]: …`, `talosctl dmesg`
    private static final Pattern TALOS =
            Pattern.compile(
                    "(?:([\\w.:-]{1,80}): )?(?:kern|user|daemon): +(emerg|alert|crit|err|warning|notice|info|debug): \\[(\\S{19,40})\\]: ?");

    /// `Sat 2026-03-21 09:15:16 UTC …`, `journalctl -o short-full`
    private static final Pattern FULL =
            Pattern.compile("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\\d{4}-\\d\\d-\\d\\d \\d\\d:)");

    private static final Pattern ZONE = Pattern.compile(" [A-Z]{2,5} ");

    /// `1774084516.887702 node kubelet[1234]: …`, `journalctl -o short-unix`
    private static final Pattern UNIX = Pattern.compile("(\\d{10}\\.\\d{6}) (?=" + WHO + ")");

    /// `[ 123.456789] node kubelet[1234]: …`, `journalctl -o short-monotonic`
    private static final Pattern MONOTONIC =
            Pattern.compile("\\[ *\\d{1,8}\\.\\d{6}\\] (?=" + WHO + ")");

    private HostPrefixes() {}

    /// A prefix that begins with `<`.
    static @Nullable Shipped priority(String text) {
        Matcher full = RFC5424.matcher(text);
        if (full.lookingAt()) {
            String host = known(full.group(3));
            String program = known(full.group(4));
            return Shipped.of(Entity.ofNode(host), text.substring(full.end()))
                    .at(Stamps.any(full.group(2)), false)
                    .as(Levels.syslog(Integer.parseInt(full.group(1)) & 7))
                    .by(program == null ? "" : program);
        }
        Matcher priority = PRIORITY.matcher(text);
        return priority.lookingAt()
                ? Shipped.of(Entity.UNKNOWN, text.substring(priority.end()))
                        .as(Levels.syslog(Integer.parseInt(priority.group(1)) & 7))
                : null;
    }

    private static @Nullable String known(String field) {
        return field.equals("-") ? null : field;
    }

    /// A prefix that begins with `[`.
    static @Nullable Shipped bracketed(String text) {
        Matcher monotonic = MONOTONIC.matcher(text);
        return monotonic.lookingAt() ? program(text.substring(monotonic.end())) : null;
    }

    /// A prefix that begins with a digit.
    static @Nullable Shipped digits(String text) {
        Matcher unix = UNIX.matcher(text);
        if (unix.lookingAt()) {
            Shipped program = program(text.substring(unix.end()));
            Instant time = Stamps.epoch(unix.group(1));
            return program == null ? null : program.at(time, false);
        }
        return talos(text);
    }

    /// Any other prefix.
    static @Nullable Shipped plain(String text) {
        Matcher weekday = FULL.matcher(text);
        if (weekday.lookingAt()) {
            Stamp stamp = Stamps.iso(text, weekday.end());
            if (stamp == null) {
                return null;
            }
            Matcher zone = ZONE.matcher(text).region(stamp.end(), text.length());
            int end = zone.lookingAt() ? zone.end() : stamp.end() + 1;
            String line = text.substring(Math.min(end, text.length()));
            Shipped program = program(line);
            return (program == null ? Shipped.of(Entity.UNKNOWN, line) : program)
                    .at(stamp.instant(), false);
        }
        Matcher facility = FACILITY.matcher(text);
        if (facility.lookingAt()) {
            return Shipped.of(Entity.UNKNOWN, text.substring(facility.end()))
                    .as(Levels.of(facility.group(1)));
        }
        Shipped talos = talos(text);
        return talos != null ? talos : program(text);
    }

    private static @Nullable Shipped talos(String text) {
        Matcher talos = TALOS.matcher(text);
        return talos.lookingAt()
                ? Shipped.of(Entity.ofNode(talos.group(1)), text.substring(talos.end()))
                        .at(Stamps.any(talos.group(3)), false)
                        .as(Levels.of(talos.group(2)))
                        .by("kernel")
                : null;
    }

    private static @Nullable Shipped program(String text) {
        Matcher program = HOST_PROGRAM.matcher(text);
        return program.lookingAt()
                ? Shipped.of(Entity.ofNode(program.group(1)), text.substring(program.end()))
                        .by(program.group(2))
                : null;
    }
}
