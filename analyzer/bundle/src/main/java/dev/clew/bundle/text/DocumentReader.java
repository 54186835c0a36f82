package dev.clew.bundle.text;

import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import java.util.List;

/// Reads pages made for people, and whatever else is pasted between them: `kubectl describe` and
/// `get`, `cilium status`, helm, shell prompts, logs, JSON and YAML, in any order.
public final class DocumentReader {

    private final DescribeShape describe = new DescribeShape();
    private final Shape embedded = new EmbeddedShape();
    private final Shape log = new LogShape();
    private final Shape paragraph = new ParagraphShape();
    private final List<Shape> longLines = List.of(embedded, log, paragraph);
    private final List<Shape> shapes =
            List.of(
                    new CommandShape(),
                    new CsvShape(),
                    new JournalShape(),
                    new TelemetryShape(),
                    new HeadingShape(),
                    embedded,
                    new FlowShape(),
                    new EventShape(),
                    new TableShape(),
                    describe,
                    new StatusShape(),
                    log,
                    paragraph);

    private DocumentReader() {}

    /// Hands on the records of a page, in order.
    ///
    /// @param firstLine number of the page's first line in its source
    public static void read(Source source, String text, long firstLine, RecordSink sink) {
        new DocumentReader().read(new Page(Lines.of(text, firstLine)), new Context(source, sink));
    }

    /// Whether the first line of a text says that its lines can't be read one by one, though each
    /// may look like a line of a log: the names of columns, the name of the first of several files,
    /// the head of an entry of the journal.
    public static boolean beginsPage(String first) {
        return first.startsWith("==> ") || CsvShape.isHead(first) || JournalShape.isHead(first);
    }

    private void read(Page page, Context context) {
        while (page.hasNext()) {
            if (page.peek().isBlank()) {
                page.take();
            } else {
                takeNext(page, context);
            }
        }
        describe.finish(context);
    }

    private void takeNext(Page page, Context context) {
        for (Shape shape : page.peek().isLong() ? longLines : shapes) {
            if (shape.take(page, context)) {
                return;
            }
        }
        throw new IllegalStateException("no shape takes line " + page.peek().number());
    }
}
