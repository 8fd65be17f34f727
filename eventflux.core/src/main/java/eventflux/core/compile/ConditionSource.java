package eventflux.core.compile;

import eventflux.core.resolved.WindowCondition.FromRows;
import eventflux.core.resolved.WindowCondition.Written;

/** Reads conditions whose text comes with the rows. */
@FunctionalInterface
public interface ConditionSource {

    /**
     * The condition that a text stands for.
     *
     * @throws eventflux.api.error.EventFluxException when it stands for none
     */
    Written read(FromRows condition, String text);
}
