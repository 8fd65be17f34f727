package eventflux.core.catalog;

import eventflux.api.event.DataType;
import eventflux.core.resolved.FunctionBinding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One static method that queries may call: one overload of a function.
 *
 * @param binding the method and how it is called
 * @param takes the parameter types, without the context; of a variable last parameter the type of one
 * @param returns the result type
 * @param prepared the parameters that are texts of which something else is made, by their places among those types
 */
public record FunctionMethod(
        FunctionBinding binding, List<DataType> takes, DataType returns, Map<Integer, PreparedArguments> prepared) {

    /** Copies the collections and refuses missing parts. */
    public FunctionMethod {
        Objects.requireNonNull(binding, "binding");
        Objects.requireNonNull(returns, "returns");
        takes = List.copyOf(takes);
        prepared = Map.copyOf(prepared);
    }

    /** A method that takes its arguments as they are. */
    public FunctionMethod(FunctionBinding binding, List<DataType> takes, DataType returns) {
        this(binding, takes, returns, Map.of());
    }

    /** Why it cannot be called with a text in the place of a parameter; empty when it can. */
    public Optional<String> refusal(int parameter, String text) {
        return Optional.ofNullable(prepared.get(parameter)).flatMap(arguments -> arguments.refusal(text));
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
