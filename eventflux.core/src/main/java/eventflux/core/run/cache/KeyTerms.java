package eventflux.core.run.cache;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each column of a primary key is compared with, or set to: parameters and constants.
 *
 * @param types those of the columns
 * @param terms in the order of the columns
 */
record KeyTerms(List<DataType> types, List<StoreExpression> terms) {

    /** Those of a condition that asks for the row of one key and for nothing else; empty for another condition. */
    static Optional<KeyTerms> of(StoreExpression condition, Schema table, List<Integer> key) {
        Map<Integer, StoreExpression> terms = new HashMap<>();
        for (StoreExpression part : parts(condition)) {
            boolean isTerm = part instanceof StoreExpression.Comparison comparison
                    && comparison.operator() == StoreComparison.EQUAL
                    && (take(comparison.left(), comparison.right(), terms)
                            || take(comparison.right(), comparison.left(), terms));
            if (!isTerm) {
                return Optional.empty();
            }
        }
        return terms.size() == key.size() && terms.keySet().containsAll(key)
                ? of(table, key, key.stream().map(terms::get).toList())
                : Optional.empty();
    }

    private static List<StoreExpression> parts(StoreExpression condition) {
        return condition instanceof StoreExpression.Logical logical && logical.conjunction()
                ? logical.operands()
                : List.of(condition);
    }

    private static boolean take(StoreExpression column, StoreExpression value, Map<Integer, StoreExpression> terms) {
        return column instanceof StoreExpression.Column place
                && isValue(value)
                && terms.putIfAbsent(place.index(), value) == null;
    }

    /** Those of a new row; empty where a value of its key is not known beforehand. */
    static Optional<KeyTerms> of(Schema table, List<Integer> key, List<StoreExpression> terms) {
        List<DataType> types = key.stream().map(table::column).map(Column::type).toList();
        boolean isKnown = IntStream.range(0, types.size())
                .allMatch(i -> isValue(terms.get(i))
                        && isComparable(types.get(i), terms.get(i).type()));
        return isKnown ? Optional.of(new KeyTerms(types, terms)) : Optional.empty();
    }

    private static boolean isValue(StoreExpression value) {
        return value instanceof StoreExpression.Parameter || value instanceof StoreExpression.Constant;
    }

    // Of a whole number nobody can say by itself which fraction it was compared with.
    private static boolean isComparable(DataType column, DataType value) {
        return column == value || column.isNumeric() && value.isNumeric() && (isFraction(column) || !isFraction(value));
    }

    private static boolean isFraction(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE;
    }

    /** The key of a row of parameters; empty when a part of it is null. */
    Optional<List<Object>> key(Row parameters) {
        List<Object> values = new ArrayList<>(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            Object value = terms.get(i) instanceof StoreExpression.Parameter parameter
                    ? parameters.get(parameter.index())
                    : ((StoreExpression.Constant) terms.get(i)).value();
            if (value == null) {
                return Optional.empty();
            }
            values.add(comparable(types.get(i), value));
        }
        return Optional.of(values);
    }

    /** A value of a key as one that equals all that it is equal to in a comparison. */
    static Object comparable(DataType column, Object value) {
        if (!column.isNumeric()) {
            return value;
        }
        Number number = (Number) value;
        return isFraction(column) ? (Object) (number.doubleValue() + 0.0) : (Object) number.longValue();
    }
}
