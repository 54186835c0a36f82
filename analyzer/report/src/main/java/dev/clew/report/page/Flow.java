package dev.clew.report.page;

import dev.clew.report.Terminal;
import dev.clew.report.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Running text with its styles, to be broken into lines.
final class Flow {

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern PAGE = Pattern.compile("^(?:.*/)?([a-z0-9-]+)\\.md(?:#.*)?$");

    private final Theme theme;
    private final List<Piece> pieces = new ArrayList<>();

    private Flow(Theme theme) {
        this.theme = theme;
    }

    private record Piece(String text, UnaryOperator<String> style) {}

    static Flow of(Node parent, Theme theme) {
        Flow flow = new Flow(theme);
        flow.children(parent, text -> text);
        return flow;
    }

    /// Columns a text takes on a terminal: Chinese characters take two, escapes none.
    static int cells(String text) {
        return ESCAPE.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(c -> c >= 0x2e80 && c <= 0xffdc ? 2 : 1)
                .sum();
    }

    /// The article that a link inside the knowledge base leads to, or empty for other links.
    static String article(String destination) {
        Matcher page = PAGE.matcher(destination);
        return !destination.contains("://") && page.matches() ? page.group(1) : "";
    }

    int length() {
        return pieces.stream().mapToInt(piece -> cells(piece.text())).sum();
    }

    private void children(Node parent, UnaryOperator<String> style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, style);
        }
    }

    private void add(Node node, UnaryOperator<String> style) {
        switch (node) {
            case Text text -> piece(text.getLiteral(), style);
            case Code code ->
                    piece(
                            theme == Theme.PLAIN
                                    ? "`" + code.getLiteral() + "`"
                                    : code.getLiteral(),
                            theme::command);
            case SoftLineBreak soft -> piece(" ", style);
            case HardLineBreak hard -> piece("\n", text -> text);
            case StrongEmphasis strong -> children(strong, theme::strong);
            case Emphasis emphasis -> children(emphasis, theme::strong);
            case HtmlInline html -> piece(html.getLiteral(), style);
            case Link link -> {
                children(link, style);
                String article = article(link.getDestination());
                piece(
                        article.isEmpty()
                                ? " (" + link.getDestination() + ")"
                                : " (clew explain " + article + ")",
                        theme::faint);
            }
            default -> children(node, style);
        }
    }

    private void piece(String text, UnaryOperator<String> style) {
        pieces.add(new Piece(text.equals("\n") ? text : Terminal.safe(text), style));
    }

    /// The text in lines of at most that many columns where words allow it.
    List<String> wrap(int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (Piece piece : pieces) {
            for (String word : piece.text().split("(?<=[ \n])|(?=[ \n])|(?<=\\p{IsHan})")) {
                boolean end = word.equals("\n");
                if (end || (used > 0 && used + cells(word.stripTrailing()) > width)) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    used = 0;
                }
                if (!end && !(used == 0 && word.isBlank())) {
                    line.append(word.isBlank() ? word : piece.style().apply(word));
                    used += cells(word);
                }
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
