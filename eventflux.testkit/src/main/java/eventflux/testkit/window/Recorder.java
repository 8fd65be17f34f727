package eventflux.testkit.window;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Writes down what a window, or a model of one, emits. */
final class Recorder implements WindowOutput {

    private final List<Step> steps = new ArrayList<>();
    private final List<Emission> open = new ArrayList<>();
    private final Set<Long> held = new HashSet<>();
    private final Consumer<HeapRow> told;
    private final Runnable stepEnded;
    private long now; // these two are written by the thread of the test
    private Object key = "";

    /** Tells others too of each row, and of the end of each step. */
    Recorder(Consumer<HeapRow> told, Runnable stepEnded) {
        this.told = told;
        this.stepEnded = stepEnded;
    }

    /** What is emitted from here on belongs to one call. */
    void beginCall(Object presentKey, long presentTime) {
        key = presentKey;
        now = presentTime;
    }

    @Override
    public void current(Row row) {
        emit(Emission.Kind.CURRENT, RowCursor.rowOf(row));
    }

    @Override
    public void held(Row row) {
        held.add(RowCursor.rowOf(row).serial());
    }

    @Override
    public void released(Row row) {
        if (!held.remove(RowCursor.rowOf(row).serial())) {
            throw new AssertionError("released is a row that was not held: " + row);
        }
        current(row);
    }

    @Override
    public void forgotten(Row row) {
        // Whoever counts goes on counting it.
    }

    @Override
    public void expired(Row row, long at) {
        expired(row);
    }

    @Override
    public void expired(Row row) {
        emit(Emission.Kind.EXPIRED, RowCursor.rowOf(row));
    }

    private void emit(Emission.Kind kind, HeapRow row) {
        open.add(new Emission(kind, row.serial()));
        told.accept(row);
    }

    @Override
    public void reset() {
        open.add(new Emission(Emission.Kind.RESET, 0));
    }

    @Override
    public void endStep() {
        if (!open.isEmpty()) {
            steps.add(new Step(now, key, open));
            open.clear();
        }
        stepEnded.run();
    }

    List<Step> steps() {
        return steps;
    }
}
