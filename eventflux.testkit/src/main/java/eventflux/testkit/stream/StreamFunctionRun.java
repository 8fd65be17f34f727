package eventflux.testkit.stream;

import eventflux.api.event.Column;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.stream.AddedColumns;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowCursor;
import eventflux.testkit.row.RowScript;
import eventflux.testkit.state.HeapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A stream function at work: it gets rows, its timer goes off, it is saved and restored, and the rows that go on are written down.
 * Used by one thread.
 */
final class StreamFunctionRun {

    private static final int ALARMS_WITHOUT_END = 10_000;

    private final StreamFunctionFactory factory;
    private final CaseSignature call;
    private final boolean isRestarted;
    private final List<Passed> passed = new ArrayList<>();
    // What follows is written by the thread of the test.
    private HeapState state;
    private HeapState argumentState;
    private StreamFunction function;
    private long now = Long.MIN_VALUE;

    /**
     * A row that went on.
     *
     * @param at the application's time
     * @param key the present one
     * @param text the row and what was added, with a minus where it is one that leaves
     */
    record Passed(long at, Object key, String text) {

        @Override
        public String toString() {
            return at + " " + key + ": " + text;
        }
    }

    /**
     * A function that has been made.
     *
     * @param isRestarted whether it is made anew from what was saved between any two calls
     */
    StreamFunctionRun(StreamFunctionFactory factory, StreamFunctionCase tested, Schema schema, boolean isRestarted) {
        this.factory = factory;
        this.call = CaseSignature.of(ExtensionDescriptor.of(factory.getClass(), "test"), tested, schema);
        this.isRestarted = isRestarted;
        create();
    }

    /** Runs a script from its beginning to its end. */
    static List<Passed> of(
            StreamFunctionFactory factory,
            StreamFunctionCase tested,
            RowScript script,
            Schema schema,
            boolean restarted) {
        StreamFunctionRun run = new StreamFunctionRun(factory, tested, schema, restarted);
        script.arrivals().forEach(run::arrive);
        run.advanceTo(script.end());
        return run.passed();
    }

    private void create() {
        state = new HeapState();
        argumentState = new HeapState();
        function = factory.create(new Context(call, state, argumentState));
        state.seal();
        argumentState.seal();
    }

    StreamFunction function() {
        return function;
    }

    List<Passed> passed() {
        return passed;
    }

    /** A row comes. */
    void arrive(RowScript.Arrival arrival) {
        advanceTo(arrival.at());
        give(arrival, false);
    }

    /** A row leaves. */
    void expire(RowScript.Arrival arrival) {
        advanceTo(arrival.at());
        give(arrival, true);
    }

    private void give(RowScript.Arrival arrival, boolean isLeaving) {
        enter(arrival.key());
        lend(arrival.row(), (row, arguments) -> {
            if (function instanceof RowFunction added) {
                AddedValues values = new AddedValues(call.taken().adds());
                if (isLeaving) {
                    added.onExpired(row, arguments, values);
                } else {
                    added.onRow(row, arguments, values);
                }
                note(arrival.key(), arrival.row(), values, isLeaving);
            } else if (isLeaving) {
                processor().onExpired(row, arguments, now, new Output(arrival.key(), true));
            } else {
                processor().onRow(row, arguments, now, new Output(arrival.key(), false));
            }
        });
        endCall();
    }

    private StreamProcessor processor() {
        return (StreamProcessor) function;
    }

    // Lent rows are never used again, so that who keeps one is found out.
    private void lend(HeapRow row, BiConsumer<Row, Row> call) {
        RowCursor lent = new RowCursor().moveTo(row);
        RowCursor arguments = new RowCursor().moveTo(this.call.argumentsFor(row));
        call.accept(lent, arguments);
        lent.end();
        arguments.end();
    }

    private void enter(Object key) {
        state.enter(key);
        argumentState.enter(key);
    }

    private void note(Object key, HeapRow row, AddedValues added, boolean isLeaving) {
        passed.add(new Passed(now, key, (isLeaving ? "-" : "") + row + added));
    }

    /** The clock goes on; alarms go off at their times. */
    void advanceTo(long time) {
        int fired = 0;
        Optional<HeapState.Alarm> next = state.nextAlarm();
        while (next.isPresent() && next.get().at() <= time) {
            if (++fired > ALARMS_WITHOUT_END) {
                throw new AssertionError("The timer is set again and again to a time that has come, now=" + now);
            }
            goOff(next.get());
            next = state.nextAlarm();
        }
        now = Math.max(now, time);
    }

    private void goOff(HeapState.Alarm alarm) {
        now = Math.max(now, alarm.at());
        state.goOff(alarm);
        argumentState.enter(alarm.key());
        processor().onTimer(now, new Output(alarm.key(), false));
        endCall();
    }

    private void endCall() {
        if (isRestarted) {
            HeapState.Snapshot saved = state.save();
            HeapState.Snapshot savedArguments = argumentState.save();
            create();
            state.restore(saved);
            argumentState.restore(savedArguments);
        }
    }

    /** Notes what a processor emits during one call. */
    private final class Output implements StreamOutput {

        private final Object key;
        private final boolean isLeaving;
        // Written by the thread of the test; null when no row is under way.
        private HeapRow row;
        private AddedValues added;

        private Output(Object key, boolean isLeaving) {
            this.key = key;
            this.isLeaving = isLeaving;
        }

        @Override
        public AddedColumns begin(Row from) {
            row = RowCursor.rowOf(from);
            added = new AddedValues(call.taken().adds());
            return added;
        }

        @Override
        public void emit() {
            if (row == null) {
                throw new IllegalStateException("a row is emitted that was not begun");
            }
            note(key, row, added, isLeaving);
            row = null;
        }
    }

    private record Context(CaseSignature call, HeapState state, HeapState argumentState)
            implements StreamFunctionContext {

        @Override
        public String application() {
            return "test";
        }

        @Override
        public Schema schema() {
            return call.schema();
        }

        @Override
        public Schema arguments() {
            return call.arguments();
        }

        @Override
        public List<Object> constants() {
            return call.tested().constants();
        }

        @Override
        public List<Column> added() {
            return call.taken().adds();
        }

        @Override
        public Timer timer() {
            return state.timer();
        }
    }
}
