package eventflux.testkit.connector;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.source.SourceContext;
import java.util.Map;

/**
 * What a source, sink or mapper is made from in a test.
 *
 * @param application the application's name
 * @param stream the stream's name
 * @param schema the stream's columns
 * @param settings checked settings
 * @param isMapped whether a mapper stands beside it
 */
public record EndpointFixture(String application, String stream, Schema schema, Settings settings, boolean isMapped)
        implements SourceContext, SinkContext, MapperContext {

    /** An endpoint with a mapper, or a mapper itself, for the stream {@code S} of the application {@code test}. */
    public static EndpointFixture mapped(Class<?> factory, Schema schema, Map<String, String> settings) {
        return new EndpointFixture("test", "S", schema, TypedSettings.of(factory, settings), true);
    }

    /** An endpoint that deals in rows. */
    public static EndpointFixture unmapped(Class<?> factory, Schema schema, Map<String, String> settings) {
        return new EndpointFixture("test", "S", schema, TypedSettings.of(factory, settings), false);
    }
}
