package eventflux.examples.scenarios;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An application in an engine, and the rows that it gives to the stream Out. Of a test thread. */
public final class EngineRun implements AutoCloseable {

    private final EventFluxManager manager;
    private final VirtualTime time;
    private final String text;
    private final List<String> rows = new ArrayList<>();
    private EventFluxAppRuntime app;

    public EngineRun(EventFluxManager manager, VirtualTime time, String text) {
        this.manager = manager;
        this.time = time;
        this.text = text;
        begin();
    }

    private void begin() {
        app = manager.createEventFluxAppRuntime(text);
        app.addCallback("Out", events -> {
            for (Event event : events) {
                rows.add(event.timestamp() + " " + Arrays.toString(event.data()));
            }
        });
        app.start();
    }

    /** A line a row: its time and its values. */
    public List<String> rows() {
        return rows;
    }

    public void send(String stream, Event row) {
        advanceTo(row.timestamp());
        app.inputHandler(stream).send(row);
    }

    /** What a query on demand finds: a line a row. */
    public List<String> ask(String query) {
        return app.query(query).events().stream()
                .map(event -> event.timestamp() + " " + Arrays.toString(event.data()))
                .toList();
    }

    public void advanceTo(long now) {
        time.advance(now - time.millis());
    }

    /** As a restart of the program would do it. */
    public void saveAndRestore() {
        byte[] snapshot = app.snapshot();
        app.shutdown();
        begin();
        app.restore(snapshot);
    }

    @Override
    public void close() {
        app.shutdown();
    }
}
