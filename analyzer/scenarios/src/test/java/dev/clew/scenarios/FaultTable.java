package dev.clew.scenarios;

import java.util.function.Consumer;

/// What can be wrong with a shop, and what is then at fault: the roots stand behind each other,
/// with `|` between those that may stand for each other.
final class FaultTable {

    /// Takes a fault.
    interface Faults {
        void add(String name, String roots, Consumer<Shop> make);
    }

    private FaultTable() {}

    static void fill(Faults faults) {
        StartFaults.fill(faults);
        CrashFaults.fill(faults);
        ServiceFaults.fill(faults);
        PolicyFaults.fill(faults);
        SchedulingFaults.fill(faults);
        ControllerFaults.fill(faults);
        DependencyFaults.fill(faults);
    }
}
