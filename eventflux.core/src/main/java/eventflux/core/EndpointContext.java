package eventflux.core;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.sink.RowSettings;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.source.SourceContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What sources, sinks and mappers are made from. */
record EndpointContext(
        String application,
        String stream,
        Schema schema,
        Settings settings,
        TimeSource time,
        boolean isMapped,
        RowSettings rowSettings,
        Consumer<Exception> losses)
        implements SourceContext, SinkContext, MapperContext {

    static EndpointContext ofSource(
            String application, String stream, Schema schema, Settings settings, TimeSource time, boolean isMapped) {
        return new EndpointContext(
                application, stream, schema, settings, time, isMapped, new Fixed(settings), lost -> {});
    }

    static EndpointContext ofMapper(
            String application, String stream, Schema schema, Settings settings, TimeSource time) {
        return ofSource(application, stream, schema, settings, time, true);
    }

    @Override
    public void lost(Exception cause) {
        losses.accept(cause);
    }

    /** Settings where there is no row. */
    private record Fixed(Settings settings) implements RowSettings {

        @Override
        public Optional<String> find(String name) {
            return settings.find(name);
        }

        @Override
        public Map<String, String> withPrefix(String prefix) {
            return settings.withPrefix(prefix);
        }
    }
}
