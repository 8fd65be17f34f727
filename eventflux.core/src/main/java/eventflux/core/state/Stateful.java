package eventflux.core.state;

import java.util.BitSet;

/**
 * Something in a pipeline that remembers. Its id comes from the plan (query name and operator), so that a snapshot finds
 * it again. Used by the thread that owns the application.
 */
public interface Stateful {

    /** Unique in the application and the same whenever the same text is compiled. */
    String id();

    /** Writes all of it. */
    void save(SnapshotWriter out);

    /** Reads all of it in place of what is there. */
    void restore(SnapshotReader in);

    /**
     * Rows may come from now on. Called once, after a restore too, before the first row; in playback when the first time is known.
     *
     * @param now the application's time
     */
    default void begin(long now) {}

    /** Marks the symbols that it holds. */
    void mark(BitSet symbols);
}
