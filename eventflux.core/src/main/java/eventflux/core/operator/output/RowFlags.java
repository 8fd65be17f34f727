package eventflux.core.operator.output;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import org.agrona.UnsafeApi;

/** Rows that have come, and rows that have left. */
final class RowFlags {

    private RowFlags() {}

    static boolean isExpired(RowView row) {
        return (row.flags() & RowLayout.EXPIRED_FLAG) != 0;
    }

    /** Copies a row to the end of a batch as one that is there. */
    static void appendAsCurrent(RowView row, RowBatch out) {
        long copy = out.append(row.address());
        UnsafeApi.putInt(copy + RowLayout.FLAGS_OFFSET, row.flags() & ~RowLayout.EXPIRED_FLAG);
    }
}
