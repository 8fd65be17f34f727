package eventflux.api.spi.window;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides which rows stay and when they leave. Its fields are final: arguments, and handles on {@linkplain
 * eventflux.api.spi.state state}. Called by the thread that owns the application; must not block. What it throws goes to the
 * error policy of the stream.
 */
@ConsumerType
public interface Window {

    /**
     * A row arrives.
     *
     * @param row valid during the call
     * @param now the application's time, epoch milliseconds; never runs backwards
     * @param out takes what leaves, comes and is forgotten, in that order of emission
     */
    void onRow(Row row, long now, WindowOutput out);

    /** The {@linkplain WindowContext#timer timer} of the present key fires; {@code now} is what it was set to, or later. */
    default void onTimer(long now, WindowOutput out) {
        throw new IllegalStateException("a window that sets a timer answers it");
    }

    /**
     * Whether the window goes by what comes together: {@link #onRunEnd} is called behind the last of the rows that were sent, or put
     * out by a query, at once. Other windows don't hear of that.
     */
    default boolean goesByRuns() {
        return false;
    }

    /** The rows that came together have all been handed over, for windows that {@linkplain #goesByRuns go by them}. */
    default void onRunEnd(long now, WindowOutput out) {
        throw new IllegalStateException("a window that goes by runs answers their end");
    }

    /**
     * Whether {@link #onRow} looks at {@code now}. A window that goes by number or by a column of its rows says no, and the
     * engine need not read the clock for each row; {@code now} is then some earlier time.
     */
    default boolean readsTime() {
        return true;
    }

    /** Whether rows leave one by one or batch by batch. */
    default WindowMode mode() {
        return WindowMode.SLIDING;
    }

    /** Whether rows leave in the order in which they came; aggregators choose cheaper state if so. */
    default boolean expiresInOrder() {
        return true;
    }
}
