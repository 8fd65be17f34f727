package eventflux.core.operator.loop;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/**
 * Stands where a loop is closed, before the stream that rows come back to. Those that are going on and those that come meanwhile lie in
 * two batches, which change places: rows that are being read are not moved. Used by the thread that owns the application.
 */
public final class ReturningRows implements RunReceiver {

    private final String way;
    private final StreamJunction stream;
    private final LoopQueue queue;
    private final int number;
    private final PartMemory parts;
    private final RowView failed;
    private final RowFailures failures;
    private final RowRun single = new RowRun();

    // All fields below are written by the thread that owns the application.
    private RowBatch going;
    private RowBatch coming;
    private int at;

    /**
     * An end of a loop.
     *
     * @param way who brings the rows, as the log names what fails
     * @param stream that they come back to
     * @param queue of the application
     * @param parts knows in which part of a partition the rows stay
     * @param failed to look at rows through
     * @param failures takes rows that are too many
     */
    public ReturningRows(
            String way,
            StreamJunction stream,
            LoopQueue queue,
            PartMemory parts,
            RowView failed,
            RowFailures failures) {
        this.way = way;
        this.stream = stream;
        this.queue = queue;
        this.parts = parts;
        this.failed = failed;
        this.failures = failures;
        this.going = new RowBatch(stream.layout());
        this.coming = new RowBatch(stream.layout());
        this.number = queue.add(this);
    }

    // What comes outside of any step is one.
    @Override
    public void receive(RowRun run) {
        boolean isStep = queue.begin();
        try {
            long end = run.end();
            for (long row = run.begin(); row < end; ) {
                int length = RowLayout.length(row);
                if (queue.admit(number)) {
                    coming.append(row);
                    parts.note();
                } else {
                    failures.rowFailed(way, failed.wrap(row), tooMany());
                }
                row += length;
            }
        } finally {
            if (isStep) {
                queue.end();
            }
        }
    }

    private EventFluxException tooMany() {
        return new EventFluxException(
                Problem.of(LoopError.LOOP_TOO_LONG, "limit", queue.limit(), "stream", stream.name()));
    }

    /** Lets the row go on that has waited longest. */
    void handNext() {
        if (at == going.length()) {
            changePlaces();
        }
        long row = going.begin() + at;
        int length = RowLayout.length(row);
        at += length;
        int before = parts.enterNext();
        try {
            stream.receive(single.wrap(row, length, 1));
        } finally {
            parts.leave(before);
        }
    }

    private void changePlaces() {
        RowBatch read = going;
        read.clear();
        going = coming;
        coming = read;
        at = 0;
    }

    /** Forgets all rows. */
    void clear() {
        going.clear();
        coming.clear();
        at = 0;
        parts.clear();
    }
}
