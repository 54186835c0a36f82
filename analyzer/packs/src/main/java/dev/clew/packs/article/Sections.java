package dev.clew.packs.article;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/// The parts of an article under its headings of the second level.
///
/// @param title of the heading
/// @param line of the heading in the Markdown, counted from 0
/// @param blocks what stands below it
public record Sections(String title, int line, List<Node> blocks) {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    public Sections {
        blocks = List.copyOf(blocks);
    }

    /// The parsed page.
    public static Node parse(String markdown) {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown);
    }

    /// All sections of a page, in order. What stands before the first heading is left out.
    public static List<Sections> of(String markdown) {
        List<Sections> sections = new ArrayList<>();
        String title = null;
        int line = 0;
        List<Node> blocks = new ArrayList<>();
        for (Node node = parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                if (title != null) {
                    sections.add(new Sections(title, line, blocks));
                }
                title = text(heading);
                line = line(heading);
                blocks = new ArrayList<>();
            } else if (title != null) {
                blocks.add(node);
            }
        }
        if (title != null) {
            sections.add(new Sections(title, line, blocks));
        }
        return sections;
    }

    /// The words of a node, without markup.
    public static String text(Node node) {
        return TextContentRenderer.builder().extensions(EXTENSIONS).build().render(node).strip();
    }

    /// Line of a node in the Markdown, counted from 0.
    static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().getFirst().getLineIndex();
    }
}
