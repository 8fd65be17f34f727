package eventflux.testkit.window;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call of the window to test.
 *
 * @param arguments as in a query, over the columns of {@link WindowContract#schema}
 * @param model a model to compare with; made anew for each script and key
 */
public record WindowCase(String arguments, Optional<Supplier<WindowModel>> model) {

    /** Refuses missing parts. */
    public WindowCase {
        Objects.requireNonNull(arguments, "arguments");
        Objects.requireNonNull(model, "model");
    }

    /** A call that is tested for the contract alone. */
    public static WindowCase of(String arguments) {
        return new WindowCase(arguments, Optional.empty());
    }

    /** The same, compared with a model. */
    public WindowCase like(Supplier<WindowModel> newModel) {
        return new WindowCase(arguments, Optional.of(newModel));
    }
}
