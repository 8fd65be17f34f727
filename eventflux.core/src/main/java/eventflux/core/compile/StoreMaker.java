package eventflux.core.compile;

import eventflux.core.operator.store.StoreLink;
import eventflux.core.plan.TablePlan;

/** Makes the stores that tables lie in. */
@FunctionalInterface
public interface StoreMaker {

    /**
     * The store of a table; nothing is opened.
     *
     * @throws eventflux.api.error.EventFluxException when the extension refuses
     */
    StoreLink link(TablePlan table);
}
