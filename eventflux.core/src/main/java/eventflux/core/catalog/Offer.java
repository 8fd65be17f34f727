package eventflux.core.catalog;

import eventflux.core.resolved.ExtensionRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One name that a registration brings, and the way to what stands behind it.
 *
 * @param ref what it is found by
 * @param provider whose it is
 * @param extensions all that its registration brings, read when it is first asked for
 */
record Offer(ExtensionRef ref, Provider provider, Supplier<List<ProvidedExtension>> extensions) {

    /** The extension; empty when it turned out not to be usable, or has gone. */
    Optional<ProvidedExtension> read() {
        return extensions.get().stream()
                .filter(extension -> extension.ref().equals(ref))
                .findFirst();
    }
}
