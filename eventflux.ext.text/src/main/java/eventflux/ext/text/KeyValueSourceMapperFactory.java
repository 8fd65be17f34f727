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
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "Where the value of a column stands: name[2] is the second group of regex.name, anything else the name of a pair."),
            @Parameter(
                    name = "regex.*",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "A regular expression by its name."),
            @Parameter(
                    name = "fail.on.missing.attribute",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether a column without a value is an error; otherwise it is null."),
            @Parameter(
                    name = "event.grouping.enabled",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether a message holds many rows."),
            @Parameter(
                    name = "delimiter",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "~~~~~~~~~~",
                    description = "What stands between two rows of one message."),
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
