package dev.clew.report;

import dev.clew.model.Severity;

/// The colours of a terminal, or none.
public enum Theme {
    PLAIN,
    COLOUR;

    public String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;97;41", text);
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
            case INFO -> paint("1;36", text);
        };
    }

    public String strong(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String command(String text) {
        return paint("32", text);
    }

    public String found(String text) {
        return paint("1;33", text);
    }

    public String danger(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
