package eventflux.testkit.connector;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.source.SourceContext;
import eventflux.testkit.time.VirtualTime;
import java.util.Map;

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

    /** The same with a clock that the test holds. */
    public EndpointFixture at(TimeSource clock) {
        return new EndpointFixture(application, stream, schema, settings, isMapped, clock);
    }
}
