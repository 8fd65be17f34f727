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

/** What sources, sinks and mappers are made from. */
record EndpointContext(
        String application,
        String stream,
        Schema schema,
        Settings settings,
        TimeSource time,
        boolean isMapped,
        boolean isTrial,
        RowSettings rowSettings,
        Told told)
        implements SourceContext, SinkContext, MapperContext {

    static EndpointContext ofSource(
            String application, String stream, Schema schema, Settings settings, TimeSource time, boolean isMapped) {
        return new EndpointContext(
                application, stream, schema, settings, time, isMapped, false, new Fixed(settings), Told.NOBODY);
    }

    /** For what is made to hear what it says of its settings. */
    static EndpointContext ofTrial(
            String application, String stream, Schema schema, Settings settings, TimeSource time, boolean isMapped) {
        return new EndpointContext(
                application, stream, schema, settings, time, isMapped, true, new Fixed(settings), Told.NOBODY);
    }

    static EndpointContext ofMapper(
            String application, String stream, Schema schema, Settings settings, TimeSource time) {
        return ofSource(application, stream, schema, settings, time, true);
    }

    @Override
    public void lost(Exception cause) {
        told.lost(cause);
    }

    @Override
    public void reconnecting(Exception cause) {
        told.reconnecting(cause);
    }

    @Override
    public void reconnected() {
        told.reconnected();
    }

    /** Who is told what becomes of a sink; by any thread. */
    interface Told {

        /** Does not listen. */
        Told NOBODY = new Told() {
            @Override
            public void lost(Exception cause) {}

            @Override
            public void reconnecting(Exception cause) {}

            @Override
            public void reconnected() {}
        };

        void lost(Exception cause);

        void reconnecting(Exception cause);

        void reconnected();
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
