package eventflux.api.spi.distribution;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the destinations that a row goes to. */
@ProviderType
@FunctionalInterface
public interface Chosen {

    /**
     * One of them; naming it twice sends the row twice.
     *
     * @param destination counted from 0
     * @throws IndexOutOfBoundsException when there is none of that number; the row then fails as where choosing fails
     */
    void add(int destination);
}
