package eventflux.ext.protobuf;

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
import eventflux.registry.SchemaRegistry;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from messages of Protocol Buffers to rows. */
@Component(service = SourceMapperFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE_MAPPER,
        name = "protobuf",
        description =
                "Messages of Protocol Buffers by the names of the columns, or by paths of fields. A message is a row."
                        + " What is not there is null where the message can tell, and the default where it cannot. An enum"
                        + " is a text or its number. OBJECT columns hold repeated fields as lists, maps and messages as"
                        + " maps, and bytes.",
        parameters = {
            @Parameter(
                    name = "descriptor",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "The file of descriptors, as protoc --include_imports --descriptor_set_out writes it."),
            @Parameter(
                    name = "message",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "The message, with its package or without. Messages of a registry say what they are; others are refused."),
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: the field, such as price, or customer.name inside another"
                                    + " message."),
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
        shares = RegistrySettings.class,
        examples = {
            "CREATE STREAM Orders (id LONG, item STRING, city STRING) WITH (type='source', extension='kafka',"
                    + " format='protobuf', \"kafka.bootstrap.servers\"='localhost:9092', \"kafka.topic\"='orders',"
                    + " \"protobuf.descriptor\"='shop.desc', \"protobuf.message\"='shop.Order',"
                    + " \"protobuf.mapping.city\"='address.city')"
        })
public final class ProtobufSourceMapperFactory implements SourceMapperFactory {

    /** Called by the service registry. */
    public ProtobufSourceMapperFactory() {}

    @Override
    public SourceMapper create(MapperContext context) {
        Schema schema = context.schema();
        Settings settings = context.settings();
        return new ProtobufSourceMapper(
                shapes(schema, settings), schema, timestampColumn(schema, settings), settings.getInt("max-bytes"));
    }

    private static MessageShape.Shapes shapes(Schema schema, Settings settings) {
        Optional<SchemaRegistry> registry = RegistrySettings.registry(settings);
        if (registry.isPresent() == settings.has("descriptor")) {
            throw new IllegalArgumentException("say where the schema is: descriptor and message, or registry");
        }
        if (registry.isPresent()) {
            return MessageShape.registered(new RegisteredTypes(registry.get()), schema, settings);
        }
        MessageShape one = MessageShape.of(MessageTypes.named(settings), schema, settings);
        return in -> one;
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
