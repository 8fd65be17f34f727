package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/** The rows of one key. */
public final class KeyCandidates implements Candidates {

    private final EqualIndex index;
    private final RowKey probe;
    // All fields below are written by the thread that owns the application.
    private int first = EqualIndex.NONE;
    private int next = EqualIndex.NONE;

    /**
     * The rows whose key an event gives.
     *
     * @param index over the key
     * @param probe reads the key from the event
     */
    public KeyCandidates(EqualIndex index, RowKey probe) {
        this.index = index;
        this.probe = probe;
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        first = probe.read(event, context) ? index.first(probe.value()) : EqualIndex.NONE;
        next = first;
    }

    @Override
    public int next() {
        int slot = next;
        if (slot != EqualIndex.NONE) {
            next = index.next(slot, first);
        }
        return slot;
    }

    @Override
    public String toString() {
        return index + " at " + probe;
    }
}
