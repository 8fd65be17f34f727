package eventflux.core.analyze.query;

import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.query.SelectionAnalyzer.SelectedColumn;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a union: those of its first branch, each in the narrowest type that the values of all branches fit. */
final class UnionColumns {

    private UnionColumns() {}

    /** The first branch's columns; one that has no type in common with the others stays, and the others are measured by it. */
    static List<SelectedColumn> widened(List<SelectedColumn> first, List<List<SelectedColumn>> others) {
        List<List<SelectedColumn>> alike =
                others.stream().filter(other -> other.size() == first.size()).toList();
        List<SelectedColumn> columns = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            List<Expr> values = Stream.concat(Stream.of(first), alike.stream())
                    .map(branch -> branch.get(place).value())
                    .toList();
            columns.add(widened(first.get(i), values));
        }
        return columns;
    }

    private static SelectedColumn widened(SelectedColumn column, List<Expr> values) {
        if (values.stream().anyMatch(Unresolved::is)) {
            return column;
        }
        return Widening.common(values)
                .map(type -> new SelectedColumn(
                        column.name(), Widening.to(column.value(), type), column.isAggregate(), column.position()))
                .orElse(column);
    }
}
