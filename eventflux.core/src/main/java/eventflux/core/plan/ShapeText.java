package eventflux.core.plan;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import eventflux.core.resolved.WindowCondition;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * Writes the aspects of a {@link StateShape}: for people as the author could have written them, and beside that, as a number, which
 * columns and types the names in them stand for.
 */
final class ShapeText {

    private final Map<String, String> aspects = new LinkedHashMap<>();
    private final StringBuilder meaning = new StringBuilder();

    /** Adds an aspect, unless there is nothing to say. */
    ShapeText with(String aspect, String text) {
        if (!text.isEmpty()) {
            aspects.put(aspect, text);
        }
        return this;
    }

    /** An expression. */
    String text(Expr expr) {
        note(expr);
        return expr.toString();
    }

    /** Several expressions. */
    String text(List<? extends Expr> exprs) {
        return exprs.stream().map(this::text).collect(Collectors.joining(", "));
    }

    /** Calls of aggregators. */
    String calls(List<AggregateCall> calls) {
        return calls.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private String text(AggregateCall call) {
        call.arguments().forEach(this::note);
        meaning.append(call.argumentTypes()).append(call.returns()).append(call.told());
        return call.toString();
    }

    /** A call of a window. */
    String text(WindowCall call) {
        StringBuilder text = new StringBuilder(call.extension().name()).append(call.arguments());
        // The map has no order of its own.
        new TreeMap<>(call.conditions())
                .forEach((parameter, condition) ->
                        text.append(' ').append(parameter).append(": ").append(text(condition)));
        return text.toString();
    }

    private String text(WindowCondition condition) {
        condition.expressions().forEach(this::note);
        calls(condition.aggregates());
        return condition.toString();
    }

    private void note(Expr expr) {
        if (expr instanceof Expr.ColumnRef column) {
            meaning.append(column.input()).append('.').append(column.column());
        }
        meaning.append(expr.type()).append(' ');
        expr.children().forEach(this::note);
    }

    /** The shape. */
    StateShape of(String kind, String name) {
        if (!meaning.isEmpty()) {
            CRC32C sum = new CRC32C();
            sum.update(meaning.toString().getBytes(StandardCharsets.UTF_8));
            aspects.put(StateShape.MEANING, Long.toHexString(sum.getValue()));
        }
        return new StateShape(kind, name, aspects);
    }
}
