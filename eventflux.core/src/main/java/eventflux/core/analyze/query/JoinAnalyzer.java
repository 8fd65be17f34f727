package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.Schema;
import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.Logical;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.Join;
import eventflux.api.query.input.JoinConditionVisitor;
import eventflux.api.query.input.JoinInput;
import eventflux.api.query.input.JoinKind;
import eventflux.api.query.input.JoinTrigger;
import eventflux.api.query.input.OnCondition;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.input.TimeRange;
import eventflux.api.query.input.UsingColumns;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.api.query.stream.WindowCall;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.KnownTables.KnownTable;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.join.ComposedColumns;
import eventflux.core.analyze.join.JoinedNames;
import eventflux.core.analyze.join.MergedColumn;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.query.InputAnalyzer.Reading;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedJoin.Kind;
import eventflux.core.resolved.ResolvedJoin.Role;
import eventflux.core.resolved.ResolvedJoin.Side;
import eventflux.core.resolved.ResolvedJoin.Step;
import eventflux.core.resolved.ResolvedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves a join: its sides, their filters and windows, the conditions, and who searches whom. */
public final class JoinAnalyzer {

    private final Streams streams;
    private final ExpressionContext context;
    private final List<SingleInput> names = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    // Those that take the place of a window.
    private final Set<DurationLiteral> bounding = new HashSet<>();
    private final List<MergedColumn> merged = new ArrayList<>();
    private long searchingSides; // written once, when the analysis begins

    public JoinAnalyzer(Streams streams, ExpressionContext context) {
        this.streams = streams;
        this.context = context;
    }

    /** What the query reads; empty when part of it cannot be joined, which has been reported. */
    Optional<Reading> analyze(JoinInput join) {
        searchingSides = Stream.concat(
                        Stream.of(join.first()), join.joins().stream().map(Join::right))
                .filter(this::searches)
                .count();
        Optional<DurationLiteral> firstWithin = within(join.joins().get(0));
        boolean isComplete = addSide(join.first(), firstWithin);
        for (Join next : join.joins()) {
            isComplete &= addSide(next.right(), within(next));
        }
        if (!isComplete) {
            return Optional.empty();
        }
        join.joins().stream()
                .flatMap(next -> within(next).stream())
                .filter(duration -> !bounding.contains(duration))
                .forEach(duration -> context.problems()
                        .report(
                                AnalysisError.NO_EFFECT_YET,
                                duration.position(),
                                "construct",
                                "WITHIN beside sides with windows"));
        if (sides.stream().allMatch(side -> side.kind().isLookedUp())) {
            context.problems().reportUnsupported("a join of tables or aggregations alone", join.position());
            return Optional.empty();
        }
        for (int i = 0; i < join.joins().size(); i++) {
            steps.add(step(i, join.joins().get(i)));
            requireLasting(i, join.joins().get(i));
        }
        ComposedColumns composed = new ComposedColumns();
        return Optional.of(new Reading(new JoinedNames(names, merged, composed), () -> resolved(composed)));
    }

    private ResolvedJoin resolved(ComposedColumns composed) {
        ResolvedJoin open = new ResolvedJoin(sides, steps, composed.places(), Schema.of(), List.of());
        return new ResolvedJoin(sides, steps, composed.places(), open.schemaOf(composed.places()), List.of());
    }

    private Optional<DurationLiteral> within(Join join) {
        return join.within()
                .filter(range -> range.end().isEmpty())
                .map(TimeRange::start)
                .filter(DurationLiteral.class::isInstance)
                .map(DurationLiteral.class::cast);
    }

    // Rows of a table or aggregation are found and search for nothing.
    private boolean searches(Input input) {
        return !(input instanceof StreamInput stream)
                || !streams.tables().has(stream.stream().text())
                        && !streams.aggregations().has(stream.stream().qualified());
    }

    private boolean addSide(Input input, Optional<DurationLiteral> within) {
        if (!(input instanceof StreamInput stream)) {
            context.problems().reportUnsupported("this as a side of a join", input.position());
            return false;
        }
        if (stream.stream().scope() == StreamScope.FAULT) {
            context.problems().reportUnsupported("a fault stream in a join", stream.position());
            return false;
        }
        Optional<String> alias = stream.alias().map(Name::text);
        if (streams.aggregations().has(stream.stream().qualified())) {
            return addAggregation(stream, alias);
        }
        Optional<KnownTable> table = streams.tables().find(stream.stream().text());
        return table.map(found -> addTable(stream, found.columns(), alias))
                .orElseGet(() -> addStream(stream, alias, within));
    }

