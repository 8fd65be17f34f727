package eventflux.ext.text;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers that read pairs of names and values. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "keyvalue",
        description = "Reads pairs like symbol=IBM, price=12.5.",
        parameters = {
            @Parameter(
                    name = "key.value.separator",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "=",
                    description = "What stands between name and value."),
            @Parameter(
                    name = "pair.delimiter",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = ",",
                    description = "What stands between two pairs, beside ends of lines.")
        },
        shares = TextSourceMapper.class,
        examples = {
            "CREATE STREAM Prices (symbol STRING, price DOUBLE) WITH (type='source', extension='file', "
                    + "format='keyvalue', path='prices.txt')"
        })
public final class KeyValueSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public KeyValueSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        return new TextSourceMapper(
                context,
                new Pairs(
                        context.settings().getString("key.value.separator"),
                        context.settings().getString("pair.delimiter")));
    }
}
