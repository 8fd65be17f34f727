package eventflux.core.operator.output;

import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.Arrays;
import org.agrona.UnsafeApi;

/**
 * Drops the rows of a step that equal an earlier one in all columns, whatever their times. A hash table of places that is
 * emptied after each step. Used by the thread that owns the application.
 */
public final class DistinctRows implements RunReceiver {

    private static final int INITIAL_SLOTS = 32;
    private static final int FREE = 0;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final RowBatch batch;
    private final RunReceiver next;
    private final RowRun run = new RowRun();
    // Written by the thread that owns the application.
    private long[] table = new long[INITIAL_SLOTS];

    /** Before {@code next}, for rows of a layout. */
    public DistinctRows(RowLayout layout, RunReceiver next) {
        this.batch = new RowBatch(layout);
        this.next = next;
        Arrays.fill(table, FREE);
    }

    @Override
    public void receive(RowRun step) {
        if (step.count() == 1) {
            next.receive(step);
            return;
        }
        clear(step.count());
        try {
            for (long at = step.begin(); at < step.end(); at += RowLayout.length(at)) {
                if (isFirst(at)) {
                    batch.append(at);
                }
            }
            next.receive(run.wrap(batch));
        } finally {
            batch.clear();
        }
    }

    private void clear(int rows) {
        if (rows * 2 > table.length) {
            table = new long[Integer.highestOneBit(rows * 2) << 1];
        }
        Arrays.fill(table, FREE);
    }

    private boolean isFirst(long at) {
        int mask = table.length - 1;
        int slot = (int) (hash(at) >>> Integer.SIZE) & mask;
        while (table[slot] != FREE) {
            if (isEqual(table[slot], at)) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = at;
        return true;
    }

    private static long hash(long at) {
        long hash = UnsafeApi.getInt(at + RowLayout.FLAGS_OFFSET);
        for (int i = RowLayout.NULLS_OFFSET; i < RowLayout.length(at); i += Long.BYTES) {
            hash = Long.rotateLeft((hash ^ UnsafeApi.getLong(at + i)) * MIX, 29);
        }
        return hash * MIX;
    }

    private static boolean isEqual(long left, long right) {
        int length = RowLayout.length(left);
        boolean isSameKind =
                UnsafeApi.getInt(left + RowLayout.FLAGS_OFFSET) == UnsafeApi.getInt(right + RowLayout.FLAGS_OFFSET);
        if (length != RowLayout.length(right) || !isSameKind) {
            return false;
        }
        for (int i = RowLayout.NULLS_OFFSET; i < length; i += Long.BYTES) {
            if (UnsafeApi.getLong(left + i) != UnsafeApi.getLong(right + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "distinct rows of a step\n" + next;
    }
}
