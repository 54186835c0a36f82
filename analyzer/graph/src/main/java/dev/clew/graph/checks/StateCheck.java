package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;

/// Looks for one kind of trouble in the state of objects.
interface StateCheck {

    /// Hands on what it finds; each in time linear in the objects and edges.
    void check(ClusterGraph graph, States states);
}
