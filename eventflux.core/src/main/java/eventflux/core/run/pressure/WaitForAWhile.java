package eventflux.core.run.pressure;

import eventflux.core.row.RowBatch;

/** Waits until there is room or a time is over, looking every now and then. */
public final class WaitForAWhile implements BackPressure {

    private static final long PAUSE_NANOS = 50_000;

    private final long mostNanos;
    private final SenderTime time;

    /** Waits so long at most. */
    public WaitForAWhile(long mostNanos, SenderTime time) {
        this.mostNanos = mostNanos;
        this.time = time;
    }

    @Override
    public int whenFull(FullRing ring, RowBatch rows, int offset, int length) {
        long began = time.nanos();
        while (!ring.offer(rows, offset, length)) {
            long left = mostNanos - (time.nanos() - began);
            if (left <= 0) {
                return offset;
            }
            time.pause(Math.min(left, PAUSE_NANOS));
        }
        return offset + length;
    }
}
