package dev.clew.report;

import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws edges of a cluster's graph as SVG: things in columns, each right of what leads to it.
public final class GraphPicture {

    /// More edges than that can't be told apart.
    private static final int MOST_LINKS = 400;

    private static final int LONGEST_NAME = 38;
    private static final int WIDTH = 270;
    private static final int HEIGHT = 34;
    private static final int COLUMN = 400;
    private static final int ROW = 52;
    private static final int MARGIN = 20;

    private final List<Link> links;
    private final Map<Ref, Box> boxes = new LinkedHashMap<>();

    private record Box(int x, int y) {}

    private GraphPicture(List<Link> links) {
        this.links = links;
        Map<Ref, Integer> columns = columns();
        Map<Integer, Integer> rows = new HashMap<>();
        columns.forEach((ref, column) -> {
            int row = rows.merge(column, 1, Integer::sum) - 1;
            boxes.put(ref, new Box(MARGIN + column * COLUMN, MARGIN + row * ROW));
        });
    }

    /// Writes the picture.
    ///
    /// @return how many edges were too many to be drawn
    public static int write(List<Link> links, PrintWriter out) {
        List<Link> drawn = links.subList(0, Math.min(links.size(), MOST_LINKS));
        new GraphPicture(drawn).write(out);
        return links.size() - drawn.size();
    }

    /// The column of each thing: one more than the nearest thing that leads to it.
    private Map<Ref, Integer> columns() {
        Map<Ref, List<Ref>> next = new LinkedHashMap<>();
        Map<Ref, Integer> leading = new HashMap<>();
        for (Link link : links) {
            next.computeIfAbsent(link.from(), any -> new ArrayList<>()).add(link.to());
            next.computeIfAbsent(link.to(), any -> new ArrayList<>());
            leading.merge(link.to(), 1, Integer::sum);
        }
        Map<Ref, Integer> columns = new LinkedHashMap<>();
        for (Ref ref : next.keySet()) {
            if (!leading.containsKey(ref)) {
                spread(ref, next, columns);
            }
        }
        for (Ref ref : next.keySet()) {
            spread(ref, next, columns);
        }
        return columns;
    }

    private static void spread(Ref start, Map<Ref, List<Ref>> next, Map<Ref, Integer> columns) {
        if (columns.putIfAbsent(start, 0) != null) {
            return;
        }
        Deque<Ref> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Ref at = open.remove();
            int column = columns.getOrDefault(at, 0) + 1;
            for (Ref to : next.getOrDefault(at, List.of())) {
                if (columns.putIfAbsent(to, column) == null) {
                    open.add(to);
                }
            }
        }
    }

    private void write(PrintWriter out) {
        int width = 0;
        int height = 0;
        for (Box box : boxes.values()) {
            width = Math.max(width, box.x() + WIDTH + MARGIN);
            height = Math.max(height, box.y() + HEIGHT + MARGIN);
        }
        out.println(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">"
                        .formatted(width, height, width, height));
        out.println(
                "<title>Objects of the cluster</title><defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#667\"/></marker></defs>");
        out.println("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        links.forEach(link -> edge(link, out));
        boxes.forEach((ref, box) -> box(ref, box, out));
        out.println("</svg>");
    }

    private void edge(Link link, PrintWriter out) {
        Box from = boxes.getOrDefault(link.from(), new Box(0, 0));
        Box to = boxes.getOrDefault(link.to(), new Box(0, 0));
        boolean right = to.x() > from.x();
        int x1 = right ? from.x() + WIDTH : from.x();
        int x2 = right || to.x() == from.x() ? to.x() : to.x() + WIDTH;
        int y1 = from.y() + HEIGHT / 2;
        int y2 = to.y() + HEIGHT / 2;
        out.println(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#99a\" marker-end=\"url(#end)\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#556\">%s</text>"
                        .formatted(
                                x1,
                                y1,
                                x2,
                                y2,
                                (x1 + x2) / 2,
                                (y1 + y2) / 2 - 3,
                                link.type().word()));
    }

    private static void box(Ref ref, Box box, PrintWriter out) {
        String namespace = ref.namespace();
        String name = (namespace == null ? "" : namespace + "/") + ref.name();
        out.println(
                "<g><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"#eef2fb\" stroke=\"#456\"/><text x=\"%d\" y=\"%d\" fill=\"#456\">%s</text><text x=\"%d\" y=\"%d\" fill=\"#112\" font-weight=\"bold\">%s</text></g>"
                        .formatted(
                                safe(ref.toString()),
                                box.x(),
                                box.y(),
                                WIDTH,
                                HEIGHT,
                                box.x() + 8,
                                box.y() + 14,
                                safe(Terminal.cut(ref.kind(), LONGEST_NAME)),
                                box.x() + 8,
                                box.y() + 28,
                                safe(Terminal.cut(name, LONGEST_NAME))));
    }

    /// Text as XML takes it: names come from the input.
    private static String safe(String text) {
        return text.replaceAll("[^\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
