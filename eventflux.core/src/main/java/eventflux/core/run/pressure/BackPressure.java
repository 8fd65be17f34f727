package eventflux.core.run.pressure;

import eventflux.core.row.RowBatch;

/** What a sender does when a ring has no room for its rows. Safe for many threads. */
public interface BackPressure {

    /** Whether rows may try the ring at all; those that may not are given up. */
    default boolean admits() {
        return true;
    }

    /** Rows have found room at once. */
    default void foundRoom() {}

    /**
     * The ring has no room for the rows of a batch that begin at an offset.
     *
     * @return where the rows begin that are given up; the end of all when they are all in the ring
     */
    int whenFull(FullRing ring, RowBatch rows, int offset, int length);

    /** A ring without room, as one sender sees it. */
    interface FullRing {

        /**
         * Tries again.
         *
         * @return whether the rows are in the ring now
         * @throws eventflux.api.error.EventFluxException when the application takes none any more
         */
        boolean offer(RowBatch rows, int offset, int length);

        /** Gives up the oldest rows in the ring. */
        void evict();
    }
}
