package eventflux.core.run;

import eventflux.api.Event;
import eventflux.api.QueryCallback;
import eventflux.api.RowCallback;
import eventflux.api.StreamCallback;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands rows to people's callbacks. What a callback throws goes to the failures. Used by the thread that owns the
 * application.
 */
final class Tap implements RunReceiver {

    private final String where;
    private final RowView row;
    private final RowFailures failures;
    private final Delivery delivery;

    private Tap(String where, RowView row, RowFailures failures, Delivery delivery) {
        this.where = where;
        this.row = row;
        this.failures = failures;
        this.delivery = delivery;
    }

    static Tap onStream(
            String stream, RowLayout layout, SymbolTable symbols, RowFailures failures, StreamCallback callback) {
        return new Tap(
                "callback on stream " + stream,
                new RowView(layout, symbols),
                failures,
                (run, row) -> callback.receive(events(run, row)));
    }

    static RunReceiver onRows(
            String stream, RowLayout layout, SymbolTable symbols, RowFailures failures, RowCallback callback) {
        return new RowTap("callback on stream " + stream, new RowView(layout, symbols), failures, callback);
    }

    static Tap onQuery(
            String query, RowLayout layout, SymbolTable symbols, RowFailures failures, QueryCallback callback) {
        return new Tap(
                "callback on query " + query,
                new RowView(layout, symbols),
                failures,
                (run, row) -> receive(run, row, callback));
    }

    @Override
    public void receive(RowRun run) {
        try {
            delivery.deliver(run, row);
        } catch (RuntimeException | Error e) {
            fail(run, e);
        }
    }

    private void fail(RowRun run, Throwable cause) {
        row.wrap(run.begin());
        if (run.count() == 1) {
            failures.rowFailed(where, row, cause);
        } else {
            failures.failed(where, run.count() + " rows together, the first of them " + row, cause);
        }
    }

    private static Event[] events(RowRun run, RowView row) {
        Event[] events = new Event[run.count()];
        long at = run.begin();
        for (int i = 0; i < events.length; i++) {
            row.wrap(at);
            events[i] = new Event(row.timestamp(), row.toArray());
            at += row.length();
        }
        return events;
    }

    private static void receive(RowRun run, RowView row, QueryCallback callback) {
        List<Event> current = new ArrayList<>();
        List<Event> expired = new ArrayList<>();
        for (long at = run.begin(); at < run.end(); at += row.length()) {
            row.wrap(at);
            boolean hasLeft = (row.flags() & RowLayout.EXPIRED_FLAG) != 0;
            (hasLeft ? expired : current).add(new Event(row.timestamp(), row.toArray(), hasLeft));
        }
        callback.receive(row.timestamp(), orNull(current), orNull(expired));
    }

    private static Event[] orNull(List<Event> events) {
        return events.isEmpty() ? null : events.toArray(Event[]::new);
    }

    /** Hands on row by row: one that fails takes none of its run with it, so that runs change no result. */
    private record RowTap(String where, RowView row, RowFailures failures, RowCallback callback)
            implements RunReceiver {

        @Override
        public void receive(RowRun run) {
            int pitch = run.pitch();
            long end = run.end();
            for (long at = run.begin(); at < end; at += pitch != 0 ? pitch : row.length()) {
                row.wrap(at);
                try {
                    callback.receive(row);
                } catch (RuntimeException | Error e) {
                    failures.rowFailed(where, row, e);
                }
            }
        }
    }

    /** How a run reaches a callback. */
    @FunctionalInterface
    private interface Delivery {

        void deliver(RowRun run, RowView row);
    }
}
