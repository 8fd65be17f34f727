package eventflux.ext.text;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import org.osgi.service.component.annotations.Component;

/** Makes mappers that read texts. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "text",
        description = "Reads pairs like symbol:\"IBM\" on lines of their own, or finds values by regular expressions. "
                + "A stream of one STRING column takes the whole text.",
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
                    description = "What stands between two rows of one message.")
        },
        examples = {
            "@source(type='file', path='log.txt', @map(type='text', regex.line='(\\w+) (\\d+)', "
                    + "@attributes(level='line[1]', code='line[2]'))) define stream Lines (level string, code int);"
        })
public final class TextSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public TextSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        return new TextSourceMapper(context, new Pairs(":", ","));
    }
}
