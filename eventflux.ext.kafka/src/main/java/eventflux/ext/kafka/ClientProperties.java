package eventflux.ext.kafka;

import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;

/** What the settings of a source or sink mean as properties of Kafka's client: where the brokers are, and who asks. */
@Parameters({
    @Parameter(
            name = "security.protocol",
            type = ParameterType.STRING,
            optional = true,
            defaultValue = "plaintext",
            description = "\"plaintext\", \"ssl\", \"sasl_plaintext\" or \"sasl_ssl\"."),
    @Parameter(
            name = "sasl.username",
            type = ParameterType.STRING,
            optional = true,
            description =
                    "The user; with sasl.mechanism \"PLAIN\" (the default), \"SCRAM-SHA-256\" or \"SCRAM-SHA-512\"."),
    @Parameter(name = "sasl.password", type = ParameterType.STRING, optional = true, description = "The password."),
    @Parameter(
            name = "sasl.*",
            type = ParameterType.STRING,
            optional = true,
            description = "Any property of the client that begins so."),
    @Parameter(
            name = "ssl.ca.location",
            type = ParameterType.STRING,
            optional = true,
            description = "A PEM file with the certificates of the authorities that vouch for the brokers."),
    @Parameter(
            name = "ssl.*",
            type = ParameterType.STRING,
            optional = true,
            description = "Any property of the client that begins so."),
    @Parameter(
            name = "max.*",
            type = ParameterType.STRING,
            optional = true,
            description = "Any property of the client that begins so."),
    @Parameter(
            name = "client.id",
            type = ParameterType.STRING,
            optional = true,
            description = "What the brokers know the client as. By default after application and stream."),
    @Parameter(
            name = "properties.*",
            type = ParameterType.STRING,
            optional = true,
            description = "Any property of the client, as Kafka names it."),
    @Parameter(
            name = "rdkafka.*",
            type = ParameterType.STRING,
            optional = true,
            description =
                    "The same, for texts that were written for another client; Java's client says in the log what it does not know."),
    @Parameter(
            name = "optional.configuration",
            type = ParameterType.STRING,
            optional = true,
            description = "Properties of the client as name:value, separated by commas.")
})
final class ClientProperties {

    /** Prefixes of settings that are properties of the client by the same name. */
    private static final List<String> SAME = List.of("ssl.", "sasl.", "fetch.", "max.");

    private static final String CA = "ssl.ca.location";

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private ClientProperties() {}

    static ClientProperties of(Settings settings) {
        ClientProperties client = new ClientProperties();
        client.put("bootstrap.servers", settings.getString("bootstrap.servers"));
        client.put("security.protocol", settings.getString("security.protocol").toUpperCase(Locale.ROOT));
        for (String prefix : SAME) {
            settings.withPrefix(prefix).forEach((name, value) -> client.put(prefix + name, value));
        }
        client.authority();
        client.login(settings);
        return client;
    }

    /** A property that stands unless the settings say otherwise. */
    ClientProperties otherwise(String name, Object value) {
        properties.putIfAbsent(name, value);
        return this;
    }

    /** A property. */
    ClientProperties put(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /** A property that has a setting of another name or none, when the setting is there. */
    ClientProperties take(Settings settings, String setting, String name) {
        settings.find(setting).ifPresent(value -> properties.put(name, value));
        return this;
    }

    /**
     * All properties, those that the author passes through above the others.
     *
     * @param known says what the client understands
     * @throws IllegalArgumentException when a value is none of those that the client takes
     */
    Map<String, Object> with(Settings settings, Supplier<ConfigDef> known) {
        settings.find("optional.configuration").ifPresent(this::putPairs);
        properties.putAll(settings.withPrefix("rdkafka."));
        properties.putAll(settings.withPrefix("properties."));
        refuseTokens();
        Clients.check(properties, known);
        return properties;
    }

    /** The libraries that the client reads tokens with are not in this bundle. */
    private void refuseTokens() {
        Object mechanism = properties.getOrDefault("sasl.mechanism", "");
        if (mechanism.toString().equalsIgnoreCase("OAUTHBEARER")) {
            throw new IllegalArgumentException(
                    "sasl.mechanism is PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 or GSSAPI: tokens of"
                            + " OAuth are not among the ways to log in");
        }
    }

    /** {@code name:value,name:value}. */
    private void putPairs(String pairs) {
        for (String pair : pairs.split(",")) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "optional.configuration is name:value,…, not '" + pair.strip() + "'");
            }
            put(pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
    }

    /** A file with the certificates of authorities, as the other clients of Kafka name it. */
    private void authority() {
        Object file = properties.remove(CA);
        if (file != null) {
            otherwise("ssl.truststore.type", "PEM");
            otherwise("ssl.truststore.location", file);
        }
    }

    /** User and password become the line of configuration that Java's login wants. */
    private void login(Settings settings) {
        Object user = properties.remove("sasl.username");
        Object password = properties.remove("sasl.password");
        if (user == null) {
            return;
        }
        otherwise("sasl.mechanism", "PLAIN");
        String mechanism = properties.get("sasl.mechanism").toString().toUpperCase(Locale.ROOT);
        put("sasl.mechanism", mechanism);
        String module = mechanism.startsWith("SCRAM-")
                ? "org.apache.kafka.common.security.scram.ScramLoginModule"
                : "org.apache.kafka.common.security.plain.PlainLoginModule";
        otherwise(
                "sasl.jaas.config",
                module + " required username=\"" + quoted(user) + "\" password=\""
                        + quoted(password == null ? "" : password) + "\";");
        if (!settings.getString("security.protocol").toUpperCase(Locale.ROOT).startsWith("SASL")) {
            throw new IllegalArgumentException("sasl.username needs security.protocol='sasl_ssl' or 'sasl_plaintext'");
        }
    }

    private static String quoted(Object text) {
        return text.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
