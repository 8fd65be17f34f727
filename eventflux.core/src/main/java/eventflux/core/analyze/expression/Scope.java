package eventflux.core.analyze.expression;

import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may name: the columns of the input, in a having clause also the columns of the output, which come first,
 * and whether it may aggregate. Immutable, but for the aggregates that it collects.
 */
public final class Scope {

    private final StreamColumns input;
    private final Optional<String> alias;
    private final Map<String, Expr> outputs;
    private final Optional<Aggregates> aggregates;
    private final AnalysisError aggregateRefusal;

    private Scope(
            StreamColumns input,
            Optional<String> alias,
            Map<String, Expr> outputs,
            Optional<Aggregates> aggregates,
            AnalysisError aggregateRefusal) {
        this.input = input;
        this.alias = alias;
        this.outputs = outputs;
        this.aggregates = aggregates;
        this.aggregateRefusal = aggregateRefusal;
    }

    /** The columns of one input, under its name and, when it has one, its alias. */
    public static Scope of(StreamColumns input, Optional<String> alias) {
        return new Scope(input, alias, Map.of(), Optional.empty(), AnalysisError.AGGREGATE_NOT_ALLOWED);
    }

    /** The same with aggregates, which are added to {@code collected}. */
    public Scope withAggregates(Aggregates collected) {
        return new Scope(input, alias, outputs, Optional.of(collected), aggregateRefusal);
    }

    /** The same with the columns of the output. */
    public Scope withOutputs(Map<String, Expr> columns) {
        return new Scope(input, alias, columns, aggregates, aggregateRefusal);
    }

    /** For the arguments of an aggregator: the input alone. */
    Scope insideAggregate() {
        return new Scope(input, alias, Map.of(), Optional.empty(), AnalysisError.NESTED_AGGREGATE);
    }

    /** Where aggregates are collected; empty where they may not stand. */
    Optional<Aggregates> aggregates() {
        return aggregates;
    }

    /** What is wrong with an aggregate where none may stand. */
    AnalysisError aggregateRefusal() {
        return aggregateRefusal;
    }

    /** The input. */
    public StreamColumns input() {
        return input;
    }

    /** Whether the input has a column of that name. */
    public boolean hasColumn(String name) {
        return input.schema().indexOf(name) >= 0;
    }

    /** Whether a qualifier means the input. */
    public boolean isInput(StreamName qualifier) {
        String name = qualifier.qualified();
        return name.equals(input.name()) || alias.filter(name::equals).isPresent();
    }

    /** A column by the name that the author wrote, or a problem. */
    Expr column(ColumnReference reference, ProblemLog problems) {
        String name = reference.column().text();
        if (reference.qualifier().isPresent()) {
            StreamName qualifier = reference.qualifier().get();
            if (!isInput(qualifier)) {
                reportQualifier(qualifier, problems);
                return Unresolved.EXPR;
            }
        } else if (outputs.containsKey(name)) {
            return outputs.get(name);
        }
        return inputColumn(name, reference, problems);
    }

    /** A column of the input by its name alone. */
    Optional<Expr> column(String name) {
        int index = input.schema().indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(column(index));
    }

    /** A column of the input by its place. */
    public Expr column(int index) {
        Column column = input.schema().column(index);
        return input.isUnresolved(column.name())
                ? Unresolved.EXPR
                : new Expr.ColumnRef(0, index, column.type(), column.name());
    }

    private Expr inputColumn(String name, ColumnReference reference, ProblemLog problems) {
        Optional<Expr> column = column(name);
        if (column.isEmpty() && input.isKnown()) {
            List<String> names = new ArrayList<>(input.schema().names());
            names.addAll(outputs.keySet());
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", input.name(), "column", name),
                    reference.column().position(),
                    name,
                    names);
        }
        return column.orElse(Unresolved.EXPR);
    }

    private void reportQualifier(StreamName qualifier, ProblemLog problems) {
        List<String> names = new ArrayList<>(List.of(input.name()));
        alias.ifPresent(names::add);
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_QUALIFIER, "name", qualifier.qualified()),
                qualifier.position(),
                qualifier.qualified(),
                names);
    }
}
