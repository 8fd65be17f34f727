package eventflux.api.spi.stream;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes none, one or several rows of each row that comes, at once or later. What one call emits belongs to one step. */
@ConsumerType
public non-sealed interface StreamProcessor extends StreamFunction {

    /**
     * A row comes.
     *
     * @param row valid during the call
     * @param arguments what the arguments of the call are for this row, in their order, without constants; valid during the call
     * @param now the application's time, epoch milliseconds; never runs backwards
     * @param out takes the rows that go on
     */
    void onRow(Row row, Row arguments, long now, StreamOutput out);

    /**
     * Behind a window, a row leaves, and what is emitted now are rows that leave. Without this nothing is, and aggregates behind
     * the processor keep what it has emitted.
     *
     * @param row as it came, with the time when it left; valid during the call
     */
    default void onExpired(Row row, Row arguments, long now, StreamOutput out) {}

    /** The {@linkplain StreamFunctionContext#timer timer} of the present key fires; {@code now} is what it was set to, or later. */
    default void onTimer(long now, StreamOutput out) {
        throw new IllegalStateException("a processor that sets a timer answers it");
    }

    /** Whether {@link #onRow} looks at {@code now}; if not, the engine need not read the clock for each row. */
    default boolean readsTime() {
        return true;
    }
}
