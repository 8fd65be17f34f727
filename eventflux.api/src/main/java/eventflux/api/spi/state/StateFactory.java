package eventflux.api.spi.state;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands out everything that an extension may remember. Asked once for each cell, by name, while the extension is created;
 * asking twice for one name is an error.
 *
 * <p>The cells are handles: what they read and write belongs to the key (the partition, the group) that the engine is working
 * on at that moment, so an extension is written as if there were only one. Saving, restoring, isolation by key and release of
 * idle keys follow without any code of the extension, provided that it keeps nothing that changes in fields of its own.
 */
@ProviderType
public interface StateFactory {

    /** A number, {@code initial} for a new key. */
    LongCell longCell(String name, long initial);

    /** A number, {@code initial} for a new key. */
    DoubleCell doubleCell(String name, double initial);

    /** A queue of rows of the extension's input schema, empty for a new key. */
    RowQueue rowQueue(String name);

    /** Rows of the extension's input schema, of which the one that the order puts last is at hand; empty for a new key. */
    RowHeap rowHeap(String name, RowOrder order);

    /**
     * Entries by the values of columns of the extension's input schema, none for a new key.
     *
     * @param columns places in the schema; by none, all rows have one entry
     */
    EntryMap entryMap(String name, List<Integer> columns);

    /** A double-ended queue of 64-bit values, empty for a new key. */
    LongDeque longDeque(String name);

    /** Values in rising order, empty for a new key; a double is kept by bits that rise with it. */
    LongBag longBag(String name);

    /** Cells and containers of texts. */
    TextCodes texts();
}
