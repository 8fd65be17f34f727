package eventflux.core.run.pressure;

import java.util.concurrent.locks.LockSupport;

/** The time that senders wait by, which no clock of an application drives. Safe for many threads. */
public interface SenderTime {

    /** The system's. */
    SenderTime SYSTEM = new SenderTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos) {
            LockSupport.parkNanos(this, nanos);
        }
    };

    /** Never jumps; only differences mean something. */
    long nanos();

    /** Waits about so long. */
    void pause(long nanos);
}
