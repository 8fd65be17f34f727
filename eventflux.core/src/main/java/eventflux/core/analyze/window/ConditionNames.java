package eventflux.core.analyze.window;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.WindowCondition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a condition over the rows of a window may name: columns of the row at hand, and of the first and the last row. */
final class ConditionNames implements InputNames {

    private static final String FIRST = "first";
    private static final String LAST = "last";

    private final SingleInput row;
    private final SingleInput first;
    private final SingleInput last;

    ConditionNames(SingleInput input) {
        row = new SingleInput(input.columns(), input.alias(), WindowCondition.ROW);
        first = new SingleInput(input.columns(), Optional.of(FIRST), WindowCondition.FIRST);
        last = new SingleInput(input.columns(), Optional.of(LAST), WindowCondition.LAST);
    }

    private SingleInput of(Optional<StreamName> qualifier) {
        String name = qualifier.map(StreamName::qualified).orElse("");
        if (name.equals(FIRST)) {
            return first;
        }
        return name.equals(LAST) ? last : row;
    }

    @Override
    public Optional<Expr> column(String name) {
        return row.column(name);
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        return of(reference.qualifier()).column(reference, outputs, problems);
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return of(Optional.of(qualifier)).isQualifier(qualifier);
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return of(qualifier).all(qualifier);
    }

    @Override
    public Optional<Expr> timeOf(Expression event) {
        return first.timeOf(event).or(() -> last.timeOf(event)).or(() -> row.timeOf(event));
    }

    @Override
    public boolean isKnown() {
        return row.isKnown();
    }
}
