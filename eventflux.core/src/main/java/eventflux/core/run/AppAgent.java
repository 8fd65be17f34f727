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
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Turns the pipeline of one application. Whoever holds the ownership is the agent: a sender, the thread of a ring, the
 * waker. While the application waits, senders wait here; when it is stopped, they are told so.
 */
public final class AppAgent {

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
    private SymbolSweep sweep;
    private Shards shards; // null when no partition is sharded
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

    /**
     * Runs something as the owner, whatever the state; waits for the ownership, or uses the one that the thread has. Nothing is on its
     * way in shards then, unless the thread had the ownership before.
     */
    public void asOwner(Runnable action) {
        if (!ownership.acquire()) {
            action.run();
            return;
        }
        try {
            if (shards != null && state == AppState.RUNNING) {
                shards.workOff();
                remind();
            }
            action.run();
        } finally {
            release();
        }
        // Who saves again and again would keep rows from coming in.
        ownership.giveWay();
    }

    /** Runs something as the owner, when the thread is that or becomes it within a time; answers whether it did. */
    boolean asOwnerIf(long withinMillis, Runnable action) {
        if (ownership.isHeld()) {
            action.run();
            return true;
        }
        if (!ownership.acquireWithin(TimeUnit.MILLISECONDS.toNanos(withinMillis))) {
            return false;
        }
        try {
            action.run();
        } finally {
            release();
        }
        return true;
    }

    /**
     * Runs something as the owner, or without the ownership when its owner does not come back in time: for questions whose answer is
     * better a moment old than none.
     */
    public void asOwnerWithin(long millis, Runnable question) {
        if (!asOwnerIf(millis, question)) {
            question.run();
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
        if (shards != null) {
            shards.end();
        }
        pipeline = next;
        sweep = next == null ? null : new SymbolSweep(next);
        shards = next == null || next.sharded().isEmpty() ? null : new Shards(next, this);
        drive = next == null ? null : drive(next);
    }

    private ClockDrive drive(Pipeline next) {
        if (next.time().events().isPresent()) {
            return new EventDrive(next, time);
        }
        if (shards != null) {
            return new ShardedClock(next, time, shards);
        }
        return playback ? new Playback(next, time) : new WallClock(next, time);
    }

    /** Lets senders in: whoever watches is attached and all sinks are connected; what has become due happens now. As the owner. */
    public void begin() {
        state(AppState.RUNNING);
        drive.begin();
        if (shards != null) {
            shards.start(application);
        }
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

    /** Who owns the application; by any thread, which may see a moment ago. */
    public Optional<Thread> owner() {
        return Optional.ofNullable(ownership.holder());
    }

    /** Who owns the application, and how far he has come; by any thread, which may see a moment ago. */
    StallWatch.Standing standing() {
        Thread owner = ownership.holder();
        Pipeline turned = pipeline;
        return owner == null || turned == null
                ? StallWatch.Standing.NOWHERE
                : new StallWatch.Standing(
                        owner,
                        turned.junctions().values().stream()
                                .mapToLong(StreamJunction::received)
                                .sum());
    }

    /** Waits until the application runs and the calling thread owns it; answers false, at once, when the thread owned it before. */
    boolean enter(String stream) {
        if (!ownership.acquire()) {
            return false;
        }
        AppState seen = state;
        if (seen != AppState.RUNNING) {
            seen = awaitRunning();
            if (seen != AppState.RUNNING) {
                throw notRunning(seen, stream);
            }
        }
        return true;
    }

    /** Waits as {@link #enter}, but answers false when the application neither runs nor waits. */
    boolean tryEnter() {
        ownership.acquire();
        return awaitRunning() == AppState.RUNNING;
    }

    // As the owner. Answers the state: RUNNING when the thread is the owner still, one that is no life otherwise.
    private AppState awaitRunning() {
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

    /** Takes the application and does something at the present time, unless it does not run. */
    void stepWhileRunning(Runnable action) {
        ownership.acquire();
        try {
            if (state == AppState.RUNNING) {
                step(action);
            }
        } finally {
            release();
        }
    }

    /** The engine's time; by any thread. */
    long wallTime() {
        return time.millis();
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

    private void release() {
        try {
            if (!deferred.isEmpty()) {
                runDeferred();
            }
            if (sweep != null) {
                sweep.afterStep();
            }
        } finally {
            ownership.release();
        }
    }

    private void runDeferred() {
        for (Runnable next = deferred.poll(); next != null; next = deferred.poll()) {
            next.run();
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
