package eventflux.core.catalog;

import eventflux.api.event.DataType;
import eventflux.core.resolved.FunctionBinding;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One static method that queries may call: one overload of a function.
 *
 * @param binding the method and how it is called
 * @param takes the parameter types, without the context; of a variable last parameter the type of one
 * @param returns the result type
 */
public record FunctionMethod(FunctionBinding binding, List<DataType> takes, DataType returns) {

    /** Copies the list and refuses missing parts. */
    public FunctionMethod {
        Objects.requireNonNull(binding, "binding");
        Objects.requireNonNull(returns, "returns");
        takes = List.copyOf(takes);
    }

    /** Whether a variable number of arguments may follow. */
    public boolean isVariadic() {
        return binding.variadic();
    }

    /** As the author of a query sees it: {@code round(DOUBLE, INT)}. */
    @Override
    public String toString() {
        return takes.stream()
                .map(DataType::name)
                .collect(Collectors.joining(", ", binding.name() + "(", isVariadic() ? "…)" : ")"));
    }
}
