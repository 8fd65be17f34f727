package eventflux.testkit.window;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;

/**
 * A window written from its definition in the plainest way, to compare the real one with: it may keep rows and anything
 * else in fields, need not care about cost, and is told of every millisecond instead of setting a timer. One object
 * serves one key.
 */
public interface WindowModel {

    /** A millisecond begins in which rows may arrive. */
    default void onMillisecond(long now, WindowOutput out) {}

    /** The rows that came together have all arrived. */
    default void onRunEnd(WindowOutput out) {}

    /** A row arrives, after the millisecond has begun; unlike a window, the model may keep it. */
    void onRow(Row row, long now, WindowOutput out);
}
