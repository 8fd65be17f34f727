package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/** Rows are held until their batch ends: then the batch before is expired, and all rows of this one are current. */
final class WholeBatches implements BatchRelease {

    private final RowQueue open;
    private final RowQueue last;
    private final boolean tellsExpired;
    private final boolean keepsLast;

    private WholeBatches(WindowContext context, boolean keepsLast) {
        this.open = context.state().rowQueue("open");
        this.last = context.state().rowQueue("last");
        this.tellsExpired = context.expiredWanted();
        this.keepsLast = keepsLast;
    }

    /** Keeps the last batch only when expired rows are wanted. */
    static WholeBatches of(WindowContext context) {
        return new WholeBatches(context, context.expiredWanted());
    }

    /** Keeps the last batch in any case, so that it can be {@linkplain #amend amended}. */
    static WholeBatches keepingLast(WindowContext context) {
        return new WholeBatches(context, true);
    }

    @Override
    public void add(Row row, WindowOutput out) {
        open.append(row);
    }

    @Override
    public void close(WindowOutput out) {
        if (isIdle()) {
            return;
        }
        forgetLast(out);
        BatchRelease.tellAll(open, out);
        if (keepsLast) {
            last.takeAll(open);
        } else {
            open.clear();
        }
        out.endStep();
    }

    /** The rows that came after the last batch was closed belong to it: it is told again, with them. */
    void amend(WindowOutput out) {
        forgetLast(out);
        BatchRelease.tellAll(last, out);
        for (Row row = open.first(); row != null; row = open.next()) {
            out.current(row);
            last.append(row);
        }
        open.clear();
        out.endStep();
    }

    private void forgetLast(WindowOutput out) {
        if (tellsExpired) {
            BatchRelease.expireAll(last, out);
        }
        out.reset();
    }

    /** Whether no row is waiting to be told. */
    boolean isOpenEmpty() {
        return open.isEmpty();
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
