package dev.clew.report;

import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes edges of a cluster's graph as lines, or in the languages of programs that draw.
public final class GraphReport {

    private GraphReport() {}

    /// One edge a line: `Deployment shop/web owns ReplicaSet shop/web-7d4b9c6f5d`.
    public static void text(List<Link> links, PrintWriter out) {
        for (Link link : links) {
            out.println(Terminal.safe(link.from() + "  " + link.type().word() + "  " + link.to()));
        }
    }

    /// For Graphviz.
    public static void dot(List<Link> links, PrintWriter out) {
        out.println("digraph cluster {");
        for (Link link : links) {
            out.println(
                    "  \"%s\" -> \"%s\" [label=\"%s\"];"
                            .formatted(safe(link.from()), safe(link.to()), link.type().word()));
        }
        out.println("}");
    }

    /// For Mermaid.
    public static void mermaid(List<Link> links, PrintWriter out) {
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
}
