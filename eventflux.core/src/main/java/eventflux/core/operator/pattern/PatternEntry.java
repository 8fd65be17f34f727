package eventflux.core.operator.pattern;

import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/** Where events of one stream enter a pattern. Each event is a step of its own. */
public final class PatternEntry implements RunReceiver {

    private final EventMatcher matcher;
    private final int stream;
    private final RowView event;

    /**
     * An entry.
     *
     * @param matcher takes the events
     * @param stream the place of the stream among those of the pattern
     * @param event a cursor of its own
     */
    public PatternEntry(EventMatcher matcher, int stream, RowView event) {
        this.matcher = matcher;
        this.stream = stream;
        this.event = event;
    }

    @Override
    public void receive(RowRun run) {
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            event.wrap(at);
            at += run.pitch() != 0 ? run.pitch() : event.length();
            matcher.receive(event, stream);
        }
    }

    @Override
    public String toString() {
        return "pattern input " + stream + "\n" + matcher;
    }
}
