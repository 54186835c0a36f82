package dev.clew.bundle.log;

import org.jspecify.annotations.Nullable;

/// ` host kubelet[123]: ` as syslog and the journal print it after a stamp, with or without the
/// host.
///
/// @param host null where there is none
/// @param name the program, which may be a path
/// @param numbered whether its process number stands there
/// @param end where its words begin
record ProgramTag(@Nullable String host, String name, boolean numbered, int end) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;

    /// The tag that begins there, or null.
    static @Nullable ProgramTag at(String text, int from) {
        int hostStart = from;
        while (hostStart < text.length() && Scan.isSpace(text.charAt(hostStart))) {
            hostStart++;
        }
        int hostEnd = Scan.words(text, hostStart, ".-");
        if (hostEnd > hostStart && Scan.isAt(text, hostEnd, ' ')) {
            ProgramTag tag = program(text, hostEnd + 1, hostStart, hostEnd);
            if (tag != null) {
                return tag;
            }
        }
        return Scan.isAt(text, from, ' ') ? program(text, from + 1, from, from) : null;
    }

    private static @Nullable ProgramTag program(
            String text, int start, int hostStart, int hostEnd) {
        int end = Scan.words(text, start, "./@+-");
        if (end - start < SHORTEST || end - start > LONGEST) {
            return null;
        }
        int at = end;
        if (Scan.isAt(text, at, '[')) {
            at = Scan.digits(text, end + 1);
            if (at == end + 1 || !Scan.isAt(text, at, ']')) {
                return null;
            }
            at++;
        }
        if (!Scan.isAt(text, at, ':')) {
            return null;
        }
        return new ProgramTag(
                hostEnd > hostStart ? text.substring(hostStart, hostEnd) : null,
                text.substring(start, end),
                at > end,
                Scan.afterSpace(text, at + 1));
    }

    /// The program without its folder.
    private String program() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// Whether packs know the program.
    boolean isKnown() {
        return !Components.of(program()).isEmpty();
    }

    /// Leaves in the line what the tag tells, and goes on behind it.
    void tell(LogLine line, String text) {
        line.host = host != null ? host : line.host;
        String program = program();
        line.fields.putIfAbsent("program", program);
        String component = Components.of(program);
        line.component = component.isEmpty() ? line.component : component;
        line.goOn(text, end);
        line.passed(LogLine.Layer.SYSLOG);
    }
}
