package eventflux.api.spi.state;

import org.osgi.annotation.versioning.ProviderType;

/** 64-bit values of the present key, open at both ends; a double is kept by its bits. Reading an empty one is an error. */
@ProviderType
public interface LongDeque {

    /** How many values there are. */
    int size();

    /** Whether there is none. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** The first value. */
    long first();

    /** The last value. */
    long last();

    /** Adds after the last. */
    void addLast(long value);

    /** Removes the first. */
    void removeFirst();

    /** Removes the last. */
    void removeLast();

    /** Removes all. */
    void clear();
}
