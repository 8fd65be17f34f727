package eventflux.registry;

import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a mapper that say where its schema registry is. */
@Parameters({
    @Parameter(
            name = "registry",
            aliases = {"schema.registry", "schema.registry.url", "registry.url"},
            type = ParameterType.STRING,
            optional = true,
            description = "The addresses of a schema registry, separated by commas."),
    @Parameter(
            name = "registry.username",
            aliases = {"registry.user"},
            type = ParameterType.STRING,
            optional = true,
            description = "Who asks the registry."),
    @Parameter(name = "registry.password", type = ParameterType.STRING, optional = true, description = "Of the user."),
    @Parameter(
            name = "registry.token",
            aliases = {"registry.bearer.auth.token"},
            type = ParameterType.STRING,
            optional = true,
            description =
                    "What the registry knows us by, where it asks for a bearer token instead of user and password."),
    @Parameter(
            name = "registry.timeout",
            type = ParameterType.TIME,
            optional = true,
            defaultValue = "10 sec",
            description = "How long a registry that does not answer is tried again; the application waits meanwhile.")
})
public final class RegistrySettings {

    private RegistrySettings() {}

    /**
     * The registry, where the settings name one.
     *
     * @throws IllegalArgumentException when they name two ways to say who asks
     */
    public static Optional<SchemaRegistry> registry(Settings settings) {
        if (settings.has("registry.token") && settings.has("registry.username")) {
            throw new IllegalArgumentException("registry.token and registry.username exclude each other");
        }
        return settings.find("registry")
                .map(addresses -> new SchemaRegistry(
                        Stream.of(addresses.split(",")).map(String::strip).toList(),
                        authorization(settings),
                        Duration.ofMillis(settings.getMillis("registry.timeout"))));
    }

    private static String authorization(Settings settings) {
        if (settings.has("registry.token")) {
            return "Bearer " + settings.getString("registry.token");
        }
        if (!settings.has("registry.username")) {
            return "";
        }
        String both = settings.getString("registry.username") + ":"
                + settings.find("registry.password").orElse("");
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
