package eventflux.core.resolved;

import java.lang.invoke.MethodHandle;
import java.util.Objects;

/**
 * A function of an extension that was chosen for a call.
 *
 * @param name as queries write it
 * @param handle the static method, direct
 * @param takesContext whether its first parameter is a {@link eventflux.api.spi.function.FunctionContext}
 * @param variadic whether the last parameter is an array that takes the remaining arguments
 * @param provider the extension, so that the application can be stopped when it leaves
 */
public record FunctionBinding(
        String name, MethodHandle handle, boolean takesContext, boolean variadic, ExtensionRef provider) {

    /** Refuses missing parts. */
    public FunctionBinding {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(provider, "provider");
    }
}
