package eventflux.core.operator.match;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordCells;
import eventflux.core.state.SavedRows;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.StateComponent;
import java.util.BitSet;
import org.agrona.UnsafeApi;

/**
 * The ways that attempts of the present key have come through the pattern so far, in one list: by the row that an attempt began
 * with, and of one attempt by preference. A complete match is the last way of its attempt.
 *
 * <pre>
 *   record:  first way | rows so far
 *
 *   0      8       16     24      32       40      48
 *  +------+-------+------+-------+--------+-------+-----+
 *  | next | start | last | begun | marked | place | row |
 *  | long | long  | long | long  | long   | long  |     |
 *  +------+-------+------+-------+--------+-------+-----+
 *
 *  start, last  numbers of the first and the last row;  begun  the time of the first
 *  marked       the number of the row that the search may go on from, or NONE
 *  place        what it waits for
 * </pre>
 */
final class Ways implements StateComponent {

    static final int START = 8;
    static final int LAST = 16;
    static final int BEGUN = 24;
    static final int MARKED = 32;
    static final int PLACE = 40;

    /** No row is marked. */
    static final long NONE = -1;

    private static final int ROW = 48;
    private static final int HEAD = 0;
    private static final int ROWS = 1;

    private final RowArena arena;
    private final RecordCells cells;
    private final RowLayout layout;
    private final SymbolTable symbols;
    private final SavedRows saved;

    Ways(OperatorState state, RowArena arena, RowLayout layout, SymbolTable symbols) {
        this.arena = arena;
        this.cells = state.cells(2);
        this.layout = layout;
        this.symbols = symbols;
        this.saved = new SavedRows(layout, symbols);
        state.add(this);
    }

    /** The first way; {@link RowArena#NONE} when there is none. */
    long head() {
        return cells.get(HEAD);
    }

    void head(long way) {
        cells.set(HEAD, way);
    }

    long next(long way) {
        return UnsafeApi.getLong(way);
    }

    void next(long way, long following) {
        UnsafeApi.putLong(way, following);
    }

    long get(long way, int field) {
        return UnsafeApi.getLong(way + field);
    }

    void put(long way, int field, long value) {
        UnsafeApi.putLong(way + field, value);
    }

    /** The number of a row that has come. */
    long nextRow() {
        long row = cells.get(ROWS);
        cells.set(ROWS, row + 1);
        return row;
    }

    /** A way with a copy of the only row of a batch. */
    long allocate(RowBatch row) {
        return allocate(row.begin(), row.length());
    }

    private long allocate(long row, int length) {
        long way = arena.allocate(ROW + length);
        RowMemory.copy(row, way + ROW, length);
        return way;
    }

    /** Moves a cursor to what is composed so far. */
    RowView row(long way, RowView cursor) {
        return cursor.wrap(way + ROW);
    }

    void release(long way) {
        int length = RowLayout.length(way + ROW);
        arena.release(way, ROW + length);
    }

    @Override
    public String name() {
        return "ways";
    }

    @Override
    public void initialize() {
        head(RowArena.NONE);
        cells.set(ROWS, 0);
    }

    @Override
    public boolean holdsBlocks() {
        return true;
    }

    @Override
    public void release() {
        for (long way = head(); way != RowArena.NONE; ) {
            long following = next(way);
            release(way);
            way = following;
        }
        head(RowArena.NONE);
    }

    @Override
    public void mark(BitSet marked) {
        RowView cursor = new RowView(layout, symbols);
        for (long way = head(); way != RowArena.NONE; way = next(way)) {
            row(way, cursor);
            SavedRows.mark(cursor, marked);
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
        out.writeLong(cells.get(ROWS));
        int count = 0;
        for (long way = head(); way != RowArena.NONE; way = next(way)) {
            count++;
        }
        out.writeInt(count);
        RowView cursor = new RowView(layout, symbols);
        for (long way = head(); way != RowArena.NONE; way = next(way)) {
            for (int field = START; field <= PLACE; field += Long.BYTES) {
                out.writeLong(get(way, field));
            }
            row(way, cursor);
            out.writeBytes(cursor.address(), cursor.length());
        }
    }

    @Override
    public void restore(SnapshotReader in) {
        release();
        cells.set(ROWS, in.readLong());
        int count = in.readCount(ROW);
        long last = RowArena.NONE;
        for (int i = 0; i < count; i++) {
            long[] fields = new long[5];
            for (int field = 0; field < fields.length; field++) {
                fields[field] = in.readLong();
            }
            saved.read(in);
            long way = allocate(saved.address(), saved.length());
            for (int field = 0; field < fields.length; field++) {
                put(way, START + field * Long.BYTES, fields[field]);
            }
            next(way, RowArena.NONE);
            if (last == RowArena.NONE) {
                head(way);
            } else {
                next(last, way);
            }
            last = way;
        }
    }
}
