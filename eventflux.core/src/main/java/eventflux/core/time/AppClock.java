package eventflux.core.time;

/**
 * The application's time: never runs backwards, and stops at each deadline on its way so that timers see the time that
 * they were set to, however far it is moved at once. Used by the thread that owns the application.
 */
public final class AppClock {

    private final TimerQueue timers = new TimerQueue();
    private final TimeListener listener;
    // Written by the thread that owns the application.
    private long now = Long.MIN_VALUE;
    private boolean isFiring;
    // Written once, before the clock goes.
    private Firing firing = TimerQueue::fire;

    /** A clock that tells the listener of each step. */
    public AppClock(TimeListener listener) {
        this.listener = listener;
    }

    /** Says what belongs to the firing of a deadline; before the clock goes. */
    public void around(Firing whole) {
        firing = whole;
    }

    /** The deadlines. */
    public TimerQueue timers() {
        return timers;
    }

    /** The application's time, epoch milliseconds. */
    public long now() {
        return now;
    }

    /** Whether what happens now is the work of a deadline: others that are due at the same time may still come. */
    public boolean isFiring() {
        return isFiring;
    }

    /** Moves on to a time and fires what is due until then; an earlier time changes nothing. */
    public void advanceTo(long time) {
        for (long next = timers.next(); next <= time && next != TimerQueue.NEVER; next = timers.next()) {
            step(next);
            fire();
        }
        step(time);
    }

    private void fire() {
        isFiring = true;
        try {
            firing.fire(timers);
        } finally {
            isFiring = false;
        }
    }

    /** Sets the time without firing anything, after a restore. */
    public void reset(long time) {
        now = time;
        listener.onTime(time);
    }

    private void step(long time) {
        if (time > now) {
            now = time;
            listener.onTime(time);
        }
    }

    /** Fires the earliest deadline, and does what belongs to that. */
    @FunctionalInterface
    public interface Firing {

        /** The earliest of these has come. */
        void fire(TimerQueue timers);
    }

    /** Who wants to know the time whenever it changes. */
    @FunctionalInterface
    public interface TimeListener {

        /** It is so late now. */
        void onTime(long now);
    }
}
