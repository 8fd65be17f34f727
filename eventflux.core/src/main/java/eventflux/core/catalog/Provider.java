package eventflux.core.catalog;

import java.util.Comparator;
import java.util.Objects;

/**
 * Who provides an extension.
 *
 * @param name the bundle's symbolic name, or the jar
 * @param version its version; empty when it has none
 * @param rank as the OSGi service ranking: the higher one is preferred
 */
public record Provider(String name, String version, int rank) {

    /** The preferred one first: by rank, then by version. */
    static final Comparator<Provider> PREFERRED_FIRST = Comparator.comparingInt(Provider::rank)
            .thenComparing(Provider::version, VersionOrder.INSTANCE)
            .reversed();

    /** Refuses missing parts. */
    public Provider {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }

    @Override
    public String toString() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
