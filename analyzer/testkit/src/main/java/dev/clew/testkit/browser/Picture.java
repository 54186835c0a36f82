package dev.clew.testkit.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Takes pictures of pages for the documentation: `ADDRESS FILE WIDTH HEIGHT [dark] [phone] [whole]
/// [until=SCRIPT]`.
public final class Picture {

    private static final int LEAST = 4;

    private Picture() {}

    /// Takes one picture.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < LEAST) {
            throw new IllegalArgumentException(
                    "ADDRESS FILE WIDTH HEIGHT [dark] [phone] [whole] [until=SCRIPT]");
        }
        List<String> flags = List.of(arguments).subList(LEAST, arguments.length);
        try (Browser browser = Browser.start()) {
            Page page = browser.open("data:text/html,");
            page.media(flags.contains("dark"), false);
            page.size(
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    2,
                    flags.contains("phone"));
            page.go(arguments[0]);
            for (String each : flags) {
                if (each.startsWith("until=")) {
                    page.await(each.substring("until=".length()));
                }
            }
            page.picture(Path.of(arguments[1]), flags.contains("whole"));
        }
    }
}
