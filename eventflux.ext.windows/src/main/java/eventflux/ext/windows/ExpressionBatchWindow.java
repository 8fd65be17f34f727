package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.RowCondition;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows join the open batch as long as the condition holds with them. The row with which it does not hold ends the batch: as its last
 * row or, usually, as the first row of the next one.
 */
final class ExpressionBatchWindow implements Window {

    private final RowQueue first;
    private final RowCondition condition;
    private final boolean isTriggerIncluded;
    private final BatchRelease release;

    ExpressionBatchWindow(WindowContext context) {
        this.first = context.state().rowQueue("first");
        this.condition = context.condition("expression");
        this.isTriggerIncluded = context.arguments().getBoolean("includeTriggering");
        this.release = BatchRelease.of(context);
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        condition.add(row);
        Row opened = first.isEmpty() ? row : first.first();
        if (condition.test(row, opened, row)) {
            join(row, out);
        } else if (isTriggerIncluded) {
            release.add(row, out);
            out.endStep();
            close(out);
        } else {
            close(out);
            condition.add(row);
            join(row, out);
        }
    }

    private void join(Row row, WindowOutput out) {
        if (first.isEmpty()) {
            first.append(row);
        }
        release.add(row, out);
    }

    private void close(WindowOutput out) {
        if (release.size() > 0) {
            release.close(out);
        }
        first.clear();
        condition.clear();
    }

    @Override
    public boolean readsTime() {
        return false;
    }

    @Override
    public WindowMode mode() {
        return release.mode();
    }
}
