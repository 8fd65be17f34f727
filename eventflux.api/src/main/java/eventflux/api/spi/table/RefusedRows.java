package eventflux.api.spi.table;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what the outside refuses to do. */
@ProviderType
@FunctionalInterface
public interface RefusedRows {

    /**
     * A change was not carried out.
     *
     * @param index of its row of parameters
     * @param cause why
     */
    void refused(int index, Exception cause);
}
