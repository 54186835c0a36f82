package dev.clew.graph.checks;

import dev.clew.graph.ClusterGraph;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import java.util.List;

/// All checks of the state of objects.
public final class StateChecks {

    private static final List<StateCheck> ALL =
            List.of(
                    new ServiceChecks(),
                    new PortChecks(),
                    new UseChecks(),
                    new ClaimChecks(),
                    new ScalerChecks(),
                    new BudgetChecks(),
                    new ProbeChecks(),
                    new SchedulingChecks(),
                    new InitChecks(),
                    new DnsChecks(),
                    new PolicyChecks(),
                    new RouteChecks(),
                    new ControlChecks(),
                    new TerminatingChecks(),
                    new MeshChecks(),
                    new ConditionChecks(),
                    new JobChecks());

    private StateChecks() {}

    /// What is wrong, as records of the kind `state`.
    ///
    /// @param log takes down what was not told
    public static List<LogRecord> of(ClusterGraph graph, LimitLog log) {
        if (graph.isEmpty()) {
            return List.of();
        }
        States states = new States(graph, log);
        for (StateCheck check : ALL) {
            check.check(graph, states);
        }
        return states.records();
    }
}
