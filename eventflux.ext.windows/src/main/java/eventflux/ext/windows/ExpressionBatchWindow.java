package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.ChangingCondition;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows join the open batch as long as the condition holds with them. The row with which it does not hold ends the batch: as its last
 * row or, usually, as the first row of the next one. A row on which the condition fails ends it too, and is in none.
 *
 * <p>Where a row brings another condition, those of the open batch are tried first, as if they came again: they may be several batches
 * then. Rows that have been told of as they came are in no two batches: if the condition divides them, all of them leave.
 */
final class ExpressionBatchWindow implements Window {

    // Rows of the open batch: the first, or all where they may have to be tried again.
    private final RowQueue opened;
    private final RowQueue tried;
    private final RowCopy keeping;
    private final ChangingCondition condition;
    private final TriggerChoice includesTrigger;
    private final boolean streams;
    private final BatchRelease release;

    ExpressionBatchWindow(WindowContext context) {
        this.opened = context.state().rowQueue("opened");
        this.tried = context.state().rowQueue("tried");
        this.condition = context.changingCondition("expression");
        this.includesTrigger = TriggerChoice.of(context);
        this.streams = context.arguments().getBoolean("streamCurrent");
        if (!condition.changes()) {
            this.release = BatchRelease.of(context);
            this.keeping = ExpressionBatchWindow::keepFirst;
        } else if (streams) {
            this.release = BatchRelease.of(context);
            this.keeping = RowQueue::append;
        } else {
            this.release = WholeBatches.of(context, new KeptRows.AllRows(opened, RowQueue::append));
            this.keeping = (rows, row) -> {}; // the batches do
        }
    }

    private static void keepFirst(RowQueue rows, Row row) {
        if (rows.isEmpty()) {
            rows.append(row);
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (condition.follow(row)) {
            tried.takeAll(opened);
            if (streams) {
                tryTold(out);
            } else {
                tryHeld(out);
            }
        }
        take(row, out);
    }

    private void take(Row row, WindowOutput out) {
        if (holdsWith(row, out)) {
            join(row, out);
        } else if (includesTrigger.of(row)) {
            release.add(row, out);
            out.endStep();
            close(out);
        } else {
            close(out);
            condition.add(row);
            join(row, out);
        }
    }

    private boolean holdsWith(Row row, WindowOutput out) {
        boolean isDone = false;
        try {
            condition.add(row);
            boolean holds = condition.test(row, opened.isEmpty() ? row : opened.first(), row);
            isDone = true;
            return holds;
        } finally {
            if (!isDone) {
                close(out);
            }
        }
    }

    private void join(Row row, WindowOutput out) {
        keeping.append(opened, row);
        release.add(row, out);
    }

    private void close(WindowOutput out) {
        if (release.size() > 0) {
            release.close(out);
        }
        opened.clear();
        condition.clear();
    }

    private void tryHeld(WindowOutput out) {
        try {
            for (Row row = tried.first(); row != null; row = tried.first()) {
                take(row, out);
                tried.removeFirst();
            }
        } finally {
            // What the condition fails on is a batch, with those that came later.
            for (Row row = tried.first(); row != null; row = tried.next()) {
                release.add(row, out);
            }
            if (!tried.isEmpty()) {
                close(out);
            }
            tried.clear();
        }
    }

    private void tryTold(WindowOutput out) {
        try {
            boolean isOneBatch = true;
            for (Row row = tried.first(); row != null && isOneBatch; row = tried.next()) {
                isOneBatch = holdsWith(row, out);
                opened.append(row);
            }
            if (!isOneBatch) {
                close(out);
            }
        } finally {
            tried.clear();
        }
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
