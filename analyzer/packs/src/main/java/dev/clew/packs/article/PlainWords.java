package dev.clew.packs.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words of a part of an article as a person would type them into a chat: code in backticks,
/// the id of a page in place of a link to it.
final class PlainWords extends AbstractVisitor {

    private static final Pattern PAGE = Pattern.compile("^(?:.*/)?([a-z0-9-]+)\\.md(?:#.*)?$");

    private final StringBuilder out = new StringBuilder();

    private PlainWords() {}

    /// The words, with line ends as they are written.
    static String of(Node node) {
        PlainWords words = new PlainWords();
        node.accept(words);
        return words.out.toString().strip();
    }

    /// The words on one line.
    static String onOneLine(Node node) {
        return of(node).replaceAll("\\s*\n\\s*", " ");
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append('`').append(code.getLiteral()).append('`');
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(html.getLiteral()); // a placeholder
    }

    @Override
    public void visit(SoftLineBreak end) {
        out.append('\n');
    }

    @Override
    public void visit(HardLineBreak end) {
        out.append('\n');
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        Matcher page = PAGE.matcher(link.getDestination());
        if (!link.getDestination().contains("://") && page.matches()) {
            out.append(" (clew explain ").append(page.group(1)).append(')');
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        out.append('\n');
    }

    @Override
    public void visit(ListItem item) {
        if (item.getParent() instanceof BulletList) {
            out.append("- ");
        }
        visitChildren(item);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        out.append(code.getLiteral());
    }
}
