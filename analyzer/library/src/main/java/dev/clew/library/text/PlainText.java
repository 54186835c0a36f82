package dev.clew.library.text;

import dev.clew.packs.article.Sections;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// The words of an article without markup.
public final class PlainText {

    private PlainText() {}

    /// All words of a Markdown text, a line for each block.
    public static String of(String markdown) {
        StringBuilder plain = new StringBuilder();
        for (Node node = Sections.parse(markdown).getFirstChild();
                node != null;
                node = node.getNext()) {
            plain.append(Sections.text(node)).append('\n');
        }
        return plain.toString();
    }

    /// What programs print, as a section quotes it: its code, inside lines and in blocks.
    public static List<String> quoted(String markdown, String section) {
        List<String> quoted = new ArrayList<>();
        for (Sections each : Sections.of(markdown)) {
            if (each.title().equals(section)) {
                each.blocks()
                        .forEach(block ->
                                block.accept(
                                        new AbstractVisitor() {
                                            @Override
                                            public void visit(Code code) {
                                                quoted.add(code.getLiteral());
                                            }

                                            @Override
                                            public void visit(FencedCodeBlock code) {
                                                quoted.add(code.getLiteral().strip());
                                            }
                                        }));
            }
        }
        return quoted;
    }
}
