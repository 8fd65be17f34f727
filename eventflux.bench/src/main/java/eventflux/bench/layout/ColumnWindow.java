package eventflux.bench.layout;

import static eventflux.bench.layout.ColumnBatch.NULLS;
import static eventflux.bench.layout.ColumnBatch.PRICE;
import static eventflux.bench.layout.ColumnBatch.SLOTS;
import static eventflux.bench.layout.ColumnBatch.SYMBOL;
import static eventflux.bench.layout.ColumnBatch.TIMESTAMP;

import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;

/** The window of {@link RowWindow} with every column kept apart; the same spare room and the same moving to the front. */
final class ColumnWindow {

    private static final long PRICE_ONLY = 0b010;
    private static final int SPARE = 8;
    private static final int COLUMNS = 4;

    private final int rows;
    private final int capacity;
    private final ColumnBatch arena;
    private int head;
    private int tail;
    private int kept;
    private int known;
    private double sum;

    ColumnWindow(int rows) {
        this.rows = rows;
        capacity = SPARE * rows;
        arena = ColumnBatch.ofRows(capacity, COLUMNS);
    }

    @CompilerControl(Mode.DONT_INLINE)
    void accept(ColumnBatch in, ColumnBatch out) {
        int row = append(in);
        int end = tail;
        UnsafeBuffer held = arena.buffer;
        int nulls = arena.column(NULLS);
        int prices = arena.column(PRICE);
        while (row < end) {
            evictIfFull(held, nulls, prices);
            if ((held.getLong(nulls + row * Long.BYTES) & PRICE_ONLY) == 0) {
                sum += held.getDouble(prices + row * Long.BYTES);
                known++;
            }
            kept++;
            emit(held, row, out);
            row++;
        }
        out.close(COLUMNS - 1);
    }

    private int append(ColumnBatch in) {
        if (tail + in.count > capacity) {
            for (int column = 0; column < SLOTS + COLUMNS; column++) {
                int at = arena.column(column);
                arena.buffer.putBytes(at, arena.buffer, at + head * Long.BYTES, (tail - head) * Long.BYTES);
            }
            tail -= head;
            head = 0;
        }
        int first = tail;
        for (int column = 0; column < SLOTS + COLUMNS; column++) {
            int to = arena.column(column) + first * Long.BYTES;
            Words.copy(in.buffer, in.column(column), arena.buffer, to, in.count * Long.BYTES);
        }
        tail = first + in.count;
        return first;
    }

    private void evictIfFull(UnsafeBuffer held, int nulls, int prices) {
        if (kept < rows) {
            return;
        }
        int oldest = head * Long.BYTES;
        if ((held.getLong(nulls + oldest) & PRICE_ONLY) == 0) {
            sum -= held.getDouble(prices + oldest);
            known--;
        }
        kept--;
        head++;
    }

    private void emit(UnsafeBuffer held, int row, ColumnBatch out) {
        out.begin(held.getLong(arena.column(TIMESTAMP) + row * Long.BYTES));
        out.setLong(0, held.getLong(arena.column(SYMBOL) + row * Long.BYTES));
        out.setDouble(1, sum);
        out.setDouble(2, sum / known);
        out.end();
    }
}
