package eventflux.testkit.window;

import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.RowCondition;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowMode;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowCursor;
import eventflux.testkit.row.RowScript;
import eventflux.testkit.spi.TextArguments;
import eventflux.testkit.state.HeapState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A window at work: it gets rows, its timer goes off, it is saved and restored, and what it emits is written down. */
final class WindowRun {

    /**
     * How a run departs from the plain one, in which an alarm goes off at its time and before the rows of that time.
     */
    enum Manner {
        PLAIN,
        /** The window is made anew from what was saved, between any two calls. */
        RESTARTED,
        /** An alarm goes off after the rows of its time. */
        ROWS_FIRST,
        /** An alarm goes off when the next row comes, however late that is. */
        LATE_ALARMS
    }

    private static final long SOME_EARLIER_TIME = 1;
    private static final int ALARMS_WITHOUT_END = 10_000;

    private final WindowFactory factory;
    private final Call call;
    private final Manner manner;
    private final Recorder recorder = new Recorder(this::told, this::stepEnded);
    private HeapState state; // these three are written by the thread of the test
    private Window window;
    private long now = Long.MIN_VALUE;

    /**
     * What the window is made for.
     *
     * @param arguments as in a query
     * @param schema of its rows
     * @param conditions what stands for the conditions among the arguments, by parameter
     * @param use what becomes of the rows that it tells of
     */
    record Call(String arguments, Schema schema, Map<String, ConditionFactory> conditions, Use use) {}

    /** What becomes of the rows that a window tells of. */
    enum Use {
        /** They are taken into results as they come. */
        FOLDED,
        /** They are read until the step ends; nobody wants expired ones. */
        CURRENT,
        /** Expired ones are wanted too. */
        EXPIRED_TOO
    }

    WindowRun(WindowFactory factory, Call call, Manner manner) {
        this.factory = factory;
        this.call = call;
        this.manner = manner;
        create();
    }

    /** Runs a script from its beginning to its end. */
    static List<Step> of(WindowFactory factory, Call call, Manner manner, RowScript script) {
        WindowRun run = new WindowRun(factory, call, manner);
        script.arrivals().forEach(run::arrive);
        run.advanceTo(script.end(), true);
        return run.steps();
    }

    private void create() {
        state = new HeapState();
        Arguments arguments =
                TextArguments.of(call.arguments(), ExtensionDescriptor.of(factory.getClass(), "test"), call.schema());
        window = factory.create(new Context(arguments, call, state));
        if (window.mode() == WindowMode.FOLDING && call.use() != Use.FOLDED) {
            throw new AssertionError("The window folds rows that are to be kept.");
        }
        state.seal();
    }

    Window window() {
        return window;
    }

    List<Step> steps() {
        return recorder.steps();
    }

    void arrive(RowScript.Arrival arrival) {
        if (manner != Manner.LATE_ALARMS) {
            advanceTo(arrival.at(), manner != Manner.ROWS_FIRST);
        } else {
            now = arrival.at();
            fireUpTo(now, true);
        }
        HeapRow row = arrival.row();
        state.enter(arrival.key());
        recorder.beginCall(arrival.key(), now);
        RowCursor lent = new RowCursor().moveTo(row); // never used again, so that who keeps it is found out
        window.onRow(lent, window.readsTime() ? now : SOME_EARLIER_TIME, recorder);
        lent.end();
        endCall();
        if (window.goesByRuns() && arrival.endsRun()) {
            state.enter(arrival.key());
            recorder.beginCall(arrival.key(), now);
            window.onRunEnd(window.readsTime() ? now : SOME_EARLIER_TIME, recorder);
            endCall();
        }
    }

    /** The clock goes on; alarms go off at their times, those of the last millisecond only if asked. */
    void advanceTo(long time, boolean isEndIncluded) {
        fireUpTo(time, isEndIncluded);
        now = Math.max(now, time);
    }

    private void fireUpTo(long time, boolean isEndIncluded) {
        int fired = 0;
        Optional<HeapState.Alarm> next = state.nextAlarm();
        while (next.isPresent()
                && (next.get().at() < time || isEndIncluded && next.get().at() == time)) {
            if (++fired > ALARMS_WITHOUT_END) {
                throw new AssertionError("The timer is set again and again to a time that has come, now=" + now);
            }
            goOff(next.get());
            next = state.nextAlarm();
        }
    }

    private void goOff(HeapState.Alarm alarm) {
        now = Math.max(now, alarm.at());
        state.goOff(alarm);
        recorder.beginCall(alarm.key(), now);
        window.onTimer(now, recorder);
        endCall();
    }

    /** Rows of a batch are looked at again when the step ends; those of a sliding window are not. */
    private void told(HeapRow row) {
        if (window.mode() == WindowMode.BATCH) {
            state.tell(row);
        }
    }

    private void stepEnded() {
        state.endStep();
    }

    private void endCall() {
        if (window.mode() != WindowMode.FOLDING) {
            recorder.endStep();
        }
        if (manner == Manner.RESTARTED) {
            HeapState.Snapshot saved = state.save();
            create();
            state.restore(saved);
        }
    }

    private record Context(Arguments arguments, Call call, HeapState heap) implements WindowContext {

        @Override
        public Schema schema() {
            return call.schema();
        }

        @Override
        public StateFactory state() {
            return heap;
        }

        @Override
        public Timer timer() {
            return heap.timer();
        }

        @Override
        public RowCondition condition(String parameter) {
            ConditionFactory condition = call.conditions().get(parameter);
            if (condition == null) {
                throw new IllegalStateException("the test gives no condition for the parameter " + parameter);
            }
            return condition.create(heap);
        }

        @Override
        public boolean expiredWanted() {
            return call.use() == Use.EXPIRED_TOO;
        }

        @Override
        public boolean foldsRows() {
            return call.use() == Use.FOLDED;
        }
    }
}
