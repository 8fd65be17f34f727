package eventflux.ext.avro;

import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import eventflux.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Where the schema of the messages is: in the text, in a file, or in a registry. */
@Parameters({
    @Parameter(
            name = "schema",
            aliases = {"schema.def"},
            type = ParameterType.STRING,
            optional = true,
            description = "The schema, as Avro writes it in JSON."),
    @Parameter(
            name = "schema.file",
            aliases = {"schema.path"},
            type = ParameterType.STRING,
            optional = true,
            description = "A file with the schema."),
    @Parameter(
            name = "schema.id",
            type = ParameterType.INT,
            optional = true,
            description = "The schema's number in the registry, for messages without one."),
    @Parameter(
            name = "id.header",
            type = ParameterType.BOOL,
            optional = true,
            description =
                    "Whether a message begins with a zero byte and the number of its schema in four bytes. True with a "
                            + "registry and without schema.id.")
})
final class SchemaSettings {

    private final Settings settings;

    SchemaSettings(Settings settings) {
        this.settings = settings;
        long places = Stream.of("schema", "schema.file", "schema.id")
                .filter(settings::has)
                .count();
        if (places > 1) {
            throw new IllegalArgumentException("schema, schema.file and schema.id exclude each other");
        }
        if (settings.has("schema.id") && !settings.has("registry")) {
            throw new IllegalArgumentException("schema.id names a schema of a registry: say registry too");
        }
        if (hasHeader() && !settings.has("registry")) {
            throw new IllegalArgumentException("id.header names schemas of a registry: say registry too");
        }
    }

    /** The schema in the text or the file. */
    Optional<Schema> written() {
        if (settings.has("schema.file")) {
            Path file = Path.of(settings.getString("schema.file"));
            try {
                return Optional.of(parsed(Files.readString(file), "schema.file=" + file));
            } catch (IOException e) {
                throw new IllegalArgumentException("schema.file=" + file + " cannot be read: " + e, e);
            }
        }
        return settings.find("schema").map(text -> parsed(text, "schema"));
    }

    private static Schema parsed(String text, String what) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw new IllegalArgumentException(what + " is no schema of Avro: " + e.getMessage(), e);
        }
    }

    /** The registry, where the settings name one. */
    Optional<AvroSchemas> registry() {
        return RegistrySettings.registry(settings).map(AvroSchemas::new);
    }

    /**
     * What the schema is called in the registry; empty where its number is said.
     *
     * @throws IllegalArgumentException when neither is
     */
    String requireSubject() {
        return settings.find("subject")
                .or(() -> id().map(number -> ""))
                .orElseThrow(() -> new IllegalArgumentException("a registry wants a subject, or a schema.id"));
    }

    /** The number of the schema in the registry. */
    Optional<Integer> id() {
        return settings.has("schema.id") ? Optional.of(settings.getInt("schema.id")) : Optional.empty();
    }

    /** Whether messages say which schema they have. */
    boolean hasHeader() {
        return settings.has("id.header")
                ? settings.getBoolean("id.header")
                : settings.has("registry") && !settings.has("schema.id");
    }
}
