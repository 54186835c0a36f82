package dev.clew.cli;

import dev.clew.match.Costs;
import dev.clew.match.RuleBook;
import java.util.Locale;

/// What each signature cost in a run, as a table.
final class CostTable {

    private CostTable() {}

    static String render(Costs costs, RuleBook book) {
        StringBuilder table = new StringBuilder();
        table.append(String.format("%10s %12s %10s  %s%n", "time ms", "candidates", "hits", "id"));
        for (Costs.Cost cost : costs.list()) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%10.1f %12d %10d  %s%n",
                            cost.nanos() / 1e6,
                            cost.candidates(),
                            cost.hits(),
                            book.rule(cost.ordinal()).rule().id()));
        }
        return table.toString();
    }
}
