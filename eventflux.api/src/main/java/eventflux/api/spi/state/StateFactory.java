package eventflux.api.spi.state;

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

    /** A double-ended queue of 64-bit values, empty for a new key. */
    LongDeque longDeque(String name);
}
