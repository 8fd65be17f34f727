package eventflux.testkit.window;

import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.RowCondition;

/** Makes a condition by hand that an engine would compile. */
@FunctionalInterface
public interface ConditionFactory {

    /**
     * A condition for one window.
     *
     * @param state for what it counts
     */
    RowCondition create(StateFactory state);
}
