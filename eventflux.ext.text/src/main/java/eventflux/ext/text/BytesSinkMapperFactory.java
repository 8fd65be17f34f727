package eventflux.ext.text;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers that pass a column on. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "bytes",
        description = "Makes the message of one column, as it is.",
        parameters = {
            @Parameter(
                    name = "field-index",
                    aliases = {"field.index"},
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "0",
                    description = "The column, counted from zero.")
        },
        examples = {
            "CREATE STREAM Lines (line STRING) WITH (type='sink', extension='file', format='bytes', "
                    + "path='log.txt')"
        })
public final class BytesSinkMapperFactory implements SinkMapperFactory {

    /** Called by the service registry. */
    public BytesSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        int column = context.settings().getInt("field-index");
        if (column < 0 || column >= context.schema().size()) {
            throw new IllegalArgumentException("field-index=" + column + " is no column");
        }
        return new BytesSinkMapper(column);
    }
}
