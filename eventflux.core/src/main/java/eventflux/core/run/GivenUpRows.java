package eventflux.core.run;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.failure.FailureLog;
import eventflux.core.ring.RowRing;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows that found no room in a ring. Where the stream hands its failures on they wait here for the ring's thread, as many as
 * the ring itself holds; the others are lost, counted, and mentioned now and then. Safe for many threads.
 */
final class GivenUpRows {

    private final String where;
    private final FailureLog failures;
    private final EventFluxException cause;
    private final AtomicLong count = new AtomicLong();
    private final RowRing kept; // null when the stream's failures are only logged

    GivenUpRows(String stream, RowLayout layout, RingOptions options) {
        this.where = "stream " + stream;
        this.failures = options.failures();
        this.cause = new EventFluxException(Problem.of(RunError.RING_FULL, "stream", stream));
        this.kept = options.keepsGivenUp() ? new RowRing(layout, options.rows()) : null;
    }

    /** How many rows have been given up. */
    long count() {
        return count.get();
    }

    /** Takes rows that lie one after another; not more bytes than the ring's largest run has. */
    void take(RowBatch batch, int offset, int length) {
        int rows = 0;
        for (int at = offset; at < offset + length; at += batch.lengthAt(at)) {
            rows++;
        }
        count.addAndGet(rows);
        if (kept == null || !kept.offer(batch, offset, length)) {
            failures.lost(where, rows, cause);
        }
    }

    /** Whether none waits. */
    boolean isEmpty() {
        return kept == null || kept.isEmpty();
    }

    /** Hands those that wait to the failures of their stream; as the owner. */
    void handOn(StreamInput stream, RowBatch batch, int most) {
        if (isEmpty()) {
            return;
        }
        batch.clear();
        try {
            kept.gather(batch, most);
            stream.fail(new RowRun().wrap(batch), cause);
        } finally {
            batch.clear();
        }
    }

    /** Drops those that wait. */
    void clear(RowBatch batch) {
        while (!isEmpty()) {
            kept.gatherMessage(batch);
            batch.clear();
        }
    }
}
