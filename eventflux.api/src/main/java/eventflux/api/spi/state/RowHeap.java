package eventflux.api.spi.state;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rows of the present key of which the one that a {@link RowOrder} puts last is at hand. Adding and removing take time that
 * grows with the logarithm of the size, and allocate nothing once the heap has had its largest size.
 */
@ProviderType
public interface RowHeap {

    /** Copies a row into the heap. */
    void add(Row row);

    /** How many rows there are. */
    int size();

    /** Whether there is none. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** The row that the order puts last, null when there is none; the heap's one cursor, moved. */
    Row last();

    /** Removes the row that the order puts last; what the cursor stood on stays readable until the next row is added. */
    void removeLast();

    /** Removes all rows. */
    void clear();
}
