package eventflux.core.analyze.join;

import eventflux.api.error.Problem;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedJoin.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The columns of several sides: a name alone where just one has it, else with the side's alias or name.
 *
 * @param sides what can be named, in order
 * @param merged columns of {@code USING}
 * @param placement where a column lies in the row that expressions read
 */
public record JoinedNames(List<SingleInput> sides, List<MergedColumn> merged, ColumnPlacement placement)
        implements InputNames {

    /** Copies the lists. */
    public JoinedNames {
        sides = List.copyOf(sides);
        merged = List.copyOf(merged);
    }

    @Override
    public boolean isOfSeveralRows() {
        return !(placement instanceof ComposedColumns);
    }

    @Override
    public boolean isColumn(String name) {
        return !owners(name).isEmpty();
    }

    @Override
    public Optional<Expr> column(String name) {
        Optional<MergedColumn> common =
                merged.stream().filter(column -> column.name().equals(name)).findFirst();
        if (common.isPresent()) {
            return Optional.of(value(common.get()));
        }
        List<Integer> owners = owners(name);
        return owners.size() == 1 ? column(owners.get(0), name) : Optional.empty();
    }

    private Expr value(MergedColumn column) {
        List<Expr> values = column.sides().stream()
                .map(side -> column(side, column.name()).orElse(Unresolved.EXPR))
                .toList();
        // Values without a common type cannot be equal either, which has been reported.
        Optional<DataType> type = Unresolved.isAny(values) ? Optional.empty() : Widening.common(values);
        return values.size() == 1 || type.isEmpty()
                ? values.get(0)
                : new Expr.Coalesce(Widening.allTo(values, type.get()), type.get());
    }

    private List<Integer> owners(String name) {
        return IntStream.range(0, sides.size())
                .filter(side -> sides.get(side).column(name).isPresent())
                .boxed()
                .toList();
    }

    private Optional<Expr> column(int side, String name) {
        return sides.get(side).column(name).map(value -> placed(side, value));
    }

    private Expr placed(int side, Expr value) {
        return value instanceof Expr.ColumnRef column
                ? placement.place(new Place(side, column.column()), column)
                : value;
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        if (reference.qualifier().isPresent()) {
            return qualified(reference, reference.qualifier().get(), outputs, problems);
        }
        String name = reference.column().text();
        Optional<Expr> found = column(name);
        if (found.isPresent()) {
            return found.get();
        }
        List<Integer> owners = owners(name);
        if (owners.size() > 1) {
            problems.report(
                    AnalysisError.AMBIGUOUS_COLUMN,
                    reference.position(),
                    "column",
                    name,
                    "first",
                    called(owners.get(0)),
                    "second",
                    called(owners.get(1)));
        } else if (isKnown()) {
            reportUnknown(reference, outputs, problems);
        }
        return Unresolved.EXPR;
    }

    private Expr qualified(
            ColumnReference reference, StreamName qualifier, Collection<String> outputs, ProblemLog problems) {
        Optional<Integer> side = side(qualifier);
        if (side.isEmpty()) {
            List<String> names =
                    IntStream.range(0, sides.size()).mapToObj(this::called).toList();
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_QUALIFIER, "name", qualifier.qualified()),
                    qualifier.position(),
                    qualifier.qualified(),
                    names);
            return Unresolved.EXPR;
        }
        if (called(qualifier).size() > 1) {
            problems.report(AnalysisError.AMBIGUOUS_QUALIFIER, qualifier.position(), "name", qualifier.qualified());
            return Unresolved.EXPR;
        }
        return placed(side.get(), sides.get(side.get()).column(reference, outputs, problems));
    }

    private Optional<Integer> side(StreamName qualifier) {
        return called(qualifier).stream().findFirst();
    }

    // An alias comes first, then a stream without one: a stream joined with itself is called by its aliases.
    private List<Integer> called(StreamName qualifier) {
        String name = qualifier.qualified();
        List<Integer> byAlias = sides(side -> side.alias().orElse("").equals(name));
        List<Integer> byName =
                byAlias.isEmpty() ? sides(side -> side.alias().isEmpty() && side.isQualifier(qualifier)) : byAlias;
        return byName.isEmpty() ? sides(side -> side.isQualifier(qualifier)) : byName;
    }

    private List<Integer> sides(Predicate<SingleInput> wanted) {
        return IntStream.range(0, sides.size())
                .filter(side -> wanted.test(sides.get(side)))
                .boxed()
                .toList();
    }

    private String called(int side) {
        SingleInput input = sides.get(side);
        return input.alias().orElse(input.columns().name());
    }

    private void reportUnknown(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        String name = reference.column().text();
        List<String> names = new ArrayList<>();
        sides.forEach(side -> names.addAll(side.columns().schema().names()));
        names.addAll(outputs);
        List<String> owners =
                IntStream.range(0, sides.size()).mapToObj(this::called).toList();
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", String.join(" or ", owners), "column", name),
                reference.column().position(),
                name,
                names);
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return side(qualifier).isPresent();
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        List<NamedColumn> columns = new ArrayList<>();
        if (qualifier.isEmpty()) {
            merged.forEach(column -> columns.add(new NamedColumn(column.name(), value(column))));
        }
        for (int side = 0; side < sides.size(); side++) {
            boolean isMeant =
                    qualifier.isEmpty() || qualifier.flatMap(this::side).get() == side;
            if (isMeant) {
                addAll(side, qualifier.isEmpty(), columns);
            }
        }
        return columns;
    }

    private void addAll(int side, boolean withoutMerged, List<NamedColumn> columns) {
        for (NamedColumn column : sides.get(side).all(Optional.empty())) {
            boolean isMerged = merged.stream().anyMatch(one -> one.name().equals(column.name()));
            if (!withoutMerged || !isMerged) {
                columns.add(new NamedColumn(column.name(), placed(side, column.value())));
            }
        }
    }

    @Override
    public boolean isKnown() {
        return sides.stream().allMatch(SingleInput::isKnown);
    }
}
