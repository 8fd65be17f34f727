package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.compile.code.AggregateBody.Update;
import eventflux.core.compile.code.term.FieldKind;
import eventflux.core.compile.code.term.FieldRef;
import eventflux.core.compile.code.term.Term;
import eventflux.core.operator.aggregate.ResultOfOther;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the aggregator calls of a selection that have one argument or none together by argument. */
final class AggregateCalls {

    private AggregateCalls() {}

    static AggregateBody body(List<AggregateCall> calls, Bindings bindings, Operands operands) {
        Map<List<Expr>, List<FieldRef>> byArgument = new LinkedHashMap<>();
        Map<List<Expr>, List<FieldRef>> nulls = new HashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            AggregateCall call = calls.get(i);
            Aggregator aggregator = bindings.aggregators().get(i);
            if (call.hasSeveralArguments() || aggregator instanceof ResultOfOther) {
                continue; // it is told of rows, or of nothing
            }
            FieldRef field = field(call, aggregator, operands);
            byArgument
                    .computeIfAbsent(told(call, field), key -> new ArrayList<>())
                    .add(field);
            if (call.told() == Told.ALL && aggregator instanceof Aggregator.OfNulls) {
                nulls.computeIfAbsent(call.arguments(), key -> new ArrayList<>())
                        .add(operands.add(FieldKind.AGGREGATOR_OF_NULLS, aggregator));
            }
        }
        Lowering lowering = new Lowering(bindings, operands);
        List<Update> updates = new ArrayList<>();
        byArgument.forEach((arguments, fields) -> updates.add(new Update(
                argument(arguments, lowering), List.copyOf(fields), nulls.getOrDefault(arguments, List.of()))));
        return new AggregateBody(List.copyOf(updates));
    }

    private static Optional<Term> argument(List<Expr> arguments, Lowering lowering) {
        return arguments.stream().findFirst().map(lowering::lower);
    }

    // An aggregator of rows is told of every row, whatever its argument.
    private static List<Expr> told(AggregateCall call, FieldRef field) {
        return field.kind() == FieldKind.AGGREGATOR_OF_ROWS ? List.of() : call.arguments();
    }

    private static FieldRef field(AggregateCall call, Aggregator aggregator, Operands operands) {
        Optional<DataType> type = call.arguments().stream().findFirst().map(Expr::type);
        boolean whole = type.filter(t -> t.isInteger() || t == DataType.BOOL).isPresent();
        boolean decimal = type.filter(t -> t.isNumeric() && !t.isInteger()).isPresent();
        if (whole && aggregator instanceof Aggregator.OfLong) {
            return operands.add(FieldKind.AGGREGATOR_OF_LONG, aggregator);
        }
        if (decimal && aggregator instanceof Aggregator.OfDouble) {
            return operands.add(FieldKind.AGGREGATOR_OF_DOUBLE, aggregator);
        }
        if (type.filter(DataType.STRING::equals).isPresent() && aggregator instanceof Aggregator.OfText) {
            return operands.add(FieldKind.AGGREGATOR_OF_TEXT, aggregator);
        }
        if (type.filter(DataType.OBJECT::equals).isPresent() && aggregator instanceof Aggregator.OfObject) {
            return operands.add(FieldKind.AGGREGATOR_OF_OBJECT, aggregator);
        }
        if (aggregator instanceof Aggregator.OfRows) {
            return operands.add(FieldKind.AGGREGATOR_OF_ROWS, aggregator);
        }
        throw new IllegalArgumentException(
                call.extension() + " takes no argument of type=" + type + " class=" + aggregator.getClass());
    }
}
