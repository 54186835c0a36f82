package dev.clew.report.html;

import java.util.HashMap;
import java.util.Map;

/// Draws a tree of causes as SVG, from left to right.
final class CausePicture {

    private static final int WIDTH = 252;
    private static final int GAP = 44;
    private static final int GAP_WITH_LABELS = 118;
    private static final int LINE = 17;
    private static final int PADDING = 11;
    private static final int BETWEEN = 14;

    private final Markup out;
    private final Map<CauseNode, Box> boxes = new HashMap<>();
    private int gap = GAP;
    private int width;
    private int height;

    CausePicture(Markup out) {
        this.out = out;
    }

    private record Box(int x, int y, int height) {
        int middle() {
            return y + height / 2;
        }
    }

    /// Draws the tree.
    ///
    /// @param said what the picture shows, for those who do not see it
    /// @param name of the place it is scrolled in
    void write(CauseNode tree, String said, String name) {
        if (labelled(tree)) {
            gap = GAP_WITH_LABELS;
        }
        place(tree, 1, 1);
        out.open(
                "div",
                "class",
                "scroll tree",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                name);
        out.open(
                "svg",
                "role",
                "img",
                "aria-label",
                said,
                "width",
                String.valueOf(width + 2),
                "height",
                String.valueOf(height + 2),
                "viewBox",
                "0 0 " + (width + 2) + " " + (height + 2));
        edges(tree);
        boxes(tree);
        out.close().closeLine();
    }

    private static boolean labelled(CauseNode node) {
        return !node.edge().isEmpty() || node.children().stream().anyMatch(CausePicture::labelled);
    }

    /// Gives a box and all below it their places.
    ///
    /// @return the first free row below
    private int place(CauseNode node, int x, int top) {
        int own = PADDING * 2 + node.lines().size() * LINE - 4;
        int below = top;
        for (CauseNode child : node.children()) {
            below = place(child, x + WIDTH + gap, below);
        }
        int middle =
                node.children().isEmpty()
                        ? top + own / 2
                        : (box(node.children().getFirst()).middle()
                                        + box(node.children().getLast()).middle())
                                / 2;
        int y = Math.max(top, middle - own / 2);
        boxes.put(node, new Box(x, y, own));
        width = Math.max(width, x + WIDTH);
        height = Math.max(height, y + own);
        return Math.max(below, y + own + BETWEEN);
    }

    private Box box(CauseNode node) {
        return boxes.getOrDefault(node, new Box(0, 0, 0));
    }

    private void edges(CauseNode node) {
        Box from = box(node);
        for (CauseNode child : node.children()) {
            Box to = box(child);
            int x1 = from.x() + WIDTH;
            int x2 = to.x();
            int turn = x1 + 18;
            int y1 = from.middle();
            int y2 = to.middle();
            out.open("path", "class", "edge", "d", path(x1, y1, turn, x2, y2)).close();
            if (!child.edge().isEmpty()) {
                out.element(
                        "text",
                        child.edge(),
                        "class",
                        "edge-name",
                        "x",
                        String.valueOf((turn + x2) / 2 + 4),
                        "y",
                        String.valueOf(y2 - 6),
                        "text-anchor",
                        "middle");
            }
            edges(child);
        }
    }

    /// Out to the right, up or down with round corners, and on to the right.
    private static String path(int x1, int y1, int turn, int x2, int y2) {
        int round = Math.min(8, Math.abs(y2 - y1) / 2);
        int way = y2 < y1 ? -1 : 1;
        return round == 0
                ? "M%d %dH%d".formatted(x1, y1, x2)
                : "M%d %dH%dQ%d %d %d %dV%dQ%d %d %d %dH%d"
                        .formatted(
                                x1,
                                y1,
                                turn - round,
                                turn,
                                y1,
                                turn,
                                y1 + way * round,
                                y2 - way * round,
                                turn,
                                y2,
                                turn + round,
                                y2,
                                x2);
    }

    private void boxes(CauseNode node) {
        Box box = box(node);
        out.open("g", "class", "node " + node.style());
        out.open(
                        "rect",
                        "x",
                        String.valueOf(box.x()),
                        "y",
                        String.valueOf(box.y()),
                        "width",
                        String.valueOf(WIDTH),
                        "height",
                        String.valueOf(box.height()),
                        "rx",
                        "7")
                .close();
        out.open(
                        "rect",
                        "class",
                        "stripe",
                        "x",
                        String.valueOf(box.x()),
                        "y",
                        String.valueOf(box.y() + 7),
                        "width",
                        "3",
                        "height",
                        String.valueOf(box.height() - 14))
                .close();
        int y = box.y() + PADDING + 10;
        for (CauseNode.Line line : node.lines()) {
            out.element(
                    "text",
                    line.text(),
                    "class",
                    line.style(),
                    "x",
                    String.valueOf(box.x() + 14),
                    "y",
                    String.valueOf(y));
            y += LINE;
        }
        out.close();
        node.children().forEach(this::boxes);
    }
}
