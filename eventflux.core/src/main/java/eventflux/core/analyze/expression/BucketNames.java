package eventflux.core.analyze.expression;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How the columns of an aggregation call what it reads: a key of the groups is the key, any other column its value in the latest
 * row. Inside of aggregators they are the columns of the row.
 *
 * @param rows the columns of the rows
 * @param keys those that are keys, in their order
 * @param aggregates collects the latest values
 */
public record BucketNames(SingleInput rows, List<Expr> keys, Aggregates aggregates) implements InputNames {

    /** Copies the list. */
    public BucketNames {
        keys = List.copyOf(keys);
    }

    @Override
    public Optional<Expr> column(String name) {
        return rows.column(name).map(this::inBucket);
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        return inBucket(rows.column(reference, outputs, problems));
    }

    private Expr inBucket(Expr value) {
        if (!(value instanceof Expr.ColumnRef column)) {
            return value;
        }
        int key = keys.indexOf(column);
        return key >= 0
                ? new Expr.ColumnRef(0, key, column.type(), column.name())
                : aggregates.use(ResolvedAggregation.latest(column));
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return rows.isQualifier(qualifier);
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return rows.all(qualifier).stream()
                .map(column -> new NamedColumn(column.name(), inBucket(column.value())))
                .toList();
    }

    @Override
    public boolean isKnown() {
        return rows.isKnown();
    }

    @Override
    public InputNames insideAggregate() {
        return rows;
    }
}
