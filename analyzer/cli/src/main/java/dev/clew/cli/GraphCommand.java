package dev.clew.cli;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.Ground;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import dev.clew.report.GraphJson;
import dev.clew.report.GraphPicture;
import dev.clew.report.GraphReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "graph",
        header = "Shows the objects of the cluster and what hangs on what.",
        description =
                "Reads the same inputs as analyze. With --about, shows only what trouble of that"
                        + " object may come from; with -n alone, one namespace and what it hangs on.",
        sortOptions = false)
final class GraphCommand implements Callable<Integer> {

    enum Output {
        text,
        dot,
        mermaid,
        json,
        svg
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "File, folder or archive; - for standard input.")
    List<String> paths = List.of();

    @Mixin final ObjectOptions object = new ObjectOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    private final Console console;

    GraphCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        object.about.check();
        Diagnosis diagnosis =
                new Analysis(Packs.book(List.of(), Map.of()), Packs.articles(List.of()))
                        .run(paths, console.in());
        if (diagnosis.inputs().files() == 0) {
            throw new UserError(Exit.NO_INPUT, "nothing could be read");
        }
        ClusterGraph graph = diagnosis.graph();
        String about = object.about.object;
        Ref thing = about == null ? null : Named.find(diagnosis, about, object.namespace);
        List<Link> links = thing == null ? within(graph) : Ground.of(graph, thing);
        PrintWriter out = console.out();
        switch (output) {
            case text -> GraphReport.text(links, out);
            case dot -> GraphReport.dot(links, out);
            case mermaid -> GraphReport.mermaid(links, out);
            case json -> GraphJson.write(graph, links, thing, object.namespace, out);
            case svg -> {
                int left = GraphPicture.write(links, out);
                if (left > 0) {
                    console.err()
                            .println(
                                    "clew: " + left + " edges are not drawn; --about shows a part");
                }
            }
        }
        out.flush();
        return Exit.DONE;
    }

    /// The edges of a namespace, and those that lead into or out of it; all where none is named.
    private List<Link> within(ClusterGraph graph) {
        String namespace = object.namespace;
        if (namespace == null) {
            return graph.links();
        }
        if (graph.objects().stream().noneMatch(each -> namespace.equals(each.ref().namespace()))) {
            throw new UserError(
                    Exit.NO_INPUT, "nothing of namespace " + namespace + " is in the input");
        }
        return graph.links().stream()
                .filter(link ->
                        namespace.equals(link.from().namespace())
                                || namespace.equals(link.to().namespace()))
                .toList();
    }
}
