package eventflux.core.analyze.query;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.select.AllColumns;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectItem;
import eventflux.api.query.select.SelectItemVisitor;
import eventflux.api.query.select.SetQuantifier;
import eventflux.api.query.select.ValueItem;
import eventflux.core.analyze.expression.Aggregates;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.KeyTypes;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OutputShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Resolves the clauses from select to limit. Keys of groups see the input and, for a name that it does not have, the
 * columns of the output; in SQL a whole number is the position of an item. The having clause sees the output first.
 */
public final class SelectionAnalyzer implements SelectItemVisitor<Void> {

    private final ExpressionContext context;
    private final Scope scope;
    private final Aggregates aggregates;
    private final ExpressionAnalyzer values;
    private final Function<Expression, Optional<Expr>> known;
    private final List<SelectedColumn> columns = new ArrayList<>();
    private final Map<String, SelectedColumn> byName = new LinkedHashMap<>();
    private boolean isOpen;

    public SelectionAnalyzer(ExpressionContext context, Scope scope) {
        this(context, scope, new Aggregates());
    }

    /** Adds what is aggregated to what others have collected. */
    public SelectionAnalyzer(ExpressionContext context, Scope scope, Aggregates aggregates) {
        this(context, scope, aggregates, item -> Optional.empty());
    }

    /**
     * Adds what is aggregated to what others have collected.
     *
     * @param known has the values of items that are not to be resolved here
     */
    public SelectionAnalyzer(
            ExpressionContext context, Scope scope, Aggregates aggregates, Function<Expression, Optional<Expr>> known) {
        this.known = known;
        this.context = context;
        this.scope = scope;
        this.aggregates = aggregates;
        values = new ExpressionAnalyzer(context, scope.withAggregates(aggregates));
    }

    /**
     * A column of the output before it is brought to the target's type.
     *
     * @param name its name
     * @param value what it holds
     * @param isAggregate whether an aggregator is part of it
     * @param position where the item stands
     */
    public record SelectedColumn(String name, Expr value, boolean isAggregate, SourcePosition position) {}

    /**
     * What the clauses say.
     *
     * @param columns the output
     * @param aggregates the aggregator calls
     * @param groupBy the keys
     * @param having the condition on the output
     * @param shape order and number of the rows
     * @param isOpen whether some of the columns are those of a stream about which nothing is known
     */
    public record Selected(
            List<SelectedColumn> columns,
            Aggregates aggregates,
            List<Expr> groupBy,
            Optional<Expr> having,
            OutputShape shape,
            boolean isOpen) {

        /** The same with other keys. */
        Selected groupedBy(List<Expr> keys) {
            return new Selected(columns, aggregates, keys, having, shape, isOpen);
        }
    }

    public Selected analyze(Select select) {
        for (SelectItem item : select.clause().items()) {
            item.accept(this);
        }
        List<Expr> groupBy = select.grouping().keys().stream().map(this::key).toList();
        Map<String, Expr> outputs = new LinkedHashMap<>();
        byName.forEach((name, column) -> outputs.put(name, column.value()));
        ExpressionAnalyzer conditions =
                new ExpressionAnalyzer(context, scope.withAggregates(aggregates).withOutputs(outputs));
        Optional<Expr> having = select.grouping().having().map(conditions::condition);
        boolean isDistinct = select.clause().quantifier() == SetQuantifier.DISTINCT;
        if (isDistinct) {
            columns.forEach(column -> KeyTypes.require(column.value(), column.position(), context.problems()));
        }
        OutputShape shape = new OrderingAnalyzer(key -> orderKey(key, conditions), context.problems())
                .analyze(select.ordering(), isDistinct);
        return new Selected(columns, aggregates, groupBy, having, shape, isOpen);
    }

    private Expr orderKey(Expression key, ExpressionAnalyzer conditions) {
        return isPosition(key)
                ? atPosition(key).map(SelectedColumn::value).orElseGet(() -> noSuchPosition(key))
                : conditions.analyze(key);
    }

    @Override
    public Void visitAllColumns(AllColumns all) {
        Optional<StreamName> stranger = all.qualifier().filter(qualifier -> !scope.isInput(qualifier));
        if (stranger.isPresent()) {
            context.problems()
                    .report(
                            AnalysisError.UNKNOWN_QUALIFIER,
                            all.position(),
                            "name",
                            stranger.get().qualified());
            return null;
        }
        isOpen |= !scope.names().isKnown();
        if (scope.names().isWithoutColumns()) {
            context.problems().reportUnsupported("SELECT * of a match without keys and measures", all.position());
        }
        scope.names()
                .all(all.qualifier())
                .forEach(column -> add(new SelectedColumn(column.name(), column.value(), false, all.position())));
        return null;
    }

    @Override
    public Void visitValueItem(ValueItem item) {
        int usesBefore = aggregates.uses();
        Expr value = known.apply(item.value()).orElseGet(() -> values.analyze(item.value()));
        String name = item.alias().map(Name::text).orElseGet(() -> defaultName(item));
        add(new SelectedColumn(name, value, aggregates.uses() > usesBefore, item.position()));
        return null;
    }

    private String defaultName(ValueItem item) {
        if (item.value() instanceof ColumnReference reference) {
            return reference.column().text();
        }
        if (item.value() instanceof StringLiteral literal && values.isColumn(literal)) {
            return literal.value();
        }
        if (context.dialect() == Dialect.CLASSIC) {
            context.problems().report(AnalysisError.MISSING_ALIAS, item.position());
        }
        return "expr_" + (columns.size() + 1);
    }

    private void add(SelectedColumn column) {
        columns.add(column);
        byName.putIfAbsent(column.name(), column);
    }

    private Expr key(Expression key) {
        Expr value = outputOf(key).map(column -> keyOf(column, key)).orElseGet(() -> inputKey(key));
        KeyTypes.require(value, key.position(), context.problems());
        return value;
    }

    private Expr inputKey(Expression key) {
        return isPosition(key) ? noSuchPosition(key) : new ExpressionAnalyzer(context, scope).analyze(key);
    }

    private boolean isPosition(Expression key) {
        return context.dialect() == Dialect.SQL
                && key instanceof NumberLiteral number
                && number.kind() == NumberKind.INT;
    }

    private Optional<SelectedColumn> atPosition(Expression key) {
        int index = ((NumberLiteral) key).value().intValue() - 1;
        return index >= 0 && index < columns.size() ? Optional.of(columns.get(index)) : Optional.empty();
    }

    private Expr noSuchPosition(Expression key) {
        context.problems()
                .report(AnalysisError.UNKNOWN_POSITION, key.position(), "position", ((NumberLiteral) key).text());
        return new Expr.Constant(DataType.INT, 0);
    }

    /** The column of the output that a key means, by position or by a name that the input does not have. */
    private Optional<SelectedColumn> outputOf(Expression key) {
        if (key instanceof ColumnReference reference && reference.qualifier().isEmpty()) {
            String name = reference.column().text();
            return scope.hasColumn(name) ? Optional.empty() : Optional.ofNullable(byName.get(name));
        }
        return isPosition(key) ? atPosition(key) : Optional.empty();
    }

    private Expr keyOf(SelectedColumn column, Expression key) {
        if (column.isAggregate()) {
            context.problems()
                    .add(Problem.of(AnalysisError.AGGREGATE_NOT_ALLOWED, "name", column.name())
                            .at(key.position()));
        }
        return column.value();
    }
}
