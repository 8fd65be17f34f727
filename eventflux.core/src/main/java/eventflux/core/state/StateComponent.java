package eventflux.core.state;

import java.util.BitSet;

/** One cell or container of a record store; acts on the record that is selected. */
public interface StateComponent {

    /** Its name among the components of its operator. */
    String name();

    /** Puts the initial value into a new record. */
    void initialize();

    /** Gives back what the record holds outside itself. */
    void release();

    /** Whether {@link #release} has anything to do, so that clearing many records can be one step. */
    default boolean holdsBlocks() {
        return false;
    }

    /** Whether it counts on how the rows lie that it is handed, to keep them or to tell them apart. */
    default boolean readsRows() {
        return false;
    }

    /** The columns of the rows or keys that it holds which are codes: how they lie in a snapshot. */
    default BitSet coded() {
        return new BitSet();
    }

    /** Says which columns were codes when the values were saved that are restored next. */
    default void savedWith(BitSet coded) {}

    /** Writes the value. */
    void save(SnapshotWriter out);

    /** Reads the value in place of the present one. */
    void restore(SnapshotReader in);

    /** Marks the symbols that the value holds. */
    default void mark(BitSet symbols) {}
}
