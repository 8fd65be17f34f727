package eventflux.bench.layout;

import static eventflux.bench.layout.RowBatch.NULLS;
import static eventflux.bench.layout.RowBatch.PRICE;
import static eventflux.bench.layout.RowBatch.SYMBOL;
import static eventflux.bench.layout.RowBatch.TIMESTAMP;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.CompilerControl.Mode;

/**
 * A sliding length window that keeps whole rows, row-major. Rows lie one after another from head to tail; when the tail
 * reaches the end, the live rows are moved to the front in one block.
 */
final class RowWindow {

    private static final long PRICE_ONLY = 0b010;
    private static final int SPARE = 8;

    private final int rows;
    private final UnsafeBuffer arena;
    private int head;
    private int tail;
    private int kept;
    private int known;
    private double sum;

    RowWindow(int rows, int longestRow) {
        this.rows = rows;
        arena = new UnsafeBuffer(ByteBuffer.allocateDirect(SPARE * rows * longestRow));
    }

    @CompilerControl(Mode.DONT_INLINE)
    void accept(RowBatch in, RowBatch out) {
        int row = append(in);
        int end = tail;
        UnsafeBuffer held = arena;
        while (row < end) {
            evictIfFull(held);
            if ((held.getLong(row + NULLS) & PRICE_ONLY) == 0) {
                sum += held.getDouble(row + PRICE);
                known++;
            }
            kept++;
            emit(held, row, out);
            row += held.getInt(row);
        }
    }

    private int append(RowBatch in) {
        int length = in.limit - in.start;
        if (tail + length > arena.capacity()) {
            arena.putBytes(0, arena, head, tail - head);
            tail -= head;
            head = 0;
        }
        int first = tail;
        Words.copy(in.buffer, in.start, arena, first, length);
        tail = first + length;
        return first;
    }

    private void evictIfFull(UnsafeBuffer held) {
        if (kept < rows) {
            return;
        }
        int oldest = head;
        if ((held.getLong(oldest + NULLS) & PRICE_ONLY) == 0) {
            sum -= held.getDouble(oldest + PRICE);
            known--;
        }
        kept--;
        head = oldest + held.getInt(oldest);
    }

    private void emit(UnsafeBuffer held, int row, RowBatch out) {
        out.begin(held.getLong(row + TIMESTAMP));
        out.setLong(0, held.getLong(row + SYMBOL));
        out.setDouble(1, sum);
        out.setDouble(2, sum / known);
        out.end(3, 0);
    }
}
