package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.RecordCells;
import eventflux.core.state.SavedRows;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.StateComponent;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * The partial matches of the present key in a sequence of single events: one for each number of events at most. Used by the thread
 * that owns the application.
 *
 * <pre>
 *   record:  the match of one event | of two | … (long each, {@link RowArena#NONE} where there is none)
 *   match:   deadline (long) | row, composed
 * </pre>
 */
final class ConsecutiveMemory implements StateComponent {

    /** How long matches live that no limit ends. */
    static final long FOR_EVER = Long.MAX_VALUE;

    private static final int ROW_OFFSET = Long.BYTES;

    private final RecordCells cells;
    private final int most;
    private final RowArena arena;
    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowView view;
    private final RowView nothing;
    private final SavedRows saved;

    /**
     * Memory whose cells are asked for in the state of a pattern.
     *
     * @param most events of a partial match
     * @param parts the pattern
     */
    ConsecutiveMemory(int most, PatternParts parts) {
        RowLayout layout = parts.row();
        SymbolTable symbols = parts.symbols();
        this.most = most;
        this.arena = parts.arena();
        this.cells = parts.state().cells(most);
        this.batch = new RowBatch(layout);
        this.builder = new RowBuilder(batch, symbols);
        this.view = new RowView(layout, symbols);
        this.saved = new SavedRows(layout, symbols);
        this.nothing = nothing(layout, symbols);
        parts.state().add(this);
    }

    private static RowView nothing(RowLayout layout, SymbolTable symbols) {
        RowBuilder empty = new RowBuilder(new RowBatch(layout), symbols);
        empty.begin(0, 0);
        empty.putAllNull();
        empty.commit();
        return new RowView(layout, symbols).wrap(empty.batch());
    }

    /** The match of so many events, which is not there any more then; or {@link RowArena#NONE}. */
    long remove(int events) {
        long match = cells.get(events - 1);
        if (match != RowArena.NONE) {
            cells.set(events - 1, RowArena.NONE);
        }
        return match;
    }

    /** Puts a match of so many events where none is. */
    void put(int events, long match) {
        cells.set(events - 1, match);
    }

    /** The last time at which a match may take an event. */
    long deadline(long match) {
        return UnsafeApi.getLong(match);
    }

    /** The row of a match, until the next one is asked for. */
    RowView row(long match) {
        return view.wrap(match + ROW_OFFSET);
    }

    /** A match of one event, which may take others for so many milliseconds. */
    void begin(RowCapture capture, RowView event, long within) {
        long deadline = within == FOR_EVER ? FOR_EVER : event.timestamp() + within;
        if (capture.isInPlace()) {
            long match = allocate(deadline, nothing.address(), nothing.length());
            change(match, capture, event);
            put(1, match);
        } else {
            compose(nothing, capture, event);
            put(1, allocate(deadline));
        }
    }

    /** A match takes an event; answers where it lies from now on. */
    long change(long match, RowCapture capture, RowView event) {
        if (capture.isInPlace()) {
            long row = match + ROW_OFFSET;
            capture.change(row, event);
            UnsafeApi.putLong(row + RowLayout.TIMESTAMP_OFFSET, event.timestamp());
            return match;
        }
        compose(row(match), capture, event);
        long deadline = deadline(match);
        free(match);
        return allocate(deadline);
    }

    private void compose(RowView before, RowCapture capture, RowView event) {
        batch.clear();
        builder.begin(event.timestamp(), 0);
        capture.compose(before, event, 0, builder);
        builder.commit();
    }

    private long allocate(long deadline) {
        return allocate(deadline, batch.begin(), batch.length());
    }

    private long allocate(long deadline, long row, int length) {
        long match = arena.allocate(ROW_OFFSET + length);
        UnsafeApi.putLong(match, deadline);
        RowMemory.copy(row, match + ROW_OFFSET, length);
        return match;
    }

    /** Gives up a match that is not there any more. */
    void free(long match) {
        int length = RowLayout.length(match + ROW_OFFSET);
        arena.release(match, ROW_OFFSET + length);
    }

    /** Whether there is no match that may take an event of that time. */
    boolean isEmpty(long time) {
        for (int cell = 0; cell < most; cell++) {
            long match = cells.get(cell);
            if (match != RowArena.NONE && deadline(match) >= time) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String name() {
        return "consecutive";
    }

    @Override
    public void initialize() {
        for (int cell = 0; cell < most; cell++) {
            cells.set(cell, RowArena.NONE);
        }
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void release() {
        for (int events = 1; events <= most; events++) {
            long match = remove(events);
            if (match != RowArena.NONE) {
                free(match);
            }
        }
    }

    @Override
    public void mark(BitSet symbols) {
        for (int cell = 0; cell < most; cell++) {
            long match = cells.get(cell);
            if (match != RowArena.NONE) {
                SavedRows.mark(row(match), symbols);
            }
        }
    }

    @Override
    public BitSet coded() {
        return saved.coded();
    }

    @Override
    public void savedWith(BitSet coded) {
        saved.savedWith(coded);
    }

    @Override
    public void save(SnapshotWriter out) {
        for (int cell = 0; cell < most; cell++) {
            long match = cells.get(cell);
            out.writeInt(match == RowArena.NONE ? 0 : 1);
            if (match != RowArena.NONE) {
                out.writeLong(deadline(match));
                RowView row = row(match);
                out.writeBytes(row.address(), row.length());
            }
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        release();
        for (int events = 1; events <= most; events++) {
            if (in.readInt() != 0) {
                long deadline = in.readLong();
                saved.read(in);
                put(events, allocate(deadline, saved.address(), saved.length()));
            }
        }
    }
}
