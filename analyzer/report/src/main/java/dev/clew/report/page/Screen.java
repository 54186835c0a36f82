package dev.clew.report.page;

import dev.clew.packs.article.Sections;
import dev.clew.report.Terminal;
import dev.clew.report.Theme;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Markdown for a terminal.
public final class Screen {

    private final Theme theme;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private Screen(Theme theme, int width) {
        this.theme = theme;
        this.width = width;
    }

    /// The page.
    ///
    /// @param columns of the terminal
    public static String render(String markdown, Theme theme, int columns) {
        Screen screen = new Screen(theme, Math.clamp(columns, 50, 110));
        screen.blocks(Sections.parse(markdown), "");
        return screen.out.toString().replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
    }

    private void blocks(Node parent, String indent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, indent);
        }
    }

    private void block(Node node, String indent) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> {
                words(paragraph, indent, indent);
                if (!(paragraph.getParent() instanceof ListItem)) {
                    line("");
                }
            }
            case FencedCodeBlock code -> code(code.getInfo(), code.getLiteral(), indent);
            case IndentedCodeBlock code -> code("", code.getLiteral(), indent);
            case BulletList list -> list(list, indent, 0);
            case OrderedList list -> list(list, indent, 1);
            case TableBlock table -> table(table, indent);
            case BlockQuote quote -> blocks(quote, indent + "│ ");
            case ThematicBreak rule -> line(indent + "─".repeat(width - indent.length()));
            case HtmlBlock html -> code("", html.getLiteral(), indent);
            default -> blocks(node, indent);
        }
    }

    private void heading(Heading heading) {
        String text = Terminal.safe(Sections.text(heading));
        line("");
        line(
                switch (heading.getLevel()) {
                    case 1 -> theme.strong(text) + "\n" + theme.faint("═".repeat(cells(text)));
                    case 2 -> theme.strong(text) + "\n" + theme.faint("─".repeat(cells(text)));
                    default -> theme.strong(text);
                });
        if (heading.getLevel() <= 2) {
            line("");
        }
    }

    private int cells(String text) {
        return Math.min(width, Flow.cells(text));
    }

    private void code(@org.jspecify.annotations.Nullable String info, String text, String indent) {
        String risk = info != null && info.startsWith("sh ") ? info.substring(3).strip() : "";
        if (!risk.isEmpty()) {
            String mark = "# " + Terminal.safe(risk);
            line(
                    indent
                            + "    "
                            + (risk.equals("read-only") ? theme.faint(mark) : theme.danger(mark)));
        }
        text.lines().forEach(each -> line(indent + "    " + theme.command(Terminal.safe(each))));
        line("");
    }

    private void list(Node list, String indent, int first) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = first == 0 ? "• " : number++ + ". ";
            String inner = indent + " ".repeat(mark.length());
            boolean marked = false;
            for (Node block = item.getFirstChild(); block != null; block = block.getNext()) {
                if (!marked && block instanceof Paragraph paragraph) {
                    words(paragraph, indent + mark, inner);
                } else {
                    block(block, inner);
                }
                marked = true;
            }
        }
        if (!(list.getParent() instanceof ListItem)) {
            line("");
        }
    }

    private void table(TableBlock table, String indent) {
        List<List<Flow>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cellsOf(row));
                }
            }
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], Math.min(width / 3, row.get(i).length()));
            }
        });
        for (List<Flow> row : rows) {
            row(row, widths, indent);
        }
        line("");
    }

    private List<Flow> cellsOf(Node row) {
        List<Flow> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(Flow.of(cell, theme));
            }
        }
        return cells;
    }

    private void row(List<Flow> row, int[] widths, String indent) {
        List<List<String>> columns = new ArrayList<>();
        int left = indent.length();
        int height = 1;
        for (int i = 0; i < row.size(); i++) {
            boolean last = i == row.size() - 1;
            List<String> lines = row.get(i).wrap(last ? Math.max(20, width - left) : widths[i]);
            columns.add(lines);
            height = Math.max(height, lines.size());
            left += widths[i] + 2;
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder(indent);
            for (int i = 0; i < columns.size(); i++) {
                String cell = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                int blank = i == columns.size() - 1 ? 0 : widths[i] + 2 - Flow.cells(cell);
                text.append(cell).append(" ".repeat(Math.max(0, blank)));
            }
            line(text.toString());
        }
    }

    private void words(Node node, String firstIndent, String indent) {
        List<String> lines = Flow.of(node, theme).wrap(width - indent.length());
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? firstIndent : indent) + lines.get(i));
        }
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
