package eventflux.api.spi.window;

import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import org.osgi.annotation.versioning.ProviderType;

/** What a window is made from. To be used while it is created; the handles it gives out live as long as the window. */
@ProviderType
public interface WindowContext {

    /** The arguments of the call. */
    Arguments arguments();

    /** The columns of the rows that will come. */
    Schema schema();

    /** All that the window may remember. */
    StateFactory state();

    /** The window's alarm. */
    Timer timer();

    /**
     * The condition that is given for a {@link eventflux.api.spi.ParameterType#CONDITION CONDITION} parameter. To be asked for
     * once.
     *
     * @throws IllegalArgumentException for the author, when its text is to come with the rows
     */
    RowCondition condition(String parameter);

    /** As {@link #condition}, for a window that goes on with another condition when a row brings one. */
    default ChangingCondition changingCondition(String parameter) {
        RowCondition condition = condition(parameter);
        return condition instanceof ChangingCondition changing ? changing : new FixedCondition(condition);
    }

    /**
     * Whether anybody wants expired rows. If not, a batch window must not tell of any, and need not keep the last batch: {@link
     * WindowOutput#reset} suffices. A sliding window tells of them always.
     */
    boolean expiredWanted();

    /**
     * Whether each row is taken into results as it is told of, and what comes out is put out at the end of the step: then a batch window
     * may tell of rows as they come instead of keeping them for the end of their batch, and say so by {@link WindowMode#FOLDING}. It ends
     * the step where the batch ends, and then resets. A window that does not know of this works all the same.
     */
    default boolean foldsRows() {
        return false;
    }
}
