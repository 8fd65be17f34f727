package eventflux.core.operator.output;

import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;

/**
 * Sorts the rows of a step, leaves out the first and hands on as many as are wanted. Used by the thread that owns the
 * application; remembers nothing from step to step.
 */
public final class ArrangeRows implements RunReceiver {

    private final RowOrder order;
    private final long offset;
    private final long limit;
    private final RowBatch batch;
    private final RunReceiver next;
    private final RowPlaces places = new RowPlaces();
    private final RowRun run = new RowRun();

    /**
     * Before {@code next}.
     *
     * @param order by which to sort, perhaps none
     * @param offset rows of a step to leave out first
     * @param limit rows of a step that follow at most
     * @param layout of the rows
     * @param next takes them
     */
    public ArrangeRows(RowOrder order, long offset, long limit, RowLayout layout, RunReceiver next) {
        this.order = order;
        this.offset = offset;
        this.limit = limit;
        this.batch = new RowBatch(layout);
        this.next = next;
    }

    @Override
    public void receive(RowRun step) {
        if (step.count() <= offset || limit == 0) {
            return;
        }
        if (step.count() == 1) {
            next.receive(step);
            return;
        }
        places.take(step);
        if (!order.isNone()) {
            places.sort(order);
        }
        handOn();
    }

    private void handOn() {
        int first = (int) offset;
        int end = (int) Math.min(places.count(), limit > Integer.MAX_VALUE ? limit : offset + limit);
        try {
            for (int i = first; i < end; i++) {
                batch.append(places.place(i));
            }
            next.receive(run.wrap(batch));
        } finally {
            batch.clear();
        }
    }

    @Override
    public String toString() {
        return (order.isNone() ? "arrange" : "order by " + order)
                + (offset > 0 ? " offset " + offset : "")
                + (limit < Long.MAX_VALUE ? " limit " + limit : "")
                + "\n"
                + next;
    }
}
