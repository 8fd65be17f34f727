package eventflux.ext.avro;

import eventflux.registry.RegisteredSchema;
import eventflux.registry.RegistryException;
import eventflux.registry.SchemaRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The schemas of a registry. Those that it has answered once are not asked for again. Used by one thread at a time. */
final class AvroSchemas {

    private static final int MOST_REFERENCES = 1_000;

    private final SchemaRegistry registry;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    AvroSchemas(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * A schema and its number.
     *
     * @param id the number
     * @param schema the schema
     */
    record Registered(int id, Schema schema) {}

    /**
     * The schema of a number.
     *
     * @throws RegistryException when there is none, or it is none of Avro
     * @throws IOException when the registry does not answer
     */
    Schema schema(int id) throws IOException {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = parsed(registry.schema(id, ""));
        schemas.put(id, schema);
        return schema;
    }

    /** The newest schema of a subject; none when there is no such subject. */
    Optional<Registered> latest(String subject) throws IOException {
        Optional<RegisteredSchema> newest = registry.latest(subject);
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Registered(newest.get().id(), parsed(newest.get())));
    }

    /** Registers a schema, or finds it when it is registered already; answers its number. */
    int register(String subject, Schema schema) throws IOException {
        return registry.register(subject, RegisteredSchema.AVRO, schema.toString());
    }

    private Schema parsed(RegisteredSchema answer) throws IOException {
        if (!answer.type().equals(RegisteredSchema.AVRO)) {
            throw new RegistryException("the schema is one of " + answer.type(), 0);
        }
        try {
            Schema.Parser parser = new Schema.Parser();
            parseReferences(answer, parser, new int[] {MOST_REFERENCES});
            return parser.parse(answer.text());
        } catch (AvroRuntimeException e) {
            throw new RegistryException("the schema cannot be read: " + e.getMessage(), 0);
        }
    }

    // A schema names others that it uses, which come first.
    private void parseReferences(RegisteredSchema answer, Schema.Parser parser, int[] left) throws IOException {
        for (RegisteredSchema.Reference reference : answer.references()) {
            if (parser.getTypes().containsKey(reference.name())) {
                continue;
            }
            if (left[0]-- == 0) {
                throw new RegistryException("the schema refers to more than " + MOST_REFERENCES + " others", 0);
            }
            RegisteredSchema used = registry.referred(reference);
            parseReferences(used, parser, left);
            parser.parse(used.text());
        }
    }
}
