package eventflux.ext.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import eventflux.api.config.Settings;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.registry.RegistrySettings;
import eventflux.registry.SchemaRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from rows to messages of Protocol Buffers. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "protobuf",
        description =
                "One message of Protocol Buffers a row; columns that are null are left out. A number that does not fit"
                        + " its field fails the row.",
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
                            "The message, with its package or without; the first one of the file in a registry otherwise."),
            @Parameter(
                    name = "subject",
                    aliases = {"registry.subject"},
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "What the schema is called in the registry: its newest version is used, or the descriptor is registered."),
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: the field, such as price, or customer.name inside another"
                                    + " message.")
        },
        shares = RegistrySettings.class,
        examples = {
            "CREATE STREAM Shipments (id LONG, item STRING) WITH (type='sink', extension='kafka', format='protobuf', "
                    + "\"kafka.bootstrap.servers\"='localhost:9092', \"kafka.topic\"='shipments', "
                    + "\"protobuf.descriptor\"='shop.desc', \"protobuf.message\"='Shipment')"
        })
public final class ProtobufSinkMapperFactory implements SinkMapperFactory {

    /** Called by the service registry. */
    public ProtobufSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        Settings settings = context.settings();
        Optional<SchemaRegistry> registry = RegistrySettings.registry(settings);
        if (registry.isEmpty()) {
            if (!settings.has("descriptor")) {
                throw new IllegalArgumentException(
                        "say where the schema is: descriptor and message, or registry and subject");
            }
            return mapper(new byte[0], MessageTypes.named(settings), context);
        }
        String subject =
                settings.find("subject").orElseThrow(() -> new IllegalArgumentException("a registry wants a subject"));
        if (context.isTrial()) {
            return (row, out) -> {};
        }
        try {
            return registered(new RegisteredTypes(registry.get()), subject, context);
        } catch (IOException e) {
            throw new IllegalArgumentException("subject=" + subject + ": " + e.getMessage(), e);
        }
    }

    private static SinkMapper registered(RegisteredTypes types, String subject, MapperContext context)
            throws IOException {
        Settings settings = context.settings();
        if (settings.has("descriptor")) {
            Descriptor type = MessageTypes.named(settings);
            return mapper(
                    RegistryHeader.of(types.register(subject, type.getFile()), type)
                            .toBytes(),
                    type,
                    context);
        }
        int id = types.latest(subject)
                .orElseThrow(() -> new IllegalArgumentException("the registry has no subject " + subject
                        + ": say descriptor and message, so that it is registered"));
        List<Descriptor> all = types.file(id).getMessageTypes();
        Descriptor type =
                settings.has("message") ? MessageTypes.named(settings.getString("message"), all, subject) : all.get(0);
        return mapper(RegistryHeader.of(id, type).toBytes(), type, context);
    }

    private static SinkMapper mapper(byte[] header, Descriptor type, MapperContext context) {
        return new ProtobufSinkMapper(header, MessageShape.of(type, context.schema(), context.settings()));
    }
}
