package dev.clew.fleet;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/// Lets questions through, and nothing that writes, starts programs or calls what it likes.
final class QueryGuard {

    private static final List<String> ASKING = List.of("describe", "desc", "show", "explain");

    private QueryGuard() {}

    /// The answer to come of a question.
    ///
    /// @throws FleetError if it is no question
    /// @throws AnalysisException if it is no SQL, or names what is not there
    static Dataset<Row> ask(SparkSession spark, String sql) throws AnalysisException {
        String first = sql.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
        org.apache.spark.sql.classic.SparkSession session =
                (org.apache.spark.sql.classic.SparkSession) spark;
        if (!ASKING.contains(first) && !asks(session.sessionState().sqlParser().parsePlan(sql))) {
            throw refused();
        }
        Dataset<Row> answer = spark.sql(sql);
        LogicalPlan plan =
                ((org.apache.spark.sql.classic.Dataset<Row>) answer).queryExecution().analyzed();
        if (calls(plan)) {
            throw refused();
        }
        return answer;
    }

    private static FleetError refused() {
        return new FleetError(
                FleetError.USAGE, "a query only asks: SELECT, WITH, DESCRIBE or SHOW");
    }

    private static boolean asks(LogicalPlan plan) {
        if (plan instanceof Command
                || plan instanceof ParsedStatement
                || plan instanceof ScriptTransformation) {
            return false;
        }
        return parts(plan.children()).allMatch(QueryGuard::asks)
                && parts(plan.innerChildren())
                        .allMatch(each -> !(each instanceof LogicalPlan inner) || asks(inner));
    }

    /// Whether it calls methods of the JVM.
    private static boolean calls(QueryPlan<?> plan) {
        return parts(plan.expressions()).anyMatch(QueryGuard::callsIn)
                || parts(plan.children()).anyMatch(QueryGuard::calls)
                || parts(plan.innerChildren()).anyMatch(QueryGuard::calls);
    }

    private static boolean callsIn(Expression expression) {
        return expression instanceof CallMethodViaReflection
                || expression instanceof SubqueryExpression subquery && calls(subquery.plan())
                || parts(expression.children()).anyMatch(QueryGuard::callsIn);
    }

    private static <T> java.util.stream.Stream<T> parts(Seq<T> seq) {
        return CollectionConverters.asJava(seq).stream();
    }
}
