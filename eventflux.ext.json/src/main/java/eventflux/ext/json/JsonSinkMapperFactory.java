package eventflux.ext.json;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from rows to JSON. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "json",
        description =
                "An object with a property for each column, or a template filled in. Decimals are the shortest that read back as "
                        + "the same number; what is not a number or infinite is null, since JSON has no such numbers.",
        parameters = {
            @Parameter(
                    name = "pretty-print",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether objects are spread over lines."),
            @Parameter(
                    name = "template",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "A JSON text with {{column}} and {{_timestamp}} in it; between quotes a value is part of the text."),
            @Parameter(
                    name = "timestamp",
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The name of a first property that carries the time of the event."),
            @Parameter(
                    name = "date-format",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "How the time of the event prints: \"iso\" or a java.time pattern, in UTC; milliseconds otherwise."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description = "The same for the LONG column after the point.")
        },
        examples = {
            "CREATE STREAM Alerts (place STRING, mag DOUBLE) WITH (type='sink', extension='log', format='json', "
                    + "\"json.template\"='{\"text\": \"{{mag}} at {{place}}\", \"at\": {{_timestamp}}}')"
        })
public final class JsonSinkMapperFactory implements SinkMapperFactory {

    /** Called by the service registry. */
    public JsonSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        Schema schema = context.schema();
        Settings settings = context.settings();
        JsonWriter writer = new JsonWriter(JsonDates.of(schema, settings), settings.getBoolean("pretty-print"));
        String timestamp = settings.find("timestamp").orElse(null);
        if (timestamp != null && schema.indexOf(timestamp) >= 0) {
            throw new IllegalArgumentException("timestamp=" + timestamp + " is the name of a column already");
        }
        Optional<String> template = settings.find("template");
        if (template.isEmpty()) {
            return new JsonSinkMapper(schema, timestamp, writer);
        }
        if (timestamp != null || settings.getBoolean("pretty-print")) {
            throw new IllegalArgumentException("template does not go with timestamp or pretty-print");
        }
        return new JsonTemplateMapper(JsonTemplate.parse(template.get(), schema), writer);
    }
}
