package eventflux.api.spi.table;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Changes a table. Made by a {@link Store}; used between its start and its stop, as the store is. */
@ConsumerType
public interface StoreChange {

    /**
     * Carries the change out once for each row of parameters, with the outcome of one after another. What the outside
     * refuses to do for one row is reported, and goes on with the next. When this returns, all that was not reported is
     * done. When it throws, nothing of it is done, or, where the outside knows no transactions, what is done may be
     * done again.
     *
     * @param rows the parameters; valid during the call
     * @param refused takes what was refused
     */
    void apply(ParameterRows rows, RefusedRows refused) throws IOException;
}
