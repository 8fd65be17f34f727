package eventflux.core.analyze.expression;

import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of one input, under its name and, when it has one, its alias.
 *
 * @param columns what is known of them
 * @param alias what the author calls the input
 * @param input the number of the row in expressions: 0 for the only one
 */
public record SingleInput(StreamColumns columns, Optional<String> alias, int input) implements InputNames {

    @Override
    public Optional<Expr> column(String name) {
        int index = columns.schema().indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(column(index));
    }

    private Expr column(int index) {
        Column column = columns.schema().column(index);
        return columns.isUnresolved(column.name())
                ? Unresolved.EXPR
                : new Expr.ColumnRef(input, index, column.type(), column.name());
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        String name = reference.column().text();
        if (reference.qualifier().isPresent()
                && !isQualifier(reference.qualifier().get())) {
            reportQualifier(reference.qualifier().get(), problems);
            return Unresolved.EXPR;
        }
        Optional<Expr> column = column(name);
        if (column.isEmpty() && columns.isKnown()) {
            List<String> names = new ArrayList<>(columns.schema().names());
            names.addAll(outputs);
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", columns.label(), "column", name),
                    reference.column().position(),
                    name,
                    names);
        }
        return column.orElse(Unresolved.EXPR);
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        String name = qualifier.qualified();
        return columns.isCalled(qualifier) || alias.filter(name::equals).isPresent();
    }

    @Override
    public Optional<Expr> timeOf(Expression event) {
        return event instanceof ColumnReference reference
                        && reference.qualifier().isEmpty()
                        && isName(reference.column().text())
                ? Optional.of(new Expr.EventTimestamp(input))
                : Optional.empty();
    }

    /** Whether a name without more means the whole row: a column of that name comes first. */
    private boolean isName(String name) {
        boolean isOwn = alias.filter(name::equals).isPresent() || columns.name().equals(name);
        return isOwn && column(name).isEmpty();
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return IntStream.range(0, columns.schema().size())
                .mapToObj(
                        index -> new NamedColumn(columns.schema().column(index).name(), column(index)))
                .toList();
    }

    @Override
    public boolean isKnown() {
        return columns.isKnown();
    }

    private void reportQualifier(StreamName qualifier, ProblemLog problems) {
        List<String> names = new ArrayList<>(List.of(columns.name()));
        alias.ifPresent(names::add);
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_QUALIFIER, "name", qualifier.qualified()),
                qualifier.position(),
                qualifier.qualified(),
                names);
    }
}
