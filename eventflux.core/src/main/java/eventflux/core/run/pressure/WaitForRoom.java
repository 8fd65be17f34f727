package eventflux.core.run.pressure;

import eventflux.core.row.RowBatch;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/** Waits until there is room, however long that takes. */
public final class WaitForRoom implements BackPressure {

    @Override
    public int whenFull(FullRing ring, RowBatch rows, int offset, int length) {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (!ring.offer(rows, offset, length)) {
            idle.idle();
        }
        return offset + length;
    }
}
