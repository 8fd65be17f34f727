package eventflux.core.compile.code;

import static eventflux.api.event.DataType.BOOL;
import static eventflux.api.event.DataType.DOUBLE;
import static eventflux.api.event.DataType.FLOAT;
import static eventflux.api.event.DataType.INT;
import static eventflux.api.event.DataType.LONG;
import static eventflux.api.event.DataType.OBJECT;
import static eventflux.api.event.DataType.STRING;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.FunctionBinding;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes random expressions that are correctly typed. */
final class ExprGenerator {

    static final List<DataType> ROW_TYPES = List.of(INT, LONG, FLOAT, DOUBLE, BOOL, STRING);

    /** Results of the aggregators that expressions may refer to. */
    static final List<DataType> AGGREGATES = List.of(LONG, DOUBLE, INT, FLOAT, BOOL, LONG, DOUBLE);

    private static final Map<String, FunctionBinding> FUNCTIONS = Stream.of(
                    "mix", "length", "join", "afterB", "half", "same", "largest", "sumOf", "concat", "age", "either",
                    "isEven", "doubled")
            .collect(Collectors.toMap(name -> name, SampleFunctions::binding));

    private final SplittableRandom random;
    private final Schema schema;
    private final Values values;
    private Optional<DataType> kept = Optional.empty();

    ExprGenerator(SplittableRandom random, Schema schema) {
        this.random = random;
        this.schema = schema;
        this.values = new Values(random);
    }

    /** An expression of a type that a row can hold. */
    Expr any(DataType type, int depth) {
        if (depth <= 0 || random.nextInt(8) == 0) {
            return leaf(type);
        }
        return switch (random.nextInt(11)) {
            case 10 -> once(type, depth - 1);
            case 0 ->
                new Expr.Choice(
                        List.of(any(BOOL, depth - 1), any(BOOL, depth - 2)),
                        List.of(any(type, depth - 1), any(type, depth - 1), any(type, depth - 2)),
                        type);
            case 1 -> new Expr.Coalesce(List.of(any(type, depth - 1), any(type, depth - 1)), type);
            case 2 -> new Expr.Convert(any(ROW_TYPES.get(random.nextInt(6)), depth - 1), type);
            case 3, 4 -> call(type, depth - 1);
            default -> operation(type, depth - 1);
        };
    }

    private Expr once(DataType type, int depth) {
        Expr operand = any(ROW_TYPES.get(random.nextInt(6)), depth);
        Optional<DataType> around = kept;
        kept = Optional.of(operand.type());
        Expr body = any(type, depth);
        kept = around;
        return new Expr.Once(operand, body);
    }

    private Expr leaf(DataType type) {
        if (kept.filter(type::equals).isPresent() && random.nextInt(3) > 0) {
            return new Expr.Again(type);
        }
        int kind = random.nextInt(12);
        if (kind == 0) {
            return new Expr.Constant(type, null);
        }
        if (kind <= 3) {
            return new Expr.Constant(type, values.value(type));
        }
        if (kind == 4 && type == LONG) {
            return random.nextBoolean() ? new Expr.Now() : new Expr.EventTimestamp();
        }
        if (kind == 5 && AGGREGATES.contains(type)) {
            return new Expr.AggregateRef(AGGREGATES.indexOf(type), type);
        }
        return column(type);
    }

