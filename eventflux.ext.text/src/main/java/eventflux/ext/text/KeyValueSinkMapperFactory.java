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

/** Makes mappers that write pairs of names and values. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "keyvalue",
        description = "Writes pairs like symbol=\"IBM\",price=12.5, or what a template says.",
        parameters = {
            @Parameter(
                    name = "template",
                    aliases = {"payload"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The text of a row, with {{column}} in it."),
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
                    description = "What stands between two pairs.")
        },
        examples = {
            "CREATE STREAM Prices (symbol STRING, price DOUBLE) WITH (type='sink', extension='file', "
                    + "format='keyvalue', path='prices.txt')"
        })
public final class KeyValueSinkMapperFactory implements SinkMapperFactory {

    /** Called by the service registry. */
    public KeyValueSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        Optional<String> template = context.settings().find("template");
        if (template.isPresent()) {
            Template text = new Template(template.get(), context.schema());
            return text::write;
        }
        return new TextSinkMapper(
                context.schema(),
                context.settings().getString("key.value.separator"),
                context.settings().getString("pair.delimiter"));
    }
}
