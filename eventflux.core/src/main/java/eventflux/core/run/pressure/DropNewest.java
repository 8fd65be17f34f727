package eventflux.core.run.pressure;

import eventflux.core.row.RowBatch;

/** Waits for nothing: of the rows at hand those go into the ring that there is room for, the others are given up. */
public final class DropNewest implements BackPressure {

    @Override
    public int whenFull(FullRing ring, RowBatch rows, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at < end; ) {
            int row = rows.lengthAt(at);
            if (!ring.offer(rows, at, row)) {
                return at;
            }
            at += row;
        }
        return end;
    }
}
