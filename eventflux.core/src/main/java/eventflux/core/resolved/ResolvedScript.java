package eventflux.core.resolved;

import eventflux.api.event.DataType;
import java.util.List;
import java.util.Objects;

/**
 * A function that an application defines, for queries that come later.
 *
 * @param binding how it is called
 * @param takes the parameter types; of one that takes any number, the type of one
 * @param returns the result type
 */
public record ResolvedScript(FunctionBinding binding, List<DataType> takes, DataType returns) {

    /** Copies the list and refuses missing parts. */
    public ResolvedScript {
        Objects.requireNonNull(binding, "binding");
        takes = List.copyOf(takes);
        Objects.requireNonNull(returns, "returns");
    }
}
