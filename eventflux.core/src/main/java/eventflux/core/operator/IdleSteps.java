package eventflux.core.operator;

import eventflux.api.spi.state.LongCell;

/**
 * How the clock of a playback goes on when no row comes: by a step each time that a while has passed. Used by the thread that
 * owns the application.
 *
 * @param due when the next step is, in the engine's time; 0 before the first row
 * @param idleMillis the while
 * @param stepMillis the step
 */
public record IdleSteps(LongCell due, long idleMillis, long stepMillis) {

    /** A row has come. */
    public void rowCame(long now) {
        due.set(now + idleMillis);
    }

    /** Whether there was a row yet. */
    public boolean isRunning() {
        return due.get() != 0;
    }

    /** Takes a step off; answers false when none is due. */
    public boolean takeStep(long now) {
        if (!isRunning() || now < due.get()) {
            return false;
        }
        due.set(due.get() + idleMillis);
        return true;
    }
}
