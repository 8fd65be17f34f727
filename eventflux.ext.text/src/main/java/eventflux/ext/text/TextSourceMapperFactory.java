package eventflux.ext.text;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
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
        shares = TextSourceMapper.class,
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