    // What could not be resolved has been reported where it is defined.
    private boolean addAggregation(StreamInput input, Optional<String> alias) {
        refuseHandlers(input);
        Optional<ResolvedAggregation> found =
                streams.aggregations().find(input.stream().qualified());
        found.ifPresent(aggregation -> {
            StreamColumns columns = StreamColumns.of(aggregation.name(), aggregation.schema(), Set.of());
            names.add(new SingleInput(columns, alias, 0));
            sides.add(new Side(
                    Kind.AGGREGATION, columns.name(), alias.orElse(columns.name()), columns.schema(), List.of(), true));
        });
        return found.isPresent();
    }

    private void refuseHandlers(StreamInput table) {
        table.handlers()
                .forEach(handler -> context.problems()
                        .reportUnsupported("a filter or window on a table or aggregation", handler.position()));
    }

    private boolean addTable(StreamInput table, StreamColumns columns, Optional<String> alias) {
        refuseHandlers(table);
        names.add(new SingleInput(columns, alias, 0));
        sides.add(
                new Side(Kind.TABLE, columns.name(), alias.orElse(columns.name()), columns.schema(), List.of(), true));
        return true;
    }

    private boolean addStream(StreamInput stream, Optional<String> alias, Optional<DurationLiteral> within) {
        StreamColumns columns = streams.read(stream.stream(), context.problems());
        HandlerAnalyzer handlers = new HandlerAnalyzer(context, new SingleInput(columns, alias, 0));
        boolean isShared = streams.window(columns.name()).isPresent();
        if (isShared) {
            handlers.behindWindow();
        }
        stream.handlers().forEach(handler -> handler.accept(handlers));
        boolean hasWindow =
                isShared || handlers.resolved().stream().anyMatch(ResolvedQuery.WindowCall.class::isInstance);
        if (!hasWindow) {
            within.ifPresent(duration -> timeWindow(stream, duration).accept(handlers));
            within.ifPresent(bounding::add);
        }
        names.add(handlers.names());
        sides.add(new Side(
                Kind.STREAM,
                columns.name(),
                alias.orElse(columns.name()),
                handlers.names().columns().schema(),
                handlers.resolved(),
                keepsRows(stream, columns.name(), hasWindow || within.isPresent())));
        return true;
    }

    // A side whose rows may be as old as the others' by so much keeps them for so long.
    private static WindowCall timeWindow(StreamInput stream, DurationLiteral duration) {
        Name name = new Name("time", duration.position());
        return new WindowCall(Optional.empty(), name, List.of(duration), WindowCall.Spelling.BARE, duration.position());
    }

    private boolean keepsRows(StreamInput stream, String name, boolean isBounded) {
        if (isBounded) {
            return true;
        }
        boolean keeps = context.dialect() == Dialect.SQL && searchingSides > 1;
        if (keeps) {
            context.problems()
                    .report(
                            AnalysisError.UNBOUNDED_SIDE,
                            stream.position(),
                            "stream",
                            StreamColumns.unknown(name).label());
        }
        return keeps;
    }

    private Step step(int index, Join join) {
        JoinKind kind = join.kind();
        boolean keepsLeft = kind == JoinKind.LEFT_OUTER || kind == JoinKind.FULL_OUTER;
        boolean keepsRight = kind == JoinKind.RIGHT_OUTER || kind == JoinKind.FULL_OUTER;
        ConditionAnalyzer analyzer = new ConditionAnalyzer(index, kind);
        Optional<Expr> condition = join.condition().map(on -> on.accept(analyzer));
        return new Step(
                condition,
                role(index == 0 && isTable(0), join.trigger() != JoinTrigger.RIGHT, keepsLeft, join),
                role(isTable(index + 1), join.trigger() != JoinTrigger.LEFT, keepsRight, join),
                asked(index, join, analyzer.expressions));
    }

    private Optional<BucketsAsked> asked(int index, Join join, ExpressionAnalyzer expressions) {
        Optional<Side> aggregation = Stream.of(index + 1, 0)
                .filter(side -> side > 0 || index == 0)
                .map(sides::get)
                .filter(side -> side.kind() == Kind.AGGREGATION)
                .findFirst();
        if (aggregation.isPresent()) {
            return streams.aggregations()
                    .find(aggregation.get().name())
                    .flatMap(found -> new BucketsAnalyzer(found, expressions, context.problems())
                            .analyze(join.within(), join.per(), join.position()));
        }
        join.per().ifPresent(per -> refuse("PER", index, per.position()));
        join.within()
                .filter(range -> within(join).isEmpty())
                .ifPresent(range -> refuse("WITHIN with points in time", index, range.position()));
        return Optional.empty();
    }

