package eventflux.ext.text;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers that take messages as they are. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "bytes",
        description = "Puts the whole message into one column, as text.",
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
            "CREATE STREAM Lines (line STRING) WITH (type='source', extension='file', format='bytes', "
                    + "path='log.txt')"
        })
public final class BytesSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public BytesSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        int column = context.settings().getInt("field-index");
        if (column < 0 || column >= context.schema().size()) {
            throw new IllegalArgumentException("field-index=" + column + " is no column");
        }
        return new BytesSourceMapper(column);
    }
}
