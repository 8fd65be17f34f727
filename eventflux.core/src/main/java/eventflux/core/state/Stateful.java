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

    /** Marks the symbols that it holds. */
    void mark(BitSet symbols);
}
