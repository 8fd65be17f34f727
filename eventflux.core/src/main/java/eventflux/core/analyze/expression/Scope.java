package eventflux.core.analyze.expression;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may name: the columns of the input, in a having clause also the columns of the output, which come first,
 * and whether it may aggregate. Immutable, but for the aggregates that it collects.
 */
public final class Scope {

    private final InputNames names;
    private final Map<String, Expr> outputs;
    private final Optional<Aggregates> aggregates;
    private final AnalysisError aggregateRefusal;

    private Scope(
            InputNames names,
            Map<String, Expr> outputs,
            Optional<Aggregates> aggregates,
            AnalysisError aggregateRefusal) {
        this.names = names;
        this.outputs = outputs;
        this.aggregates = aggregates;
        this.aggregateRefusal = aggregateRefusal;
    }

    /** The columns of what a query reads. */
    public static Scope of(InputNames names) {
        return new Scope(names, Map.of(), Optional.empty(), AnalysisError.AGGREGATE_NOT_ALLOWED);
    }

    /** The columns of one input, under its name and, when it has one, its alias. */
    public static Scope of(StreamColumns input, Optional<String> alias) {
        return of(new SingleInput(input, alias, 0));
    }

    /** The same with aggregates, which are added to {@code collected}. */
    public Scope withAggregates(Aggregates collected) {
        return new Scope(names, outputs, Optional.of(collected), aggregateRefusal);
    }

    /** The same with the columns of the output. */
    public Scope withOutputs(Map<String, Expr> columns) {
        return new Scope(names, columns, aggregates, aggregateRefusal);
    }

    /** For the arguments of an aggregator: the input alone. */
    Scope insideAggregate() {
        return new Scope(names.insideAggregate(), Map.of(), Optional.empty(), AnalysisError.NESTED_AGGREGATE);
    }

    /** For a condition on the rows of a table: the names, and what of the output needs no aggregates. */
    Scope insideTable(TableNames both) {
        Map<String, Expr> plain = new LinkedHashMap<>(outputs);
        plain.values().removeIf(Scope::aggregates);
        return new Scope(both, plain, Optional.empty(), AnalysisError.AGGREGATE_NOT_ALLOWED);
    }

    private static boolean aggregates(Expr value) {
        return value instanceof Expr.AggregateRef || value.children().stream().anyMatch(Scope::aggregates);
    }

    /** Where aggregates are collected; empty where they may not stand. */
    Optional<Aggregates> aggregates() {
        return aggregates;
    }

    /** What is wrong with an aggregate where none may stand. */
    AnalysisError aggregateRefusal() {
        return aggregateRefusal;
    }

    /** What the query reads. */
    public InputNames names() {
        return names;
    }

    /** Whether the input has a column of that name. */
    public boolean hasColumn(String name) {
        return names.column(name).isPresent();
    }

    /** Whether a qualifier means the input or a part of it. */
    public boolean isInput(StreamName qualifier) {
        return names.isQualifier(qualifier);
    }

    /** A column by the name that the author wrote, or a problem. */
    Expr column(ColumnReference reference, ProblemLog problems) {
        String name = reference.column().text();
        if (reference.qualifier().isEmpty() && outputs.containsKey(name)) {
            return outputs.get(name);
        }
        return names.column(reference, outputs.keySet(), problems);
    }

    /** Whether a name alone means a column, of the output or of the input. */
    public boolean isColumn(String name) {
        return outputs.containsKey(name) || names.isColumn(name);
    }
}
