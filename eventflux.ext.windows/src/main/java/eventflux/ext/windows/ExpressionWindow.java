package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.ChangingCondition;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * A row comes; while the condition does not hold, the oldest rows leave, each of which is then the row at hand of the condition. A
 * row with which the condition cannot hold at all leaves as it comes. Where a row brings another condition, those that are in are tried
 * first, as if they came again.
 */
final class ExpressionWindow implements Window {

    private final RowQueue kept;
    private final RowQueue tried;
    private final ChangingCondition condition;

    ExpressionWindow(WindowContext context) {
        this.kept = context.state().rowQueue("kept");
        this.tried = context.state().rowQueue("tried");
        this.condition = context.changingCondition("expression");
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (condition.follow(row)) {
            tryAgain(out);
        }
        boolean stays = enter(row, out);
        out.current(row);
        if (!stays) {
            out.expired(row);
        }
    }

    /** Lets all rows in again that the present condition lets stay. */
    private void tryAgain(WindowOutput out) {
        tried.takeAll(kept);
        try {
            for (Row row = tried.first(); row != null; row = tried.first()) {
                if (!enter(row, out)) {
                    out.expired(row);
                }
                tried.removeFirst();
            }
        } finally {
            // What the condition fails on leaves, with those that came later.
            BatchRelease.expireAll(tried, out);
            tried.clear();
        }
    }

    /** Lets a row in, for which others may have to leave; answers whether it stays itself. What fails leaves the window as it is. */
    private boolean enter(Row row, WindowOutput out) {
        boolean isDone = false;
        try {
            condition.add(row);
            boolean stays = makeRoom(row, out);
            if (stays) {
                kept.append(row);
            } else {
                condition.clear();
            }
            isDone = true;
            return stays;
        } finally {
            if (!isDone) {
                countAnew();
            }
        }
    }

    private boolean makeRoom(Row row, WindowOutput out) {
        boolean holds = condition.test(row, kept.isEmpty() ? row : kept.first(), row);
        while (!holds && !kept.isEmpty()) {
            Row oldest = kept.takeFirst();
            out.expired(oldest);
            condition.remove(oldest);
            holds = condition.test(oldest, kept.isEmpty() ? row : kept.first(), row);
        }
        return holds;
    }

    private void countAnew() {
        condition.clear();
        for (Row row = kept.first(); row != null; row = kept.next()) {
            condition.add(row);
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