    private void refuse(String clause, int index, SourcePosition position) {
        String name = sides.get(index + 1).name();
        context.problems().report(AnalysisError.NOT_AN_AGGREGATION, position, "clause", clause, "name", name);
    }

    // Rows of a table are found and start no search; so in the classic dialect none of them comes without a partner.
    private Role role(boolean isTable, boolean searches, boolean isPreserved, Join join) {
        if (isTable && isPreserved && !context.isClassic()) {
            context.problems()
                    .reportUnsupported("an outer join that keeps the rows of a table or aggregation", join.position());
        }
        return new Role(searches && !isTable, isPreserved && !isTable);
    }

    // A row without a partner is not taken back when one comes, so nobody may look into such rows later on.
    private void requireLasting(int index, Join join) {
        if (index == 0 || isTable(index + 1) || !steps.get(index).right().searches()) {
            return;
        }
        Step before = steps.get(index - 1);
        boolean isOuter = before.left().isPreserved() || before.right().isPreserved();
        boolean isOfTable = isTable(index) || index == 1 && isTable(0);
        if (isOuter && !isOfTable) {
            context.problems().reportUnsupported("a join with the rows of an outer join", join.position());
        }
    }

    private boolean isTable(int side) {
        return sides.get(side).kind().isLookedUp();
    }

    private int columnsBefore(int side) {
        return sides.subList(0, side).stream()
                .mapToInt(one -> one.schema().size())
                .sum();
    }

    /** Resolves the condition of one step. */
    private final class ConditionAnalyzer implements JoinConditionVisitor<Expr> {

        private final int right;
        private final JoinKind kind;
        private final ExpressionAnalyzer expressions;

        ConditionAnalyzer(int step, JoinKind kind) {
            this.right = step + 1;
            this.kind = kind;
            JoinedNames both = new JoinedNames(
                    names.subList(0, right + 1),
                    merged,
                    (place, column) -> place.side() == right
                            ? new Expr.ColumnRef(input(true), place.column(), column.type(), column.name())
                            : new Expr.ColumnRef(
                                    input(false),
                                    columnsBefore(place.side()) + place.column(),
                                    column.type(),
                                    column.name()));
            this.expressions = new ExpressionAnalyzer(context, Scope.of(both));
        }

        // A table is always input 1, also when it stands on the left.
        private int input(boolean ofRight) {
            return ofRight != (right == 1 && isTable(0)) ? 1 : 0;
        }

        @Override
        public Expr visitOnCondition(OnCondition on) {
            return expressions.condition(on.condition());
        }

        @Override
        public Expr visitUsingColumns(UsingColumns using) {
            List<Expression> equalities =
                    using.columns().stream().map(this::equality).toList();
            Expression all = equalities.size() == 1
                    ? equalities.get(0)
                    : new Logical(Logical.Connective.AND, equalities, using.position());
            Expr condition = expressions.condition(all);
            using.columns().forEach(this::merge);
            return condition;
        }

        private Expression equality(Name column) {
            return new Binary(BinaryOperator.EQUAL, left(column), reference(right, column), column.position());
        }

        private Expression left(Name column) {
            return mergedBefore(column).isPresent()
                    ? new ColumnReference(Optional.empty(), Optional.empty(), column, column.position())
                    : reference(leftOwner(column), column);
        }

        private Optional<MergedColumn> mergedBefore(Name column) {
            return merged.stream()
                    .filter(one -> one.name().equals(column.text()))
                    .findFirst();
        }

        private void merge(Name column) {
            Optional<MergedColumn> before = mergedBefore(column);
            List<Integer> left = before.map(MergedColumn::sides).orElseGet(() -> List.of(leftOwner(column)));
            MergedColumn both = new MergedColumn(column.text(), valuesOf(left));
            before.ifPresentOrElse(one -> merged.set(merged.indexOf(one), both), () -> merged.add(both));
        }

        private List<Integer> valuesOf(List<Integer> left) {
            return switch (kind) {
                case RIGHT_OUTER -> List.of(right);
                case FULL_OUTER ->
                    Stream.concat(left.stream(), Stream.of(right)).toList();
                default -> left;
            };
        }

        private int leftOwner(Name column) {
            for (int side = 0; side < right; side++) {
                if (names.get(side).column(column.text()).isPresent()) {
                    return side;
                }
            }
            return 0;
        }

        private Expression reference(int side, Name column) {
            StreamName qualifier =
                    new StreamName(StreamScope.PLAIN, sides.get(side).alias(), column.position());
            return new ColumnReference(Optional.of(qualifier), Optional.empty(), column, column.position());
        }
    }
}
