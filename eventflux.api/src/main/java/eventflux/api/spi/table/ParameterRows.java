package eventflux.api.spi.table;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/** Rows of parameters. Valid during the call that hands them over. */
@ProviderType
public interface ParameterRows {

    /** How many there are; at least one. */
    int size();

    /** One of them, counted from zero; the same cursor each time. */
    Row row(int index);
}
