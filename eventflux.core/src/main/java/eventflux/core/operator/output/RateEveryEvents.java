package eventflux.core.operator.output;

import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/** Lets what is held out with every so many rows. Used by the thread that owns the application. */
public final class RateEveryEvents implements RunReceiver {

    private final RateParts parts;
    private final Holding holding;
    private final long events;
    private final LongCell seen;
    private final RowBatch out;
    private final RowRun run = new RowRun();

    /** With every {@code events} rows. */
    public RateEveryEvents(RateParts parts, Holding holding, long events) {
        this.parts = parts;
        this.holding = holding;
        this.events = events;
        this.seen = parts.state().longCell("seen", 0);
        this.out = new RowBatch(parts.layout());
    }

    @Override
    public void receive(RowRun step) {
        RowView row = parts.row();
        for (long at = step.begin(); at < step.end(); at += row.length()) {
            row.wrap(at);
            holding.take(row);
            seen.set(seen.get() + 1);
            if (seen.get() >= events) {
                seen.set(0);
                release();
            }
        }
    }

    private void release() {
        try {
            holding.release(out);
            parts.next().receive(run.wrap(out));
        } finally {
            out.clear();
        }
    }

    @Override
    public String toString() {
        return "output " + holding + " every " + events + " events, state "
                + parts.record().id() + "\n" + parts.next();
    }
}
