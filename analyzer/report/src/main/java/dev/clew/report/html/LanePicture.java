package dev.clew.report.html;

import dev.clew.diagnose.Milestone;
import dev.clew.report.Ages;
import dev.clew.report.Terminal;
import dev.clew.report.words.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws a time line as SVG. The names of the lanes stand beside it, so that they stay when it is
/// stretched and moved.
final class LanePicture {

    private static final int MOST_LANES = 40;
    private static final int MOST_EVENTS = 600;
    private static final int LANE = 28;
    private static final int AXIS = 26;
    private static final int LONGEST = 160;

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    LanePicture(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    /// Draws events that all have a time, or all only an age.
    void write(List<Milestone> events, boolean ages) {
        if (events.isEmpty()) {
            return;
        }
        List<Lanes.Lane> all = Lanes.of(events.subList(0, Math.min(MOST_EVENTS, events.size())));
        List<Lanes.Lane> lanes = all.subList(0, Math.min(MOST_LANES, all.size()));
        long from = events.stream().mapToLong(LanePicture::second).min().orElse(0);
        long to = ages ? 0 : events.stream().mapToLong(LanePicture::second).max().orElse(0);
        TimeScale scale = new TimeScale(from, to, ages);
        out.open("div", "class", "timeline");
        out.open("div", "class", "tools");
        out.element("span", words.say(ages ? "timeline.ages" : "timeline.times"), "class", "label");
        legend(lanes);
        zoom();
        out.close();
        out.open("div", "class", "lanes").open("div", "class", "names", "aria-hidden", "true");
        for (Lanes.Lane lane : lanes) {
            out.element(
                    "div",
                    lane.name().isEmpty() ? words.say("timeline.cluster") : lane.name(),
                    "class",
                    lane.indented() ? "pod" : "node",
                    "title",
                    lane.name());
        }
        out.close();
        picture(lanes, scale);
        out.close();
        if (all.size() > lanes.size() || events.size() > MOST_EVENTS) {
            int left = events.size() - lanes.stream().mapToInt(each -> each.events().size()).sum();
            out.element("p", words.say("more", left), "class", "quiet");
        }
        out.closeLine();
    }

    private void zoom() {
        out.open("span", "class", "zoom");
        button("−", "timeline.out", "out");
        button("+", "timeline.in", "in");
        out.element("button", words.say("timeline.fit"), "type", "button", "data-zoom", "fit");
        out.close();
    }

    private void button(String sign, String key, String zoom) {
        out.element(
                "button", sign, "type", "button", "data-zoom", zoom, "aria-label", words.say(key));
    }

    private void legend(List<Lanes.Lane> lanes) {
        out.open("span", "class", "legend", "aria-hidden", "true");
        boolean findings =
                lanes.stream()
                        .flatMap(each -> each.events().stream())
                        .anyMatch(each -> each.finding() != null);
        if (findings) {
            key("<circle r=\"5\" class=\"mark error\"/>", words.say("timeline.finding"));
        }
        for (Milestone.Kind kind : Milestone.Kind.values()) {
            boolean shown =
                    lanes.stream()
                            .flatMap(each -> each.events().stream())
                            .anyMatch(each -> each.finding() == null && each.kind() == kind);
            if (shown) {
                key(
                        "<path class=\"mark event\" d=\"" + shape(kind) + "\"/>",
                        words.say("kind." + kind.word()));
            }
        }
        out.close();
    }

    private void key(String shape, String name) {
        out.open("span").open("svg", "viewBox", "-7 -7 14 14", "width", "14", "height", "14");
        out.resource(shape).close().text(name).close();
    }

    private void picture(List<Lanes.Lane> lanes, TimeScale scale) {
        int height = AXIS + lanes.size() * LANE;
        int events = lanes.stream().mapToInt(each -> each.events().size()).sum();
        out.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                words.say("timeline"));
        out.open(
                "svg",
                "role",
                "img",
                "aria-label",
                words.say("timeline.picture", words.count("event", events), lanes.size()),
                "width",
                "100%",
                "height",
                String.valueOf(height),
                "data-scale",
                "1");
        for (int i = 0; i < lanes.size(); i++) {
            out.open(
                            "rect",
                            "class",
                            i % 2 == 0 ? "lane" : "lane odd",
                            "x",
                            "0",
                            "y",
                            String.valueOf(AXIS + i * LANE),
                            "width",
                            "100%",
                            "height",
                            String.valueOf(LANE))
                    .close();
        }
        for (TimeScale.Tick tick : scale.ticks()) {
            tick(tick, height);
        }
        for (int i = 0; i < lanes.size(); i++) {
            lane(lanes.get(i), scale, AXIS + i * LANE + LANE / 2);
        }
        out.close().close();
    }

