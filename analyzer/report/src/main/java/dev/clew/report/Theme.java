package dev.clew.report;

import dev.clew.model.Severity;

/// The colours of a terminal, or none.
public enum Theme {
    PLAIN,
    COLOUR;

    String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;97;41", text);
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
            case INFO -> paint("1;36", text);
        };
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String command(String text) {
        return paint("32", text);
    }

    String found(String text) {
        return paint("1;33", text);
    }

    String danger(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
