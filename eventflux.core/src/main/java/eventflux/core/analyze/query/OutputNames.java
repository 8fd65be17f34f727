package eventflux.core.analyze.query;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.query.SelectionAnalyzer.SelectedColumn;
import eventflux.core.resolved.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a query's output, as what it does to a table names them: by their names, or as the columns of the input that
 * they are.
 *
 * @param selected the columns
 * @param input the names of what the query reads
 */
public record OutputNames(List<SelectedColumn> selected, InputNames input) implements InputNames {

    @Override
    public Optional<Expr> column(String name) {
        return IntStream.range(0, selected.size())
                .filter(i -> selected.get(i).name().equals(name))
                .mapToObj(this::column)
                .findFirst();
    }

    private Expr column(int place) {
        SelectedColumn column = selected.get(place);
        return Unresolved.is(column.value())
                ? column.value()
                : new Expr.ColumnRef(0, place, column.value().type(), column.name());
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        Optional<Expr> own =
                reference.qualifier().isEmpty() ? column(reference.column().text()) : Optional.empty();
        if (own.isPresent()) {
            return own.get();
        }
        Expr value = input.column(
                reference, selected.stream().map(SelectedColumn::name).toList(), problems);
        if (Unresolved.is(value)) {
            return value;
        }
        return IntStream.range(0, selected.size())
                .filter(i -> selected.get(i).value().equals(value))
                .mapToObj(this::column)
                .findFirst()
                .orElseGet(() -> {
                    problems.report(
                            AnalysisError.COLUMN_NOT_SELECTED,
                            reference.position(),
                            "column",
                            reference.column().text());
                    return Unresolved.EXPR;
                });
    }

    /** Whether the query reads nothing, so that its columns have no name but their own. */
    boolean isOfNothing() {
        return input.isKnown() && input.all(Optional.empty()).isEmpty();
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return input.isQualifier(qualifier);
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return IntStream.range(0, selected.size())
                .mapToObj(i -> new NamedColumn(selected.get(i).name(), column(i)))
                .toList();
    }

    @Override
    public boolean isKnown() {
        return input.isKnown();
    }
}