    Expr column(DataType type) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            if (schema.column(i).type() == type) {
                candidates.add(i);
            }
        }
        int column = candidates.get(random.nextInt(candidates.size()));
        return new Expr.ColumnRef(0, column, type, schema.column(column).name());
    }

    private Expr operation(DataType type, int depth) {
        return switch (type) {
            case BOOL -> condition(depth);
            case STRING, OBJECT -> call(type, depth);
            default ->
                switch (random.nextInt(5)) {
                    case 0 -> new Expr.Negate(any(type, depth));
                    case 1 -> widened(type, depth);
                    default ->
                        new Expr.Arithmetic(
                                pick(ArithmeticOperator.values()), any(type, depth), any(type, depth), type);
                };
        };
    }

    private Expr widened(DataType type, int depth) {
        DataType from = ROW_TYPES.get(random.nextInt(type.ordinal() + 1));
        return new Expr.Widen(any(from, depth), type);
    }

    private Expr condition(int depth) {
        boolean classic = random.nextBoolean();
        return switch (random.nextInt(8)) {
            case 0 -> new Truth.Not(any(BOOL, depth), classic);
            case 1 -> new Truth.IsNull(any(ROW_TYPES.get(random.nextInt(6)), depth));
            case 2, 3, 4 -> junction(classic, depth);
            default -> comparison(classic, depth);
        };
    }

    private Expr junction(boolean classic, int depth) {
        List<Expr> operands = new ArrayList<>();
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            operands.add(any(BOOL, depth));
        }
        return new Truth.Logical(random.nextBoolean(), operands, classic);
    }

    private Expr comparison(boolean classic, int depth) {
        DataType type = ROW_TYPES.get(random.nextInt(6));
        ComparisonOperator operator = pick(ComparisonOperator.values());
        if (type == BOOL && operator.ordinal() > 1) {
            operator = ComparisonOperator.EQUAL;
        }
        int below = random.nextInt(3) == 0 ? depth : 0;
        return new Truth.Comparison(operator, any(type, below), any(type, below), classic);
    }

    /** A condition of numbers and truth values alone, without arithmetic. */
    Expr flat(int depth) {
        boolean classic = random.nextBoolean();
        return switch (depth <= 0 ? 3 : random.nextInt(8)) {
            case 0 -> new Truth.Not(flat(depth - 1), classic);
            case 1 -> new Truth.IsNull(column(ROW_TYPES.get(random.nextInt(6))));
            case 2 -> column(BOOL);
            case 3, 4 -> flatComparison(classic);
            default ->
                new Truth.Logical(
                        random.nextBoolean(), List.of(flat(depth - 1), flat(depth - 1), flat(depth - 2)), classic);
        };
    }

    private Expr flatComparison(boolean classic) {
        DataType type = ROW_TYPES.get(random.nextInt(4));
        Expr right = random.nextInt(3) > 0
                ? new Expr.Constant(type, values.value(type))
                : type == INT ? column(INT) : new Expr.Widen(column(INT), type);
        return new Truth.Comparison(pick(ComparisonOperator.values()), column(type), right, classic);
    }

    private Expr call(DataType type, int depth) {
        return switch (type) {
            case INT -> call("length", INT, any(STRING, depth));
            case LONG -> longCall(depth);
            case FLOAT -> call("doubled", FLOAT, any(FLOAT, depth));
            case DOUBLE ->
                random.nextBoolean()
                        ? call("half", DOUBLE, any(INT, depth))
                        : call("largest", DOUBLE, some(DOUBLE, depth));
            case BOOL ->
                random.nextBoolean()
                        ? call("isEven", BOOL, any(LONG, depth))
                        : call("same", BOOL, object(depth), object(depth));
            case STRING -> textCall(depth);
            case OBJECT -> call("either", OBJECT, any(BOOL, depth), object(depth), object(depth));
        };
    }

    private Expr longCall(int depth) {
        return switch (random.nextInt(3)) {
            case 0 ->
                call(
                        "mix",
                        LONG,
                        any(INT, depth),
                        any(LONG, depth),
                        any(FLOAT, depth),
                        any(DOUBLE, depth),
                        any(BOOL, depth));
            case 1 -> {
                List<Expr> arguments = new ArrayList<>(List.of(any(STRING, depth)));
                arguments.addAll(List.of(some(LONG, depth)));
                yield call("sumOf", LONG, arguments.toArray(Expr[]::new));
            }
            default -> call("age", LONG, any(INT, depth));
        };
    }

    private Expr textCall(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> call("join", STRING, any(STRING, depth), any(STRING, depth));
            case 1 -> call("afterB", STRING, any(STRING, depth));
            case 2 -> call("concat", STRING, some(STRING, depth));
            default -> new Expr.Convert(call(OBJECT, depth), STRING);
        };
    }

    private Expr object(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return call(OBJECT, depth - 1);
        }
        return new Expr.Widen(any(ROW_TYPES.get(random.nextInt(6)), depth), OBJECT);
    }

    private Expr[] some(DataType type, int depth) {
        Expr[] operands = new Expr[random.nextInt(4)];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = any(type, depth);
        }
        return operands;
    }

    private static Expr call(String name, DataType type, Expr... arguments) {
        return new Expr.Call(FUNCTIONS.get(name), List.of(arguments), type);
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
