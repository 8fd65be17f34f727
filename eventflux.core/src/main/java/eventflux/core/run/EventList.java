package eventflux.core.run;

import eventflux.api.Event;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.List;

/** Collects rows as events. Used by the thread that owns the application. */
public final class EventList implements RunReceiver {

    private final RowView row;
    private final List<Event> events;

    /**
     * Collects rows of one layout.
     *
     * @param symbols what their codes mean
     * @param events takes them
     */
    public EventList(RowLayout layout, SymbolTable symbols, List<Event> events) {
        this.row = new RowView(layout, symbols);
        this.events = events;
    }

    @Override
    public void receive(RowRun run) {
        for (long at = run.begin(); at < run.end(); at += row.length()) {
            row.wrap(at);
            events.add(new Event(row.timestamp(), row.toArray()));
        }
    }
}
