package eventflux.core.run.pressure;

import eventflux.core.row.RowBatch;

/**
 * Tries again after pauses that double, from a tenth of a millisecond on; gives up when the longest one has not helped. So
 * the whole wait is at most about twice the longest pause.
 */
public final class EverLongerPauses implements BackPressure {

    private static final long FIRST_PAUSE_NANOS = 100_000;

    private final long longestNanos;
    private final SenderTime time;

    /** Pauses up to so long. */
    public EverLongerPauses(long longestNanos, SenderTime time) {
        this.longestNanos = longestNanos;
        this.time = time;
    }

    @Override
    public int whenFull(FullRing ring, RowBatch rows, int offset, int length) {
        long pause = Math.min(FIRST_PAUSE_NANOS, longestNanos);
        while (!ring.offer(rows, offset, length)) {
            if (pause > longestNanos) {
                return offset;
            }
            time.pause(pause);
            pause = pause == longestNanos ? longestNanos + 1 : Math.min(pause * 2, longestNanos);
        }
        return offset + length;
    }
}
