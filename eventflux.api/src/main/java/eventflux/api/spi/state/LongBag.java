package eventflux.api.spi.state;

import org.osgi.annotation.versioning.ProviderType;

/**
 * 64-bit values of the present key in rising order, equal ones counted. What it answers about order and rank, and every
 * change, takes time logarithmic in the number of different values; nothing is allocated once it has had its largest size.
 * Reading an empty one is an error.
 */
@ProviderType
public interface LongBag {

    /** Puts a value in; answers whether it was not there before. */
    boolean add(long value);

    /** Takes one of these values out, an error when there is none; answers whether none of them is left. */
    boolean remove(long value);

    /** How many values there are. */
    long size();

    /** How many different values there are. */
    long distinct();

    /** Whether there is none. */
    default boolean isEmpty() {
        return distinct() == 0;
    }

    /** The first value of the order. */
    long first();

    /** The last value of the order. */
    long last();

    /** The value with so many before it; counted from zero, below {@link #size}. */
    long at(long rank);

    /** The last value up to and including {@code limit}, or {@code none} when there is none. */
    long floor(long limit, long none);

    /** Removes all. */
    void clear();
}
