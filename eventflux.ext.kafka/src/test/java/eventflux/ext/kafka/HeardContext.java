package eventflux.ext.kafka;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.RowSettings;
import eventflux.api.spi.sink.SinkContext;
import eventflux.testkit.connector.EndpointFixture;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a sink says of its outside. Safe for many threads. */
final class HeardContext implements SinkContext {

    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final EndpointFixture fixture;
    private final List<String> heard = new ArrayList<>();
    private final List<Exception> lost = new ArrayList<>();

    HeardContext(EndpointFixture fixture) {
        this.fixture = fixture;
    }

    synchronized List<Exception> lost() {
        return List.copyOf(lost);
    }

    /** Waits until it has said this, at the beginning. */
    synchronized void await(List<String> all) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (heard.size() < all.size()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        if (heard.size() < all.size() || !heard.subList(0, all.size()).equals(all)) {
            throw new AssertionError("heard " + heard);
        }
    }

    private synchronized void hear(String what) {
        heard.add(what);
        notifyAll();
    }

    @Override
    public void reconnecting(Exception cause) {
        hear("reconnecting");
    }

    @Override
    public void reconnected() {
        hear("reconnected");
    }

    @Override
    public synchronized void lost(Exception cause) {
        lost.add(cause);
    }

    @Override
    public String application() {
        return fixture.application();
    }

    @Override
    public String stream() {
        return fixture.stream();
    }

    @Override
    public Schema schema() {
        return fixture.schema();
    }

    @Override
    public Settings settings() {
        return fixture.settings();
    }

    @Override
    public RowSettings rowSettings() {
        return fixture.rowSettings();
    }

    @Override
    public TimeSource time() {
        return fixture.time();
    }

    @Override
    public boolean isMapped() {
        return fixture.isMapped();
    }
}
