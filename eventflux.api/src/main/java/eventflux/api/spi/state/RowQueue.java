package eventflux.api.spi.state;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rows of the present key in the order they were appended, kept outside the garbage-collected heap. Every operation but
 * {@link #clear} and {@link #takeAll} takes constant time and allocates nothing once the queue has had its largest size.
 *
 * <p>{@link #first} and {@link #next} answer the queue's one cursor, moved.
 */
@ProviderType
public interface RowQueue {

    /** Copies a row to the end. */
    void append(Row row);

    /** Copies a row to the end, with another value in a LONG column, which must not be null in the row. */
    void append(Row row, int column, long value);

    /** How many rows there are. */
    int size();

    /** Whether there is none. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** The oldest row, null when there is none; later {@link #next} goes on from here. */
    Row first();

    /** The row after the one answered last, null after the newest. */
    Row next();

    /** Removes the oldest row; what the cursor stood on stays readable until the next append. */
    void removeFirst();

    /** Removes the oldest row, of at least one, and answers it on a cursor of its own, to be read until the next append. */
    Row takeFirst();

    /** Removes all rows. */
    void clear();

    /** Removes what is here and takes over all rows of another queue of the same extension, which is left empty. */
    void takeAll(RowQueue other);

    /** Moves all rows of another queue of the same extension behind those that are here; takes constant time. */
    void appendAll(RowQueue other);
}
