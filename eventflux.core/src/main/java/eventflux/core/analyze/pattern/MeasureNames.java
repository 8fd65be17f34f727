package eventflux.core.analyze.pattern;

import eventflux.api.error.Problem;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a query sees of {@code MATCH_RECOGNIZE}: the columns of its keys, then its measures.
 *
 * @param columns by name, in order
 * @param alias what the author calls the whole
 * @param isKnown whether all columns of the stream are known
 */
record MeasureNames(List<NamedColumn> columns, Optional<String> alias, boolean isKnown) implements InputNames {

    MeasureNames {
        columns = List.copyOf(columns);
    }

    @Override
    public Optional<Expr> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(NamedColumn::value);
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        Optional<StreamName> qualifier = reference.qualifier();
        if (qualifier.isPresent() && !isQualifier(qualifier.get())) {
            problems.reportUnknown(
                    Problem.of(
                            AnalysisError.UNKNOWN_QUALIFIER,
                            "name",
                            qualifier.get().qualified()),
                    qualifier.get().position(),
                    qualifier.get().qualified(),
                    alias.stream().toList());
            return Unresolved.EXPR;
        }
        String name = reference.column().text();
        Optional<Expr> column = column(name);
        if (column.isEmpty() && isKnown) {
            List<String> names = new ArrayList<>(outputs);
            columns.forEach(one -> names.add(one.name()));
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", alias.orElse("the match"), "column", name),
                    reference.column().position(),
                    name,
                    names);
        }
        return column.orElse(Unresolved.EXPR);
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return alias.filter(qualifier.qualified()::equals).isPresent();
    }

    @Override
    public boolean isWithoutColumns() {
        return columns.isEmpty();
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return columns;
    }
}
