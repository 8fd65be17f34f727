package eventflux.core.state;

import java.util.BitSet;

/**
 * Something that remembers in one part of records and nowhere else: what is asked of it is asked of that part. Used by the thread that owns
 * the application.
 */
public interface RecordHolder extends Stateful {

    /** Where it remembers; always the same. */
    RecordPart record();

    @Override
    default String id() {
        return record().id();
    }

    @Override
    default void save(SnapshotWriter out) {
        record().save(out);
    }

    @Override
    default void restore(SnapshotReader in) {
        record().restore(in);
    }

    @Override
    default void mark(BitSet symbols) {
        record().mark(symbols);
    }
}
