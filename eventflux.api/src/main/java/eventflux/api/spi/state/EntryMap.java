package eventflux.api.spi.state;

import eventflux.api.event.Row;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Entries of the present key (the partition), one for each value that some columns of its rows have had: one for each user, for
 * each card. An entry has cells and containers of its own, handed out by {@link #entry()}: what they read and write belongs to
 * the entry that is selected. Nothing is selected when a call into the extension begins.
 *
 * <p>Entries have an order, in which they were added unless it is changed. Null is a value like any other. Every operation but
 * {@link #clear} and {@link #placeBy} takes constant time and allocates nothing once the map has had its largest size.
 */
@ProviderType
public interface EntryMap {

    /** Hands out the state of an entry; asked while the extension is created. */
    StateFactory entry();

    /** Selects the entry of a row's values; answers false, and selects none, when there is none. */
    boolean select(Row row);

    /** Adds an entry with initial state for a row's values, which has none yet, behind the others, and selects it. */
    void add(Row row);

    /** Selects the first entry; answers false when there is none. */
    boolean selectFirst();

    /**
     * Selects the entry that was behind the one selected last when that was selected; answers false when there is none. In between
     * no other entry may have been removed.
     */
    boolean selectNext();

    /** Removes the selected entry with all its state; none is selected then. */
    void remove();

    /** Moves the selected entry behind all others. */
    void moveToLast();

    /**
     * Moves the selected entry to where a number of its state belongs, when the others are in rising order of it: in front of the
     * entries behind it with larger numbers, or behind those with smaller ones. Takes the longer the farther it moves, seen from
     * the end.
     */
    void placeBy(LongCell rank);

    /** How many entries there are. */
    int size();

    /** Whether there is none. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** Removes all entries. */
    void clear();
}
