package dev.clew.report.html;

import dev.clew.report.words.Phrases;
import java.util.Locale;

/// Where the report comes from: version, signatures, time, and what names its inputs for good.
final class Footer {

    private static final int MOST = 100;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private final Sheet sheet;

    Footer(Sheet sheet) {
        this.sheet = sheet;
    }

    void write(About about) {
        Markup out = sheet.out();
        Phrases words = sheet.words();
        out.open("footer").open("div", "class", "inner");
        out.open("p").text(words.say("made", about.version(), Sheet.when(about.made())));
        if (!about.pack().isEmpty()) {
            out.text(" · " + words.say("pack") + " ").element("code", about.pack());
        }
        out.close();
        if (about.redacted()) {
            out.element("p", words.say("redacted"));
        }
        if (!about.inputs().isEmpty()) {
            out.open("ul", "class", "inputs", "aria-label", words.say("inputs"));
            about.inputs().stream().limit(MOST).forEach(each -> input(each, words));
            out.close();
            if (about.inputs().size() > MOST) {
                out.element("p", words.say("more", about.inputs().size() - MOST));
            }
        }
        out.element("p", words.say("offline"));
        out.close().closeLine();
    }

    private void input(About.Input input, Phrases words) {
        Markup out = sheet.out();
        out.open("li").element("span", input.name());
        if (input.bytes() >= 0) {
            out.text(" · " + size(input.bytes()));
        }
        out.text(" · " + words.say("input.hash") + " ");
        if (input.sha256() == null) {
            out.text(words.say("input.nohash"));
        } else {
            out.element("code", input.sha256());
        }
        out.close();
    }

    private static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
