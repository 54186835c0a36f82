package dev.clew.match;

import java.util.List;

/// What shows that a line is of level warning or worse, in the formats logs are written in. At
/// least eight bytes each, so that the scanner can take large steps. Lines of klog show it by their
/// first letter, which is no text to look for.
final class LevelWords {

    static final List<String> ALL =
            List.of(
                    "level=warn",
                    "level=error",
                    "level=fatal",
                    "level=panic",
                    "level=crit",
                    "\"level\":\"warn",
                    "\"level\":\"error",
                    "\"level\":\"fatal",
                    "\"level\":\"panic",
                    "\"level\": \"warn",
                    "\"level\": \"error",
                    "\"severity\":\"warn",
                    "\"severity\":\"error",
                    "severity=error",
                    "[warning]",
                    "[critical]",
                    "[error][",
                    "[error] ",
                    "[fatal] ");

    private LevelWords() {}
}
