package eventflux.ext.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
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
                    description =
                            "The file of descriptors, as protoc --include_imports --descriptor_set_out writes it."),
            @Parameter(
                    name = "message",
                    type = ParameterType.STRING,
                    description = "The message, with its package or without."),
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: the field, such as price, or customer.name inside another"
                                    + " message.")
        },
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
        Descriptor type = MessageTypes.named(context.settings());
        return new ProtobufSinkMapper(type, MessageTypes.paths(type, context.schema(), context.settings()));
    }
}
