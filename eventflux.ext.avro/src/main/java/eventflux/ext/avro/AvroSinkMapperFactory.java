package eventflux.ext.avro;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.mapper.MapperContext;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.mapper.SinkMapperFactory;
import eventflux.registry.RegistrySettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.osgi.service.component.annotations.Component;

/** Makes mappers from rows to Avro. */
@Component(service = SinkMapperFactory.class)
@Extension(
        kind = ExtensionKind.SINK_MAPPER,
        name = "avro",
        description =
                "One record of Avro a row. Without a schema it is made of the columns: a record called as the stream, whose fields may "
                        + "be null. With a registry, a schema that is said is registered for the subject, otherwise the subject's newest one is "
                        + "used, or, for a subject that is not there, the one of the columns registered. Fields without a column have their "
                        + "default. A value that does not fit its field fails the row.",
        parameters = {
            @Parameter(
                    name = "subject",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "What the registry calls the schemas of the messages, such as orders-value for the topic orders."),
            @Parameter(
                    name = "mapping.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "For the column after the point: the field, such as price, or customer.name inside another record.")
        },
        shares = {SchemaSettings.class, RegistrySettings.class},
        examples = {
            "CREATE STREAM Shipments (id LONG, item STRING) WITH (type='sink', extension='kafka', format='avro',"
                    + " \"kafka.bootstrap.servers\"='localhost:9092', \"kafka.topic\"='shipments',"
                    + " \"avro.registry\"='http://localhost:8081', \"avro.subject\"='shipments-value')"
        })
public final class AvroSinkMapperFactory implements SinkMapperFactory {

    private static final byte[] NO_HEADER = {};

    /** Called by the service registry. */
    public AvroSinkMapperFactory() {}

    @Override
    public SinkMapper create(MapperContext context) {
        SchemaSettings settings = new SchemaSettings(context.settings());
        List<ColumnPath> paths = ColumnPath.of(context.schema(), context.settings());
        if (context.isTrial() && settings.registry().isPresent()) {
            settings.requireSubject();
            return (row, out) -> {};
        }
        try {
            return settings.registry().isPresent()
                    ? registered(settings.registry().get(), settings, context, paths)
                    : mapper(
                            NO_HEADER,
                            settings.written().orElseGet(() -> DerivedSchema.of(context.stream(), context.schema())),
                            paths);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static SinkMapper registered(
            AvroSchemas registry, SchemaSettings settings, MapperContext context, List<ColumnPath> paths)
            throws IOException {
        AvroSchemas.Registered found = settings.id().isPresent()
                ? new AvroSchemas.Registered(
                        settings.id().get(), registry.schema(settings.id().get()))
                : ofSubject(registry, settings, context);
        return mapper(settings.hasHeader() ? AvroSinkMapper.header(found.id()) : NO_HEADER, found.schema(), paths);
    }

    private static AvroSchemas.Registered ofSubject(
            AvroSchemas registry, SchemaSettings settings, MapperContext context) throws IOException {
        String subject = settings.requireSubject();
        Optional<Schema> written = settings.written();
        Optional<AvroSchemas.Registered> newest = written.isPresent() ? Optional.empty() : registry.latest(subject);
        if (newest.isPresent()) {
            return newest.get();
        }
        Schema schema = written.orElseGet(() -> DerivedSchema.of(context.stream(), context.schema()));
        return new AvroSchemas.Registered(registry.register(subject, schema), schema);
    }

    private static SinkMapper mapper(byte[] header, Schema schema, List<ColumnPath> paths) {
        return new AvroSinkMapper(header, schema, RecordWriter.of(schema, paths));
    }
}
