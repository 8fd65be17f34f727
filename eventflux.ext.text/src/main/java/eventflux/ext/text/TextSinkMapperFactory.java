package eventflux.ext.text;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Makes mappers that write texts. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "text",
        description = "Writes pairs like symbol:\"IBM\" on lines of their own, or what a template says.",
        parameters = {
            @Parameter(
                    name = "template",
                    aliases = {"payload"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The text of a row, with {{column}} in it.")
        },
        examples = {
            "@sink(type='log', @map(type='text', @payload('{{symbol}} costs {{price}}'))) define stream "
                    + "Prices (symbol string, price double);"
        })
public final class TextSinkMapperFactory implements SinkMapperFactory {

    /** Called by the service registry. */
    public TextSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        Optional<String> template = context.settings().find("template");
        if (template.isPresent()) {
            Template text = new Template(template.get(), context.schema());
            return text::write;
        }
        return new TextSinkMapper(context.schema(), ":", ",\n");
    }
}
