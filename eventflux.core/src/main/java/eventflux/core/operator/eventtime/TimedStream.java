package eventflux.core.operator.eventtime;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowHeap;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import org.agrona.UnsafeApi;

/**
 * A stream whose rows carry the time. Rows that may still be overtaken are held back; rows that come too late go elsewhere.
 * Used by the thread that owns the application.
 */
public final class TimedStream {

    /** The time of a stream that no row has come to. */
    static final long NONE = Long.MIN_VALUE;

    private final StreamJunction junction;
    private final TimeBounds bounds;
    private final RowView row;
    private final RowHeap held;
    private final LongCell highest;
    private final LongCell lastCame;
    private final RowFailures late;
    private final RowFailures timeless;
    private final String where;
    private final EventFluxException lateRow;
    private final EventFluxException noTime;
    private final RowBatch released;
    private final RowRun single = new RowRun();

    /**
     * A stream that holds no rows.
     *
     * @param junction takes rows in their order
     * @param bounds what it says of its times
     * @param state what it remembers
     * @param late takes rows that come too late
     * @param timeless takes rows without a time
     */
    public TimedStream(
            StreamJunction junction, TimeBounds bounds, State state, RowFailures late, RowFailures timeless) {
        RowLayout layout = junction.layout();
        this.junction = junction;
        this.bounds = bounds;
        this.row = new RowView(layout, state.symbols());
        this.held = state.cells().eventHeap("held", bounds.column());
        this.highest = state.cells().longCell("highest", NONE);
        this.lastCame = state.cells().longCell("came", NONE);
        this.late = late;
        this.timeless = timeless;
        this.where = "stream " + junction.name();
        this.lateRow = new EventFluxException(Problem.of(EventTimeError.LATE_ROW, "stream", junction.name()));
        this.noTime = new EventFluxException(Problem.of(EventTimeError.NO_EVENT_TIME, "stream", junction.name()));
        this.released = new RowBatch(layout);
    }

    boolean isOf(StreamJunction other) {
        return junction == other;
    }

    /** Rows are coming. */
    public void rowsCame(int rows, long now) {
        junction.count(rows);
        lastCame.set(now);
    }

    /** Takes a row while the application's time is so far. */
    public void take(long at, long clock) {
        row.wrap(at);
        if (row.isNull(bounds.column())) {
            timeless.rowFailed(where, row, noTime);
            return;
        }
        long time = row.getLong(bounds.column());
        UnsafeApi.putLong(at + RowLayout.TIMESTAMP_OFFSET, time);
        row.wrap(at);
        if (time >= clock) {
            held.add(row);
            highest.set(Math.max(highest.get(), time));
        } else if (clock - time <= bounds.latenessMillis()) {
            junction.release(single.wrap(row));
        } else {
            late.rowFailed(where, row, lateRow);
        }
    }

    /** The time of the row that is next, {@link Long#MAX_VALUE} when none is held. */
    public long nextTime() {
        return held.isEmpty() ? Long.MAX_VALUE : ((RowView) held.last()).timestamp();
    }

    /** Lets the row go on that is next. */
    public void release() {
        RowView next = (RowView) held.last();
        released.clear();
        released.append(next.address());
        held.removeLast();
        junction.release(single.wrap(released));
    }

    long highest() {
        return highest.get();
    }

    long watermark() {
        return highest.get() == NONE ? NONE : highest.get() - bounds.delayMillis();
    }

    void begin(long now) {
        if (lastCame.get() == NONE) {
            lastCame.set(now);
        }
    }

    /** When it will have been without rows for so long that it holds nobody back; {@link Long#MAX_VALUE} when never. */
    long idleFrom() {
        return bounds.idleMillis() == 0 ? Long.MAX_VALUE : lastCame.get() + bounds.idleMillis();
    }

    /**
     * What a stream remembers.
     *
     * @param cells of the stream's own
     * @param symbols what the codes of its rows mean
     */
    public record State(OperatorState cells, SymbolTable symbols) {}
}
