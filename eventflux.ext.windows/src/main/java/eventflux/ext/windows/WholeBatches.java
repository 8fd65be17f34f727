package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** Rows are held until their batch ends: then the batch before is expired, and all rows of this one are current. */
final class WholeBatches implements BatchRelease {

    private final KeptRows open;
    private final RowQueue last;
    private final boolean tellsExpired;
    private final boolean keepsLast;

    private WholeBatches(WindowContext context, KeptRows open, boolean keepsLast) {
        this.open = open;
        this.last = context.state().rowQueue("last");
        this.tellsExpired = context.expiredWanted();
        this.keepsLast = keepsLast;
    }

    /** Keeps the last batch only when expired rows are wanted. */
    static WholeBatches of(WindowContext context) {
        return of(context, KeptRows.all(context.state(), "open"));
    }

    /** Batches of the rows that {@code open} keeps; it holds the open one. */
    static WholeBatches of(WindowContext context, KeptRows open) {
        return new WholeBatches(context, open, context.expiredWanted());
    }

    /** Keeps the last batch in any case, so that it can be {@linkplain #amend amended}. */
    static WholeBatches keepingLast(WindowContext context, KeptRows open) {
        return new WholeBatches(context, open, true);
    }

    @Override
    public void add(Row row, WindowOutput out) {
        open.add(row);
    }

    @Override
    public void close(WindowOutput out) {
        if (isIdle()) {
            return;
        }
        forgetLast(out);
        open.tellAll(out);
        last.clear();
        if (keepsLast) {
            open.moveTo(last);
        } else {
            open.clear();
        }
        out.endStep();
    }

    @Override
    public void amend(WindowOutput out) {
        forgetLast(out);
        for (Row told = last.first(); told != null; told = last.next()) {
            if (!open.replaces(told)) {
                out.current(told);
            }
        }
        open.tellAll(out);
        out.endStep();
        open.joinTo(last);
    }

    private void forgetLast(WindowOutput out) {
        if (tellsExpired) {
            BatchRelease.expireAll(last, out);
        }
        out.reset();
    }

    @Override
    public int size() {
        return open.size();
    }

    @Override
    public boolean isIdle() {
        return open.isEmpty() && last.isEmpty();
    }

    @Override
    public boolean endsWhenFull() {
        return true;
    }
}
