package eventflux.core.analyze.aggregation;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectItem;
import eventflux.api.query.select.ValueItem;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.KeyTypes;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of an aggregation: expressions over the rows, or items of the select list, by their names where the rows have no such column
 * and in SQL by their positions.
 */
final class BucketKeys {

    private final Select select;
    private final SingleInput rows;
    private final ExpressionContext context;
    private final List<Expr> keys = new ArrayList<>();

    /** Resolves them. */
    BucketKeys(Select select, SingleInput rows, ExpressionContext context) {
        this.select = select;
        this.rows = rows;
        this.context = context;
        select.grouping().keys().forEach(this::resolve);
    }

    /** The keys, each once. */
    List<Expr> all() {
        return keys;
    }

    /** The key that an item of the select list is as a whole. A column that is one is found by its name. */
    Optional<Expr> ofItem(Expression item) {
        if (keys.stream().allMatch(Expr.ColumnRef.class::isInstance)) {
            return Optional.empty();
        }
        Expr value = value(item, context.inside(new ProblemLog()));
        int place = keys.indexOf(value);
        return place < 0 || value instanceof Expr.ColumnRef
                ? Optional.empty()
                : Optional.of(new Expr.ColumnRef(0, place, value.type(), value.toString()));
    }

    private Expr value(Expression written, ExpressionContext inside) {
        return new ExpressionAnalyzer(inside, Scope.of(rows)).analyze(written);
    }

    private void resolve(Expression written) {
        Expr key = value(item(written).orElse(written), context);
        if (asksElsewhere(key)) {
            context.problems().reportUnsupported("the time or a table in a key of an aggregation", written.position());
        } else if (!keys.contains(key)) {
            KeyTypes.require(key, written.position(), context.problems());
            keys.add(key);
        }
    }

    private static boolean asksElsewhere(Expr key) {
        return key instanceof Expr.Now
                || key instanceof Truth.InTable
                || key.children().stream().anyMatch(BucketKeys::asksElsewhere);
    }

    private Optional<Expression> item(Expression key) {
        if (key instanceof ColumnReference reference && reference.qualifier().isEmpty()) {
            String name = reference.column().text();
            return rows.column(name).isPresent() ? Optional.empty() : called(name);
        }
        boolean isPosition =
                !context.isClassic() && key instanceof NumberLiteral number && number.kind() == NumberKind.INT;
        return isPosition ? at((NumberLiteral) key) : Optional.empty();
    }

    private Optional<Expression> called(String name) {
        return items().stream()
                .filter(item ->
                        item.alias().filter(alias -> alias.text().equals(name)).isPresent())
                .map(ValueItem::value)
                .findFirst();
    }

    private Optional<Expression> at(NumberLiteral position) {
        int place = position.value().intValue() - 1;
        List<SelectItem> all = select.clause().items();
        if (place >= 0 && place < all.size() && all.get(place) instanceof ValueItem item) {
            return Optional.of(item.value());
        }
        context.problems().report(AnalysisError.UNKNOWN_POSITION, position.position(), "position", position.text());
        return Optional.empty();
    }

    private List<ValueItem> items() {
        return select.clause().items().stream()
                .filter(ValueItem.class::isInstance)
                .map(ValueItem.class::cast)
                .toList();
    }
}
