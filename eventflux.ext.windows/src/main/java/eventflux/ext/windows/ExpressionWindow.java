package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.RowCondition;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * A row comes; while the condition does not hold, the oldest rows leave, each of which is then the row at hand of the condition. A
 * row with which the condition cannot hold at all leaves as it comes.
 */
final class ExpressionWindow implements Window {

    private final RowQueue kept;
    private final RowCondition condition;

    ExpressionWindow(WindowContext context) {
        this.kept = context.state().rowQueue("kept");
        this.condition = context.condition("expression");
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        kept.append(row);
        condition.add(row);
        boolean holds = condition.test(row, kept.first(), row);
        while (!holds && kept.size() > 1) {
            Row oldest = kept.takeFirst();
            out.expired(oldest);
            condition.remove(oldest);
            holds = condition.test(oldest, kept.first(), row);
        }
        out.current(row);
        if (!holds) {
            out.expired(kept.first());
            kept.clear();
            condition.clear();
        }
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
