package dev.clew.graph;

import java.util.Locale;

/// What one thing is to another: `from` owns, runs on, selects … `to`.
///
/// @param from where it starts
/// @param to where it ends
/// @param type what it is
public record Link(Ref from, Ref to, Type type) {

    /// The kinds of edges.
    public enum Type {
        /// A controller owns what it made.
        OWNS(Flow.BOTH),
        /// A pod runs on a node.
        RUNS_ON(Flow.BACK),
        /// A Service or policy selects pods.
        SELECTS(Flow.BACK),
        /// An Ingress or route leads to a Service.
        ROUTES_TO(Flow.BACK),
        /// A pod mounts a claim, Secret or ConfigMap.
        MOUNTS(Flow.BACK),
        /// A container reads a Secret or ConfigMap.
        READS_ENV(Flow.BACK),
        /// A pod runs as a ServiceAccount, a binding gives one a role.
        USES_ACCOUNT(Flow.BACK),
        /// An autoscaler scales a workload.
        SCALES(Flow.FORTH),
        /// A quota, limit range or disruption budget bounds what pods may do.
        GUARDS(Flow.FORTH),
        /// A webhook decides whether objects may be.
        ADMITS(Flow.FORTH),
        /// A class, volume or driver provides what asks for it.
        PROVIDES(Flow.FORTH),
        /// A binding or role allows an account something.
        ALLOWS(Flow.FORTH),
        /// A policy denies pods some traffic.
        DENIES(Flow.FORTH),
        /// A program calls a Service or address.
        TALKS_TO(Flow.BACK),
        /// Some other field names it.
        REFERS_TO(Flow.BACK);

        private final Flow flow;

        Type(Flow flow) {
            this.flow = flow;
        }

        /// The word used in reports, e.g. `runs-on`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether trouble at the start of such an edge is felt at its end.
        public boolean forth() {
            return flow != Flow.BACK;
        }

        /// Whether trouble at the end of such an edge is felt at its start.
        public boolean back() {
            return flow != Flow.FORTH;
        }
    }

    private enum Flow {
        FORTH,
        BACK,
        BOTH
    }
}
