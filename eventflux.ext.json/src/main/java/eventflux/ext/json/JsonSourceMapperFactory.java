package eventflux.ext.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import eventflux.api.config.Settings;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.mapper.SourceMapperFactory;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from JSON to rows. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "json",
        description =
                "JSON by the names of the columns, or by paths. An object is a row, an array a row for each element, several values "
                        + "one behind the other are mapped each. What is missing is null. A value of the wrong type is reported with path and "
                        + "byte and costs its row only.",
        parameters = {
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: its path inside the row's value, such as $.a.b[0]['c d']."),
            @Parameter(
                    name = "enclosing.element",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "$",
                    description = "The path of the object or array that holds the rows, such as $.features."),
            @Parameter(
                    name = "date-format",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "How LONG columns read text: \"iso\" or a java.time pattern; UTC unless the text says otherwise; epoch "
                                    + "milliseconds result."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description = "The same for one LONG column, numbers included (20240131 with yyyyMMdd)."),
            @Parameter(
                    name = "timestamp",
                    aliases = {"timestamp.column"},
                    type = ParameterType.COLUMN,
                    optional = true,
                    description = "The LONG column whose value is the time of the event."),
            @Parameter(
                    name = "ignore-parse-errors",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether what can't be read is dropped without a word."),
            @Parameter(
                    name = "max-depth",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "32",
                    description = "Deeper nesting is an error."),
            @Parameter(
                    name = "max-bytes",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "10485760",
                    description = "A larger message is an error.")
        },
        examples = {
            "CREATE STREAM Quakes (time LONG, mag DOUBLE, place STRING, depth DOUBLE) WITH (type='source', extension='file', "
                    + "format='json', \"file.path\"='quakes.json', \"file.framing\"='whole', \"json.enclosing.element\"='$.features', "
                    + "\"json.mapping.mag\"='$.properties.mag', \"json.mapping.place\"='$.properties.place', "
                    + "\"json.mapping.time\"='$.properties.time', \"json.mapping.depth\"='$.geometry.coordinates[2]', "
                    + "\"json.timestamp\"='time')"
        })
public final class JsonSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public JsonSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        Schema schema = context.schema();
        Settings settings = context.settings();
        JsonRowReader rows = new JsonRowReader(
                paths(schema, settings.withPrefix("mapping.")),
                new JsonValues(JsonDates.of(schema, settings)),
                new JsonRow(schema),
                timestampColumn(schema, settings));
        JsonSourceOptions options = new JsonSourceOptions(
                JsonPath.parse(settings.getString("enclosing.element")),
                settings.getBoolean("ignore-parse-errors"),
                settings.getInt("max-bytes"));
        return new JsonSourceMapper(parsers(settings.getInt("max-depth")), options, rows);
    }

    /** Parsers of one mapper, which has its own. */
    private static JsonFactory parsers(int mostDepth) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(mostDepth)
                        .build())
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .recyclerPool(new OneBufferRecycler())
                .build();
    }

    private static PathNode paths(Schema schema, Map<String, String> mappings) {
        for (String name : mappings.keySet()) {
            if (schema.indexOf(name) < 0) {
                throw new IllegalArgumentException("mapping." + name + " names no column of " + schema);
            }
        }
        PathNode root = new PathNode();
        for (int i = 0; i < schema.size(); i++) {
            String name = schema.column(i).name();
            String path = mappings.get(name);
            root.add(path == null ? JsonPath.ofProperty(name) : JsonPath.parse(path), i);
        }
        return root;
    }

    private static int timestampColumn(Schema schema, Settings settings) {
        if (!settings.has("timestamp")) {
            return -1;
        }
        int column = schema.indexOf(settings.getString("timestamp"));
        if (column < 0 || schema.column(column).type() != DataType.LONG) {
            throw new IllegalArgumentException(
                    "timestamp=" + settings.getString("timestamp") + " is no LONG column of " + schema);
        }
        return column;
    }
}
