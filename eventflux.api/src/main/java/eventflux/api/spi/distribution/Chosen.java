package eventflux.api.spi.distribution;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the destinations that a row goes to. */
@ProviderType
@FunctionalInterface
public interface Chosen {

    /** One of them; naming it twice sends the row twice. */
    void add(int destination);
}
