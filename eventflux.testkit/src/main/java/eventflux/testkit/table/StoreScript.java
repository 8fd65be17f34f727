package eventflux.testkit.table;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.StoreArithmetic;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Makes up rows, conditions and changes over a table and parameters of the same columns. */
final class StoreScript {

    private static final int DEPTH = 3;
    private static final int TRIES = 200;

    private final Schema schema;
    private final Random random;
    private final Predicate<StoreExpression> accepted;

    /**
     * A script.
     *
     * @param accepted which expressions may come
     */
    StoreScript(Schema schema, Random random, Predicate<StoreExpression> accepted) {
        this.schema = schema;
        this.random = random;
        this.accepted = accepted;
    }

    /** A row of few different values, some of them null. */
    List<Object> row() {
        List<Object> row = new ArrayList<>();
        schema.columns().forEach(column -> row.add(random.nextInt(6) == 0 ? null : value(column.type())));
        return row;
    }

    /** A row without null in some columns. */
    List<Object> row(List<Integer> notNull) {
        List<Object> row = row();
        for (int column : notNull) {
            if (row.get(column) == null && random.nextInt(20) != 0) {
                row.set(column, value(schema.column(column).type()));
            }
        }
        return row;
    }

    private Object value(DataType type) {
        return switch (type) {
            case INT -> random.nextInt(4);
            case LONG -> random.nextInt(8) == 0 ? (1L << 40) + random.nextInt(2) : (long) random.nextInt(4);
            case FLOAT -> List.of(0.1f, 0.5f, 2f).get(random.nextInt(3));
            case DOUBLE -> List.of(-0.5, 0.1, 1.0, 2.0, 1e300).get(random.nextInt(5));
            case BOOL -> random.nextBoolean();
            case STRING ->
                List.of("", "a", "A", "b", "b ", "ü", "u", "it's", "\uD83D\uDE00")
                        .get(random.nextInt(9));
            case OBJECT -> throw new IllegalArgumentException("OBJECT column");
        };
    }

    /** A condition that is accepted. */
    StoreExpression condition() {
        return accepted(() -> condition(random.nextInt(DEPTH))).orElse(StoreExpression.ALWAYS);
    }

    private interface Made {
        StoreExpression make();
    }

    private Optional<StoreExpression> accepted(Made made) {
        for (int i = 0; i < TRIES; i++) {
            StoreExpression expression = made.make();
            if (accepted.test(expression)) {
                return Optional.of(expression);
            }
        }
        return Optional.empty();
    }

    private StoreExpression condition(int depth) {
        if (depth == 0) {
            return simple();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new StoreExpression.Not(condition(depth - 1));
            case 1 -> new StoreExpression.IsNull(condition(depth - 1));
            default ->
                new StoreExpression.Logical(
                        random.nextBoolean(), List.of(condition(depth - 1), condition(random.nextInt(depth))));
        };
    }

    private StoreExpression simple() {
        int column = random.nextInt(schema.size());
        DataType type = schema.column(column).type();
        StoreExpression own =
                new StoreExpression.Column(column, schema.column(column).name(), type);
        if (random.nextInt(5) == 0) {
            return new StoreExpression.IsNull(own);
        }
        StoreComparison[] operators = StoreComparison.values();
        int most = type == DataType.BOOL ? 2 : operators.length;
        return new StoreExpression.Comparison(operators[random.nextInt(most)], own, operand(comparable(type)));
    }

    private DataType comparable(DataType type) {
        boolean isWider = type.isNumeric() && random.nextInt(4) == 0;
        return isWider
                ? Arrays.asList(DataType.INT, DataType.LONG, DataType.DOUBLE).get(random.nextInt(3))
                : type;
    }

    private StoreExpression operand(DataType type) {
        List<StoreExpression> possible = new ArrayList<>();
        for (int column = 0; column < schema.size(); column++) {
            if (schema.column(column).type() == type) {
                possible.add(new StoreExpression.Parameter(column, type));
                possible.add(
                        new StoreExpression.Column(column, schema.column(column).name(), type));
            }
        }
        possible.add(new StoreExpression.Constant(type, value(type)));
        StoreExpression chosen = possible.get(random.nextInt(possible.size()));
        return type.isNumeric() && random.nextInt(4) == 0
                ? new StoreExpression.Arithmetic(
                        StoreArithmetic.values()[random.nextInt(3)],
                        chosen,
                        new StoreExpression.Constant(type, value(type)),
                        type)
                : chosen;
    }

    /** Changes of columns that are no keys, all accepted. */
    List<StoreAssignment> assignments(List<Integer> keys) {
        List<StoreAssignment> assignments = new ArrayList<>();
        for (int column = 0; column < schema.size(); column++) {
            int place = column;
            DataType type = schema.column(column).type();
            if (!keys.contains(column) && random.nextBoolean()) {
                accepted(() -> operand(type)).ifPresent(value -> assignments.add(new StoreAssignment(place, value)));
            }
        }
        return assignments;
    }

    /** The parameters as a row. */
    List<StoreExpression> parametersAsRow() {
        List<StoreExpression> row = new ArrayList<>();
        for (int column = 0; column < schema.size(); column++) {
            row.add(new StoreExpression.Parameter(column, schema.column(column).type()));
        }
        return row;
    }

    /** The condition that finds the rows whose columns are those of the parameters. */
    StoreExpression sameKey(List<Integer> keys) {
        List<StoreExpression> same = new ArrayList<>();
        for (int key : keys) {
            DataType type = schema.column(key).type();
            same.add(new StoreExpression.Comparison(
                    StoreComparison.EQUAL,
                    new StoreExpression.Column(key, schema.column(key).name(), type),
                    new StoreExpression.Parameter(key, type)));
        }
        return same.size() == 1 ? same.get(0) : new StoreExpression.Logical(true, same);
    }
}
