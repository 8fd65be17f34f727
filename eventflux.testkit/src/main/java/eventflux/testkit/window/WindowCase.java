package eventflux.testkit.window;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call of the window to test.
 *
 * @param arguments as in a query, over the columns of {@link WindowContract#schema}
 * @param conditions what stands for the conditions among the arguments, by parameter
 * @param model a model to compare with; made anew for each script and key
 */
public record WindowCase(
        String arguments, Map<String, ConditionFactory> conditions, Optional<Supplier<WindowModel>> model) {

    /** Refuses missing parts. */
    public WindowCase {
        Objects.requireNonNull(arguments, "arguments");
        conditions = Map.copyOf(conditions);
        Objects.requireNonNull(model, "model");
    }

    /** A call that is tested for the contract alone. */
    public static WindowCase of(String arguments) {
        return new WindowCase(arguments, Map.of(), Optional.empty());
    }

    /** The same, with a condition in place of the text, which the test kit does not read. */
    public WindowCase when(String parameter, ConditionFactory condition) {
        return new WindowCase(arguments, Map.of(parameter, condition), model);
    }

    /** The same, compared with a model. */
    public WindowCase like(Supplier<WindowModel> newModel) {
        return new WindowCase(arguments, conditions, Optional.of(newModel));
    }
}
