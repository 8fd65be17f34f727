package eventflux.core.run.pressure;

import eventflux.core.row.RowBatch;

/** Waits for nothing: makes room by giving up what has been in the ring longest. */
public final class DropOldest implements BackPressure {

    @Override
    public int whenFull(FullRing ring, RowBatch rows, int offset, int length) {
        while (!ring.offer(rows, offset, length)) {
            ring.evict();
        }
        return offset + length;
    }
}
