package eventflux.api.spi.distribution;

import org.osgi.annotation.versioning.ProviderType;

/** The destinations of a sink, numbered from 0 in the order of the text. */
@ProviderType
public interface Destinations {

    /** How many there are, the ones that cannot be reached included. */
    int count();

    /**
     * Whether a destination took the last row that it was given, or it is time to try it again. One that was lost is tried after pauses
     * that grow.
     */
    boolean isUp(int destination);
}
