package dev.clew.cli;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ground;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "graph",
        header = "Shows the objects of the cluster and what hangs on what.",
        description =
                "Reads the same inputs as analyze. With --about, shows only what trouble of that"
                        + " object may come from.",
        sortOptions = false)
final class GraphCommand implements Callable<Integer> {

    enum Output {
        text,
        dot,
        mermaid
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "File, folder or archive; - for standard input.")
    List<String> paths = List.of();

    @Option(
            names = "--about",
            paramLabel = "KIND/NAME",
            description = "Show only what this object hangs on.")
    @Nullable String about;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The namespace of the object that --about names.")
    @Nullable String namespace;

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
    public Integer call() throws InterruptedException {
        Diagnosis diagnosis =
                new Analysis(Packs.book(List.of()), Packs.articles(List.of()))
                        .run(paths, console.in());
        if (diagnosis.inputs().files() == 0) {
            throw new UserError(Exit.NO_INPUT, "nothing could be read");
        }
        ClusterGraph graph = diagnosis.graph();
        List<Link> links = about == null ? graph.links() : Ground.of(graph, named(graph, about));
        PrintWriter out = console.out();
        switch (output) {
            case text -> links.forEach(link -> out.println(line(link)));
            case dot -> {
                out.println("digraph cluster {");
                links.forEach(link ->
                        out.println(
                                "  \"%s\" -> \"%s\" [label=\"%s\"];"
                                        .formatted(
                                                safe(link.from()),
                                                safe(link.to()),
                                                link.type().word())));
                out.println("}");
            }
            case mermaid -> mermaid(links, out);
        }
        return Exit.DONE;
    }

    private static String line(Link link) {
        return link.from() + "  " + link.type().word() + "  " + link.to();
    }

    private static void mermaid(List<Link> links, PrintWriter out) {
        Map<Ref, String> ids = new LinkedHashMap<>();
        out.println("graph LR");
        for (Link link : links) {
            for (Ref ref : List.of(link.from(), link.to())) {
                if (!ids.containsKey(ref)) {
                    ids.put(ref, "n" + ids.size());
                    out.println("  " + ids.get(ref) + "[\"" + safe(ref) + "\"]");
                }
            }
            out.println(
                    "  "
                            + ids.get(link.from())
                            + " -->|"
                            + link.type().word()
                            + "| "
                            + ids.get(link.to()));
        }
    }

    /// Names come from the input: nothing in them may end a quoted text.
    private static String safe(Ref ref) {
        return ref.toString().replaceAll("[\"\\\\<>\\p{Cntrl}]", "?");
    }

    private Ref named(ClusterGraph graph, String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new UserError(Exit.USAGE, "--about takes KIND/NAME, such as Service/web");
        }
        String kind = text.substring(0, slash);
        String name = text.substring(slash + 1);
        return graph.objects().stream()
                .map(ClusterObject::ref)
                .filter(ref ->
                        ref.kind().equalsIgnoreCase(kind)
                                && ref.name().equals(name)
                                && (namespace == null || namespace.equals(ref.namespace())))
                .findFirst()
                .orElseThrow(() -> new UserError(Exit.NO_INPUT, text + " is not in the input"));
    }
}
