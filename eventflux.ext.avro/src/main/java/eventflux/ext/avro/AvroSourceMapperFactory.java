package eventflux.ext.avro;

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
import eventflux.registry.RegistrySettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from Avro to rows. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "avro",
        description =
                "Avro by the names of the columns, or by paths of fields. A record is a row, an array of records a row for each. The "
                        + "schema stands in the text or a file, or comes from a schema registry by the number that a message begins with "
                        + "(as Confluent's clients write it) or that the settings name. What is null, or not in a message's schema, is null. "
                        + "LONG columns take dates and timestamps as epoch milliseconds, DOUBLE and STRING columns decimals, STRING columns "
                        + "enums, OBJECT columns arrays, maps, records and bytes.",
        parameters = {
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: the field, such as price, or customer.name inside another record."),
            @Parameter(
                    name = "timestamp",
                    aliases = {"timestamp.column"},
                    type = ParameterType.COLUMN,
                    optional = true,
                    description = "The LONG column whose value is the time of the event."),
            @Parameter(
                    name = "max-bytes",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "10485760",
                    description = "A larger message is an error.")
        },
        shares = {SchemaSettings.class, RegistrySettings.class},
        examples = {
            "CREATE STREAM Orders (id LONG, item STRING, city STRING) WITH (type='source', extension='kafka', format='avro',"
                    + " \"kafka.bootstrap.servers\"='localhost:9092', \"kafka.topic\"='orders',"
                    + " \"avro.registry\"='http://localhost:8081', \"avro.mapping.city\"='address.city')",
            "@source(type='inMemory', topic='stocks', @map(type='avro', schema.def='{\"type\":\"record\",\"name\":\"Stock\",\"fields\":"
                    + "[{\"name\":\"symbol\",\"type\":\"string\"},{\"name\":\"price\",\"type\":\"double\"}]}'))"
                    + " define stream Stocks (symbol string, price double);"
        })
public final class AvroSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public AvroSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        Schema schema = context.schema();
        Settings settings = context.settings();
        List<ColumnPath> paths = ColumnPath.of(schema, settings);
        if (context.isTrial() && settings.has("schema.id")) {
            new SchemaSettings(settings).registry();
            return (payload, offset, length, out) -> {};
        }
        return new AvroSourceMapper(
                readers(new SchemaSettings(settings), paths),
                schema,
                paths,
                timestampColumn(schema, settings),
                settings.getInt("max-bytes"));
    }

    private static AvroSourceMapper.Readers readers(SchemaSettings settings, List<ColumnPath> paths) {
        if (settings.hasHeader()) {
            return new ById(settings.registry().orElseThrow());
        }
        org.apache.avro.Schema schema = settings.written()
                .or(() -> settings.id().map(id -> registered(settings.registry().orElseThrow(), id)))
                .orElseThrow(() -> new IllegalArgumentException("say schema, schema.file or registry"));
        MessageReader.requireFields(schema, paths);
        return new One(new MessageReader(schema));
    }

    private static org.apache.avro.Schema registered(AvroSchemas registry, int id) {
        try {
            return registry.schema(id);
        } catch (IOException e) {
            throw new IllegalArgumentException("schema.id=" + id + ": " + e.getMessage(), e);
        }
    }

    /** One schema for all messages. */
    private record One(MessageReader reader) implements AvroSourceMapper.Readers {

        @Override
        public boolean haveHeader() {
            return false;
        }

        @Override
        public MessageReader of(Optional<Integer> id) {
            return reader;
        }
    }

    /** The schema that each message names. */
    private static final class ById implements AvroSourceMapper.Readers {

        private final AvroSchemas registry;
        private final Map<Integer, MessageReader> readers = new HashMap<>();

        ById(AvroSchemas registry) {
            this.registry = registry;
        }

        @Override
        public boolean haveHeader() {
            return true;
        }

        @Override
        public MessageReader of(Optional<Integer> id) throws IOException {
            int number = id.orElseThrow();
            MessageReader known = readers.get(number);
            if (known != null) {
                return known;
            }
            MessageReader made = new MessageReader(registry.schema(number));
            readers.put(number, made);
            return made;
        }
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
