package eventflux.testkit.aggregate;

import eventflux.api.event.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * A signature of the aggregator to test.
 *
 * @param takes the argument types, those of the constants last
 * @param returns the result type
 * @param model what the result has to be
 * @param values makes up an argument; where there are several, a list of them
 * @param tolerance how far a floating-point result may be off, in relation to the model's if that is above 1
 * @param constants the constant arguments of the call
 * @param removals how values leave
 */
public record AggregatorCase(
        List<DataType> takes,
        DataType returns,
        AggregatorModel model,
        Function<Random, Object> values,
        double tolerance,
        List<Object> constants,
        Set<Removal> removals) {

    /** Copies the types and refuses missing parts. */
    public AggregatorCase {
        takes = List.copyOf(takes);
        Objects.requireNonNull(returns, "returns");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(values, "values");
        constants = List.copyOf(constants);
        removals = Set.copyOf(removals);
    }

    /** An exact result for a call without argument. */
    public static AggregatorCase ofRows(DataType returns, AggregatorModel model) {
        return ofTypes(List.of(), returns).answering(model).drawing(random -> null);
    }

    /** An exact result for values of a type, which are made up: mostly small, some large, some equal. */
    public static AggregatorCase of(DataType takes, DataType returns, AggregatorModel model) {
        return ofTypes(List.of(takes), returns).answering(model).drawing(random -> value(takes, random));
    }

    /** An exact result for rows of several arguments, of which the model gets lists. */
    public static AggregatorCase ofArguments(List<DataType> takes, DataType returns, AggregatorModel model) {
        return ofTypes(takes, returns)
                .answering(model)
                .drawing(random ->
                        takes.stream().map(type -> value(type, random)).toList());
    }

    /** The same with other arguments. */
    public AggregatorCase drawing(Function<Random, Object> otherValues) {
        return new AggregatorCase(takes, returns, model, otherValues, tolerance, constants, removals);
    }

    /** The same with a result that may be off a little. */
    public AggregatorCase within(double error) {
        return new AggregatorCase(takes, returns, model, values, error, constants, removals);
    }

    /** The same called with constants behind the argument, whose types follow those of the signature. */
    public AggregatorCase calledWith(List<DataType> types, Object... others) {
        List<DataType> all = new ArrayList<>(takes);
        all.addAll(types);
        return new AggregatorCase(all, returns, model, values, tolerance, List.of(others), removals);
    }

    /** The same where values leave in these ways only. */
    public AggregatorCase removedBy(Removal... ways) {
        return new AggregatorCase(takes, returns, model, values, tolerance, constants, Set.of(ways));
    }

    private AggregatorCase answering(AggregatorModel other) {
        return new AggregatorCase(takes, returns, other, values, tolerance, constants, removals);
    }

    static AggregatorCase ofTypes(List<DataType> takes, DataType returns) {
        return new AggregatorCase(
                takes, returns, (present, ever) -> null, random -> null, 0, List.of(), Set.of(Removal.values()));
    }

    private static Object value(DataType type, Random random) {
        boolean isLarge = random.nextInt(12) == 0;
        return switch (type) {
            case INT -> isLarge ? random.nextInt() : random.nextInt(21) - 10;
            case LONG -> isLarge ? random.nextLong() >> 3 : random.nextInt(21) - 10L;
            case FLOAT -> (float) (isLarge ? random.nextGaussian() * 1e6 : (random.nextInt(81) - 40) / 8d);
            case DOUBLE -> isLarge ? random.nextGaussian() * 1e9 : (random.nextInt(81) - 40) / 10d;
            case BOOL -> random.nextInt(3) > 0;
            case STRING -> String.valueOf((char) ('a' + random.nextInt(4)));
            case OBJECT -> List.of(random.nextInt(4));
        };
    }
}
