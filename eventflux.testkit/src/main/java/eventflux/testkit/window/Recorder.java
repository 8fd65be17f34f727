package eventflux.testkit.window;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.row.RowCursor;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a window, or a model of one, emits. */
final class Recorder implements WindowOutput {

    private final List<Step> steps = new ArrayList<>();
    private final List<Emission> open = new ArrayList<>();
    private long now; // these two are written by the thread of the test
    private Object key = "";

    /** What is emitted from here on belongs to one call. */
    void beginCall(Object presentKey, long presentTime) {
        key = presentKey;
        now = presentTime;
    }

    @Override
    public void current(Row row) {
        open.add(new Emission(Emission.Kind.CURRENT, RowCursor.rowOf(row).serial()));
    }

    @Override
    public void expired(Row row) {
        open.add(new Emission(Emission.Kind.EXPIRED, RowCursor.rowOf(row).serial()));
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
    }

    List<Step> steps() {
        return steps;
    }
}
