package eventflux.core;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.source.SourceContext;

/** What sources, sinks and mappers are made from. */
record EndpointContext(
        String application, String stream, Schema schema, Settings settings, TimeSource time, boolean isMapped)
        implements SourceContext, SinkContext, MapperContext {}