    private void tick(TimeScale.Tick tick, int height) {
        String x = TimeScale.percent(tick.place());
        out.open("g", "class", "tick l" + tick.level());
        out.open(
                        "line",
                        "x1",
                        x,
                        "x2",
                        x,
                        "y1",
                        String.valueOf(AXIS - 4),
                        "y2",
                        String.valueOf(height))
                .close();
        String label = tick.label().equals("0") ? words.say("timeline.capture") : tick.label();
        out.element("text", label, "x", x, "y", "15", "text-anchor", "middle").close();
    }

    /// First and last sight of a finding are the ends of one bar; all else is a point.
    private void lane(Lanes.Lane lane, TimeScale scale, int y) {
        Map<String, Milestone> last = new HashMap<>();
        lane.events().stream()
                .filter(each -> each.kind() == Milestone.Kind.LAST_SEEN)
                .filter(each -> each.finding() != null)
                .forEach(each -> last.put(String.valueOf(each.finding()), each));
        for (Milestone each : lane.events()) {
            String finding = each.finding();
            if (finding == null) {
                point(each, scale, y);
            } else if (each.kind() == Milestone.Kind.FIRST_SEEN) {
                bar(each, last.remove(finding), finding, scale, y);
            }
        }
        last.forEach((finding, each) -> bar(each, null, finding, scale, y));
    }

    private void bar(Milestone first, @Nullable Milestone last, String id, TimeScale scale, int y) {
        String style = sheet.find(id).map(each -> each.severity().word()).orElse("info");
        double from = scale.place(second(first));
        out.open("g");
        out.element("title", said(first) + (last == null ? "" : " … " + when(last)));
        if (last != null && scale.place(second(last)) > from) {
            out.open(
                            "line",
                            "class",
                            "bar " + style,
                            "x1",
                            TimeScale.percent(from),
                            "x2",
                            TimeScale.percent(scale.place(second(last))),
                            "y1",
                            String.valueOf(y),
                            "y2",
                            String.valueOf(y))
                    .close();
        }
        out.open(
                        "circle",
                        "class",
                        "mark " + style,
                        "cx",
                        TimeScale.percent(from),
                        "cy",
                        String.valueOf(y),
                        "r",
                        "5.5")
                .close();
        out.close();
    }

    private void point(Milestone each, TimeScale scale, int y) {
        out.open(
                "svg",
                "x",
                TimeScale.percent(scale.place(second(each))),
                "y",
                String.valueOf(y),
                "overflow",
                "visible",
                "width",
                "1",
                "height",
                "1");
        out.open("path", "class", "mark event", "d", shape(each.kind()));
        out.element("title", said(each)).close().close();
    }

    private static String shape(Milestone.Kind kind) {
        return switch (kind) {
            case RESTART -> "M0 -6L6 5H-6Z";
            case ROLLOUT -> "M0 -6L6 0L0 6L-6 0Z";
            case CHANGE -> "M-5 -5H5V5H-5Z";
            case NODE -> "M-3 -6H3L6 0L3 6H-3L-6 0Z";
            case FIRST_SEEN, LAST_SEEN -> "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z";
        };
    }

    private String said(Milestone each) {
        return when(each)
                + " "
                + words.say("kind." + each.kind().word())
                + words.say("colon")
                + Terminal.cut(each.text(), LONGEST)
                + (each.subject() == null ? "" : " · " + Sheet.name(each.subject()));
    }

    private String when(Milestone each) {
        if (each.time() != null) {
            return Sheet.when(each.time());
        }
        return each.age() == null ? "" : words.say("before", Ages.words(each.age()));
    }

    private static long second(Milestone each) {
        if (each.time() != null) {
            return each.time().getEpochSecond();
        }
        return each.age() == null ? 0 : -each.age().toSeconds();
    }
}
