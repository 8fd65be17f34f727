package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.WindowOutput;

/** The rows that a window keeps, in the order in which they came. */
interface KeptRows {

    /** How many rows there are. */
    int size();

    /** Whether there is none. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** The oldest row, null when there is none. */
    Row oldest();

    /** Removes the oldest row, which stays readable until a row is added. */
    void removeOldest();

    /** Lets a row go whose place an arriving one takes; answers whether there was one. */
    default boolean makePlace(Row arriving, SlidingRelease release, WindowOutput out) {
        return false;
    }

    /** Keeps a row; answers whether there is one more now. */
    boolean add(Row row);

    /** Tells that all rows are current. */
    void tellAll(WindowOutput out);

    /** Moves all rows behind those of a queue. */
    void moveTo(RowQueue target);

    /** Whether a row that came earlier gives its place to one of these. */
    default boolean replaces(Row earlier) {
        return false;
    }

    /** Moves all rows behind those that came earlier, of which those go that are {@linkplain #replaces replaced}. */
    default void joinTo(RowQueue earlier) {
        moveTo(earlier);
    }

    /** Removes all rows. */
    void clear();

    /** Whether rows leave in the order in which they came. */
    boolean leavesInOrder();

    /** Every row. */
    static KeptRows all(StateFactory state, String name) {
        return all(state, name, RowQueue::append);
    }

    /** Every row, put into its queue in some way. */
    static KeptRows all(StateFactory state, String name, RowCopy copy) {
        return new AllRows(state.rowQueue(name), copy);
    }

    /** Keeps whatever comes. */
    record AllRows(RowQueue rows, RowCopy copy) implements QueuedRows {

        @Override
        public boolean add(Row row) {
            copy.append(rows, row);
            return true;
        }
    }

    /** Rows that lie in one queue. */
    interface QueuedRows extends KeptRows {

        /** Where they lie. */
        RowQueue rows();

        @Override
        default int size() {
            return rows().size();
        }

        @Override
        default Row oldest() {
            return rows().first();
        }

        @Override
        default void removeOldest() {
            rows().removeFirst();
        }

        @Override
        default void tellAll(WindowOutput out) {
            BatchRelease.tellAll(rows(), out);
        }

        @Override
        default void moveTo(RowQueue target) {
            target.appendAll(rows());
        }

        @Override
        default void clear() {
            rows().clear();
        }

        @Override
        default boolean leavesInOrder() {
            return true;
        }
    }
}
