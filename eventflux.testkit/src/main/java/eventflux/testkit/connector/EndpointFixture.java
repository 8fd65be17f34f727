package eventflux.testkit.connector;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.sink.RowSettings;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.source.SourceContext;
import eventflux.testkit.time.VirtualTime;
import java.util.Map;
import java.util.Optional;

/**
 * What a source, sink or mapper is made from in a test.
 *
 * @param application the application's name
 * @param stream the stream's name
 * @param schema the stream's columns
 * @param settings checked settings
 * @param isMapped whether a mapper stands beside it
 * @param time its time
 */
public record EndpointFixture(
        String application, String stream, Schema schema, Settings settings, boolean isMapped, TimeSource time)
        implements SourceContext, SinkContext, MapperContext {

    /** An endpoint with a mapper, or a mapper itself, for the stream {@code S} of the application {@code test}; time stands still. */
    public static EndpointFixture mapped(Class<?> factory, Schema schema, Map<String, String> settings) {
        return new EndpointFixture("test", "S", schema, TypedSettings.of(factory, settings), true, new VirtualTime(0));
    }

    /** An endpoint that deals in rows. */
    public static EndpointFixture unmapped(Class<?> factory, Schema schema, Map<String, String> settings) {
        return new EndpointFixture("test", "S", schema, TypedSettings.of(factory, settings), false, new VirtualTime(0));
    }

    /** The settings as they are: there is no row. */
    @Override
    public RowSettings rowSettings() {
        return new RowSettings() {

            @Override
            public Optional<String> find(String name) {
                return settings.find(name);
            }

            @Override
            public Map<String, String> withPrefix(String prefix) {
                return settings.withPrefix(prefix);
            }
        };
    }

    /** Fails the test: a sink whose messages may be lost is tested with a context of its own. */
    @Override
    public void lost(Exception cause) {
        throw new AssertionError("a message was lost", cause);
    }

    /** The same with a clock that the test holds. */
    public EndpointFixture at(TimeSource clock) {
        return new EndpointFixture(application, stream, schema, settings, isMapped, clock);
    }

    /** The same in another application. */
    public EndpointFixture in(String other) {
        return new EndpointFixture(other, stream, schema, settings, isMapped, time);
    }
}
