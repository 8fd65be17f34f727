package eventflux.shell;

import eventflux.api.Event;
import eventflux.api.InputHandler;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import java.util.List;

/**
 * Adds events to a list; the time of one that has none is zero.
 *
 * @param stream the stream
 * @param schema its columns
 * @param sent takes the events
 */
record FakeInput(String stream, Schema schema, List<Event> sent) implements InputHandler {

    @Override
    public void send(Object... data) {
        send(0, data);
    }

    @Override
    public void send(long timestamp, Object[] data) {
        send(new Event(timestamp, data));
    }

    @Override
    public void send(Event event) {
        sent.add(event);
    }

    @Override
    public void send(Event[] events) {
        sent.addAll(List.of(events));
    }

    @Override
    public RowAppender appender() {
        throw new UnsupportedOperationException("appender");
    }

    @Override
    public ColumnAppender columnAppender() {
        throw new UnsupportedOperationException("columnAppender");
    }
}
