package eventflux.core.catalog;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.core.resolved.ExtensionRef;
import java.util.List;
import java.util.Objects;

/**
 * One extension of one provider.
 *
 * @param ref what it is found by; a function has one for each of its names
 * @param descriptor how it describes itself
 * @param service the object that was registered: a factory of the kind, or a library of functions
 * @param provider who provides it
 * @param methods the overloads of a function; empty for other kinds
 */
public record ProvidedExtension(
        ExtensionRef ref,
        ExtensionDescriptor descriptor,
        Object service,
        Provider provider,
        List<FunctionMethod> methods) {

    /** Copies the list and refuses missing parts. */
    public ProvidedExtension {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(descriptor, "descriptor");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(provider, "provider");
        methods = List.copyOf(methods);
    }

    /** Whether {@link #ref} is another name of what the descriptor names. */
    public boolean isAlias() {
        return !ref.name().equals(descriptor.qualifiedName());
    }
}
