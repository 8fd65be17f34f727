package eventflux.core.run;

import eventflux.api.AppState;
import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowRun;
import eventflux.core.time.TimerQueue;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Turns the pipeline of one application. Whoever holds the ownership is the agent: a sender, the thread of a ring, the
 * waker. While the application waits, senders wait here; when it is stopped, they are told so.
 */
public final class AppAgent {

    // How many symbols there may be before those that nobody holds are taken away.
    private static final int FIRST_SWEEP = 1 << 16;

    private final String application;
    private final TimeSource time;
    private final Ownership ownership = new Ownership();
    private final Object stateChange = new Object();
    private final Deque<Runnable> deferred = new ArrayDeque<>();

    // Written under the ownership; read by anybody.
    private volatile AppState state = AppState.CREATED;
    // All fields below are written by the thread that owns the application.
    private Pipeline pipeline;
    private ClockDrive drive;
    private boolean playback;
    private int sweepAt = FIRST_SWEEP;
    private Registration wake = () -> {};
    private long wakeAt = TimerQueue.NEVER;

    /**
     * An agent without a pipeline.
     *
     * @param application its name
     * @param time the engine's time
     */
    public AppAgent(String application, TimeSource time) {
        this.application = application;
        this.time = time;
    }

    /** Where the application stands. */
    public AppState state() {
        return state;
    }

    /** Runs something as the owner, whatever the state; waits for the ownership, or uses the one that the thread has. */
    public void asOwner(Runnable action) {
        if (ownership.isHeld()) {
            action.run();
            return;
        }
        ownership.acquire();
        try {
            action.run();
        } finally {
            release();
        }
    }

    /** Changes the state; as the owner. */
    public void state(AppState next) {
        state = next;
        synchronized (stateChange) {
            stateChange.notifyAll();
        }
    }

    /** The pipeline; as the owner. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Says what drives the clock of the pipeline that is put in place next; as the owner. */
    public void playback(boolean rowsDriveTheClock) {
        playback = rowsDriveTheClock;
    }

    /** Puts a pipeline in place, or null to let go of it; as the owner. */
    public void pipeline(Pipeline next) {
        if (drive != null) {
            drive.end();
        }
        pipeline = next;
        drive = next == null ? null : drive(next);
    }

    private ClockDrive drive(Pipeline next) {
        if (next.time().events().isPresent()) {
            return new EventDrive(next, time);
        }
        return playback ? new Playback(next, time) : new WallClock(next, time);
    }

    /** Lets senders in: whoever watches is attached and all sinks are connected; what has become due happens now. As the owner. */
    public void begin() {
        state(AppState.RUNNING);
        drive.begin();
        remind();
    }

    /** No row will come any more: what was held back to be put in order goes on. As the owner. */
    public void endOfInput() {
        if (drive != null) {
            drive.endOfInput();
        }
    }

    /** Whether the calling thread is the owner at the moment. */
    public boolean isOwner() {
        return ownership.isHeld();
    }

    /** Waits until the application runs and the calling thread owns it. */
    void enter(String stream) {
        AppState seen = acquire();
        if (seen != AppState.RUNNING) {
            throw notRunning(seen, stream);
        }
    }

    /** As {@link #enter}, but answers false when the application neither runs nor waits. */
    boolean tryEnter() {
        return acquire() == AppState.RUNNING;
    }

    // Answers the state: RUNNING when the thread owns the application now, one that is no life otherwise.
    private AppState acquire() {
        ownership.acquire();
        AppState seen = state;
        while (seen != AppState.RUNNING) {
            ownership.release();
            if (seen != AppState.WAITING) {
                return seen;
            }
            awaitChange(seen);
            ownership.acquire();
            seen = state;
        }
        return seen;
    }

    /** Whether the application runs or waits. */
    boolean isAlive() {
        return isAlive(state);
    }

    /** Refuses when the application neither runs nor waits. */
    void requireLife(String stream) {
        AppState seen = state;
        if (!isAlive(seen)) {
            throw notRunning(seen, stream);
        }
    }

    /** What senders are told whose stream went with another text. */
    EventFluxException streamGone(String stream) {
        return new EventFluxException(Problem.of(RunError.STREAM_GONE, "application", application, "stream", stream));
    }

    private static boolean isAlive(AppState seen) {
        return seen == AppState.RUNNING || seen == AppState.WAITING;
    }

    /** Gives the ownership up, after what was put off. */
    void leave() {
        release();
    }

    /** Puts something off until the step at hand is over; as the owner. */
    void defer(Runnable action) {
        deferred.add(action);
    }

    /** The time that untimed rows take; as the owner. */
    public long timeOfArrival() {
        return drive == null ? time.millis() : drive.timeOfArrival();
    }

    /** Processes rows of a stream; as the owner, inside {@link #enter} and {@link #leave}. */
    void turn(StreamJunction junction, RowRun run) {
        drive.turn(junction, run);
        remind();
    }

    /** Does something at the present time that may put rows into streams; as the owner. */
    void step(Runnable action) {
        drive.step(action);
        remind();
    }

    // Asks to be woken for the next deadline, unless that was done.
    private void remind() {
        // A callback may have stopped the application.
        if (drive == null) {
            return;
        }
        long next = drive.nextWake();
        if (next < wakeAt) {
            wake.close();
            wakeAt = next;
            wake = time.wakeAt(next, this::onWake);
        }
    }

    /** Forgets the request to be woken; as the owner. */
    public void forgetWake() {
        wake.close();
        wakeAt = TimerQueue.NEVER;
    }

    private void onWake() {
        asOwner(() -> {
            wakeAt = TimerQueue.NEVER;
            if (state == AppState.RUNNING) {
                try {
                    drive.onWake();
                } finally {
                    remind();
                }
            }
        });
    }

    // No row is on its way when the ownership is given up, so what holds a symbol is state.
    private void sweep() {
        BitSet held = new BitSet();
        pipeline.state().forEach(unit -> unit.operators().forEach(one -> one.mark(held)));
        pipeline.symbols().sweep(held);
        sweepAt = Math.max(FIRST_SWEEP, pipeline.symbols().size() * 2);
    }

    private void release() {
        try {
            for (Runnable next = deferred.poll(); next != null; next = deferred.poll()) {
                next.run();
            }
            if (pipeline != null && pipeline.symbols().size() > sweepAt) {
                sweep();
            }
        } finally {
            ownership.release();
        }
    }

    private EventFluxException notRunning(AppState seen, String stream) {
        return new EventFluxException(
                Problem.of(RunError.NOT_RUNNING, "application", application, "state", seen, "stream", stream));
    }

    private void awaitChange(AppState seen) {
        boolean interrupted = false;
        synchronized (stateChange) {
            while (state == seen) {
                try {
                    stateChange.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
